"""What `serve` does: answer requests for pages of a ledger. It reads; it never writes."""

from __future__ import annotations

import ipaddress
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import parse_qsl, unquote, urlsplit

import typer

from counterclaim.commands._reporting import folder, refuse_odd_words, say_failure, say_problems
from counterclaim.commands._site import Answer, Site, plain
from counterclaim.ledger import find_ledger
from counterclaim.ledger.read import record_files
from counterclaim.presentation.console import clean_line
from counterclaim.records.problem import Problem

PATIENCE = 30  # seconds that a browser may take to ask
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_HOME = ("127.0.0.1", "localhost", "[::1]")


def serve_ledger(ledger: str | None, host: str, port: int) -> int:
    """Serve until somebody ends it."""
    refuse_odd_words(host=host)
    site = Site(find_ledger(folder(ledger, "--ledger")))
    files = record_files(site.ledger)
    if isinstance(files, Problem):
        return say_problems([files])
    server = open_server(site, host, port)
    at, port = str(server.server_address[0]), server.server_address[1]
    name = f"[{at}]" if ":" in at else at
    if not is_home(at):
        _say(f"warning: who can reach {name} can read this ledger; there is no password")
    _say(f"serving {site.ledger} at http://{name}:{port}/ (Ctrl-C ends it)")
    try:
        server.serve_forever()
    finally:
        server.server_close()
    return 0


def open_server(site: Site, host: str, port: int) -> ThreadingHTTPServer:
    """Open a server; ends the program with 2 where the address or the port cannot be had.

    >>> open_server(site, "127.0.0.1", 0).server_address[0]
    '127.0.0.1'
    """
    try:
        return LedgerServer(site, host, port)
    except (OSError, OverflowError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        words = (
            f"{clean_line(host)}, port {port}, cannot be had: {reason}; --port 0 takes a free one"
        )
        raise typer.BadParameter(words, param_hint="--port") from error


def is_home(address: str) -> bool:
    """Tell whether an address is this machine's own, which no other can reach."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


class LedgerServer(ThreadingHTTPServer):
    """Answers one request after the other: what the program knows is not shared among threads."""

    daemon_threads = True

    def __init__(self, site: Site, host: str, port: int) -> None:
        if ":" in host:
            import socket  # noqa: PLC0415 seldom asked for

            self.address_family = socket.AF_INET6
        super().__init__((host, port), Handler)
        self.site, self.turn = site, Lock()
        self.alone = is_home(str(self.server_address[0]))

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone away; tell what else fails in one line."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            _say(f"warning: a request has failed: {error!r}")

    def admits(self, host: str) -> bool:
        """Tell whether a request names this server. A page from elsewhere that has its own name
        lead to this machine could otherwise read the ledger."""
        port = self.server_address[1]
        names = {f"{name}{end}" for name in _HOME for end in ("", f":{port}")}
        return not self.alone or host.casefold() in names


class Handler(BaseHTTPRequestHandler):
    """One request. Only what is asked for by GET and HEAD is answered."""

    server: LedgerServer
    timeout = PATIENCE
    server_version, sys_version = "counterclaim", ""

    def do_GET(self) -> None:
        """Answer with a page."""
        self._send(self._answer())

    def do_HEAD(self) -> None:
        """Answer without the page."""
        self._send(self._answer(), whole=False)

    def _answer(self) -> Answer:
        if not self.server.admits(self.headers.get("Host", "")):
            return plain(HTTPStatus.MISDIRECTED_REQUEST, "This server has another name.")
        try:
            asked = urlsplit(f"http://x{self.path}" if self.path.startswith("/") else self.path)
        except ValueError:
            return plain(HTTPStatus.BAD_REQUEST, "This is no address.")
        parts = [unquote(part) for part in asked.path.split("/")[1:]]
        try:
            with self.server.turn:
                return self.server.site.answer(parts, dict(parse_qsl(asked.query)))
        except Exception as error:
            say_failure(error, clean_line(self.path))
            return plain(
                HTTPStatus.INTERNAL_SERVER_ERROR, "The program has failed; see its output."
            )

    def _send(self, answer: Answer, *, whole: bool = True) -> None:
        body = answer.page.encode("utf-8", "replace")
        self.send_response(answer.status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if answer.location:
            self.send_header("Location", answer.location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if whole:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the library's name
        """Say nothing: only failures are worth a line."""


def _say(words: str) -> None:
    print(clean_line(words), file=sys.stderr, flush=True)
