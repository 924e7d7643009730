"""A headless Chromium, spoken to over a pipe: what a page asks for, complains of and looks like."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from contextlib import contextmanager

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--no-first-run", "--mute-audio",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 60  # seconds


def find_chromium():
    """The program, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One page in a browser. `events` has all that the browser has told of it."""

    def __init__(self, reading, writing):
        self._reading, self._writing, self._number = reading, writing, 0
        self._waiting, self.events, self._session = b"", [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log", "Security"):
            self.call(f"{domain}.enable")

    def call(self, method, **params):
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def _next(self):
        until = time.monotonic() + PATIENCE
        while b"\0" not in self._waiting:
            assert time.monotonic() < until
            piece = os.read(self._reading, 1 << 20)
            assert piece, "the browser is gone"
            self._waiting += piece
        message, _, self._waiting = self._waiting.partition(b"\0")
        return json.loads(message)

    def open(self, url, width=1280, height=900, scheme="light", media=""):
        """Open a page as a screen of this size and taste, or a printer, shows it."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 600)  # fmt: skip
        taste = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=taste)
        self.events.clear()
        self.call("Page.navigate", url=url)
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self._next())

    def ask(self, words):
        """What a line of JavaScript gives; it is not bound by the page's policy."""
        found = self.call("Runtime.evaluate", expression=words, returnByValue=True,
                          awaitPromise=True)["result"]  # fmt: skip
        return found.get("value")

    def press(self, key, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode=code)  # fmt: skip

    def picture(self, *, whole=True):
        """The page as a PNG."""
        made = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(made["data"])

    @property
    def requests(self):
        """The addresses that the page itself has asked for."""
        sent = (e["params"] for e in self.events if e.get("method") == "Network.requestWillBeSent")
        return [s["request"]["url"] for s in sent]

    @property
    def refused(self):
        """Why requests were not sent at all."""
        failed = (e["params"] for e in self.events if e.get("method") == "Network.loadingFailed")
        return [f["blockedReason"] for f in failed if f.get("blockedReason")]

    @property
    def complaints(self):
        """What stands in the console: errors, warnings, refusals by the policy."""
        kinds = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        return [e["params"] for e in self.events if e.get("method") in kinds]


@contextmanager
def browse(chromium, folder):
    """A browser with a profile of its own in a folder."""
    there, write = os.pipe()
    read, back = os.pipe()
    flags = " ".join(f"'{flag}'" for flag in (*FLAGS, f"--user-data-dir={folder}"))
    order = f"exec '{chromium}' {flags} about:blank 3<&{there} 4>&{back}"
    running = subprocess.Popen(["bash", "-c", order], pass_fds=(there, back),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    os.close(there)
    os.close(back)
    try:
        yield Browser(read, write)
    finally:
        running.kill()
        running.wait()
        os.close(read)
        os.close(write)
