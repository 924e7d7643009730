"""`serve`: a ledger as pages, read only, on this machine; nobody else's words act."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
from urllib.parse import quote

import pytest

from counterclaim.commands._serve import is_home, open_server
from counterclaim.commands._site import Site
from presentation.browser import browse, find_chromium

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"
ARTICLES = {
    "a.txt": "---\ntitle: Army says Orikhiv is taken\noutlet: Example Wire\n"
    "url: https://example.org/a\ndate: 2023-04-18\n---\n"
    "Russia's Defence Ministry said on Tuesday that its forces controlled Orikhiv. The Ukrainian "
    "military denied that Russian forces controlled the town.\n",
    "b.txt": f"---\ntitle: Mayor {EVIL}\noutlet: Other Daily\nurl: javascript:alert(1)\n"
    "date: 2023-05-09\n---\n"
    f"Two people {EVIL} were killed in Orikhiv on Monday, Mayor Ivan Koval said.\n",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory, cli):
    folder = tmp_path_factory.mktemp("served")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    done = cli(
        "ingest", *(str(folder / name) for name in ARTICLES), "--ledger", str(folder / "case")
    )
    assert done.returncode == 0, done.stderr
    return folder / "case"


@pytest.fixture(scope="module")
def server(ledger):
    opened = open_server(Site(ledger), "127.0.0.1", 0)
    running = Thread(target=opened.serve_forever, daemon=True)
    running.start()
    yield opened
    opened.shutdown()
    opened.server_close()
    running.join()


@pytest.fixture(scope="module")
def ask(server):
    def run(path, method="GET", **headers):
        connection = http.client.HTTPConnection(*server.server_address[:2], timeout=60)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
        return answer, page

    return run


@pytest.fixture(scope="module")
def article(ledger):
    (name,) = (file.stem for file in (ledger / "events").glob("*army*.yaml"))
    return name


def test_the_ledger_lists_its_places_and_articles(ask, article):
    answer, page = ask("/")
    assert answer.status == 200
    assert '<a href="/place/orikhiv"><bdi>Orikhiv</bdi></a>' in page
    assert f'<a href="/article/{article}"><bdi>Army says Orikhiv is taken</bdi></a>' in page
    assert page.index("Mayor") < page.index("Army says")  # the newest first
    for every in ("/places", "/articles"):
        assert ask(every)[0].status == 200


def test_a_place_is_the_page_that_compare_writes(ask, article):
    answer, page = ask("/place/orikhiv")
    assert answer.status == 200
    assert "<title>Orikhiv: competing claims</title>" in page
    assert f'<a href="/article/{article}">{article}</a>' in page
    assert f'<a href="/claim/{article}/1">the record</a>' in page
    assert ask("/place/geonames:698428")[1] == page
    assert ask("/place/" + quote("Оріхів"))[1] == page


def test_a_place_takes_the_filters_of_compare(ask):
    assert "shown: 1 of" in ask("/place/orikhiv?topic=casualties")[1]
    assert ask("/place/orikhiv?since=2023-05")[0].status == 200
    for odd in ("topic=x", "since=soon", "side=x"):
        assert ask(f"/place/orikhiv?{odd}")[0].status == 400


def test_a_region_goes_by_its_id(cli, tmp_path):
    text = "The army said on 3 May 2023 that shelling in Kharkiv region had killed two people."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    cli("ingest", str(tmp_path / "a.txt"), "--ledger", str(tmp_path / "case"))
    site = Site(tmp_path / "case")
    (path,) = re.findall(r'href="/place/([^"]+)"', site.answer([], {}).page)
    assert ":" in path
    assert "killed two people" in site.answer(["place", path], {}).page


def test_an_article_has_its_claims_marked(ask, article):
    answer, page = ask(f"/article/{article}")
    assert answer.status == 200
    assert f'<a class="ref" href="/claim/{article}/1">[01]</a><mark>its forces controlled' in page
    assert 'href="https://example.org/a"' in page


def test_a_claim_has_its_paragraph_and_its_record(ask, article):
    answer, page = ask(f"/claim/{article}/1")
    assert answer.status == 200
    assert "<mark>its forces controlled Orikhiv</mark>" in page
    assert "type: control" in page
    assert 'href="/place/geonames:698428"' in page
    assert ask(f"/claim/{article}/99")[0].status == 404


def test_a_part_of_a_name_leads_to_the_whole(ask, article):
    digits = article[-8:]
    answer, _ = ask(f"/article/{digits}")
    assert (answer.status, answer.headers["Location"]) == (302, f"/article/{article}")
    answer, _ = ask(f"/claim/{digits}/1")
    assert (answer.status, answer.headers["Location"]) == (302, f"/claim/{article}/1")


def test_claims_are_found_by_their_words(ask):
    _, page = ask("/find?q=controlled")
    assert page.count("<blockquote>") == 2
    assert ask("/find")[0].status == 200
    assert "0 found" in ask("/find?q=%22%20OR%201=1")[1]
    assert ask("/find?q=" + "%22a" * 15_000)[1].count("&#34;a") < 1000


@pytest.mark.parametrize(
    "path",
    ["/nope", "/place/Bakhmud", "/article/nothing", "/place/odesa", "/..%2f..%2fetc%2fpasswd",
     "/article/..%2f..%2fa", "/claim/a/b", "/place/%00", "/article/%ff", "/claim/army/1%0d%0aX: 1"],
)  # fmt: skip
def test_what_is_not_there_is_told(ask, path):
    answer, page = ask(path.replace(" ", "%20"))
    assert answer.status == 404
    assert "Not here" in page
    assert "X" not in answer.headers


def test_near_names_are_offered(ask):
    assert '<a href="/place/Bakhmut">' in ask("/place/Bakhmud")[1]


def test_hostile_words_are_inert(ask, ledger):
    (name,) = (file.stem for file in (ledger / "events").glob("*mayor*.yaml"))
    for path in ("/", f"/article/{name}", f"/claim/{name}/1", "/place/orikhiv", "/find?q=killed",
                 f"/find?q={quote(EVIL)}", f"/place/{quote(EVIL, safe='')}"):  # fmt: skip
        answer, page = ask(path)
        assert answer.status in (200, 404), path
        assert not re.search(r"<(script|img|iframe)", page), path
        assert "javascript:" not in page
        assert "default-src 'none'; style-src 'sha256-" in page


def test_nothing_can_be_changed(ask, ledger):
    before = {file: file.read_bytes() for file in ledger.rglob("*") if file.is_file()}
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert ask("/place/orikhiv", method)[0].status == 501
    answer, page = ask("/", "HEAD")
    assert (answer.status, page) == (200, "")
    assert {file: file.read_bytes() for file in before} == before


def test_a_page_from_elsewhere_cannot_read_it(ask, server):
    port = server.server_address[1]
    assert ask("/", Host=f"localhost:{port}")[0].status == 200
    assert ask("/", Host=f"127.0.0.1:{port}")[0].status == 200
    assert ask("/", Host="evil.example")[0].status == 421
    assert ask("/", Host=f"evil.example:{port}")[0].status == 421
    headers = ask("/")[0].headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in headers


def test_the_same_page_whoever_asks_at_once(ask):
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda _: ask("/place/orikhiv")[1], range(8)))
    assert len(set(pages)) == 1


def test_a_request_that_is_none_harms_nobody(server, ask):
    for words in (
        b"\x00\xff\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET " + b"/" * 70_000 + b" HTTP/1.0\r\n\r\n",
        b"GET http://[::1/ HTTP/1.0\r\nHost: localhost\r\n\r\n",
    ):
        with socket.create_connection(server.server_address[:2], timeout=10) as line:
            line.sendall(words)
            line.settimeout(10)
            line.recv(100)
    assert ask("/")[0].status == 200


def test_a_browser_that_goes_away_is_not_worth_a_word(server, capsys):
    def fails(error):
        try:
            raise error
        except type(error):
            server.handle_error(None, None)
        return capsys.readouterr().err

    assert fails(ConnectionResetError("reset")) == ""
    assert fails(KeyError("\x1b[31m")) == "warning: a request has failed: KeyError('\\x1b[31m')\n"


def test_which_addresses_are_this_machines():
    assert [is_home(a) for a in ("127.0.0.1", "::1", "0.0.0.0", "192.0.2.1")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_a_port_that_is_taken_is_told(cli, ledger, server):
    port = str(server.server_address[1])
    done = cli("serve", "--ledger", str(ledger), "--port", port)
    assert (done.returncode, "--port 0 takes a free one" in done.stderr) == (2, True)


@pytest.mark.parametrize(("host", "warned"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_other_addresses_only_with_a_warning(ledger, host, warned):
    command = [sys.executable, "-m", "counterclaim", "serve", "--ledger", str(ledger),
               "--port", "0", "--host", host]  # fmt: skip
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        said = ""
        while "serving" not in said:
            line = running.stderr.readline()
            assert line, said
            said += line
        running.send_signal(2)
        assert running.wait(30) == 130
        rest = running.stderr.read()
    assert ("there is no password" in said) == warned
    assert "Traceback" not in rest


@pytest.mark.skipif(find_chromium() is None, reason="no Chromium here: apt-get install chromium")
def test_a_browser_walks_from_page_to_page(server, article, tmp_path):
    home = f"http://127.0.0.1:{server.server_address[1]}"
    with browse(find_chromium(), tmp_path) as browser:
        for path in ("/", "/place/orikhiv", f"/article/{article}", f"/claim/{article}/1"):
            browser.open(home + path, width=390, scheme="dark")
            assert browser.requests == [home + path]
            assert browser.complaints == []
            assert browser.ask("document.documentElement.scrollWidth <= innerWidth") is True
        browser.open(f"{home}/find?q=controlled")
        assert browser.ask("document.querySelectorAll('.claim a[href^=\"/claim/\"]').length") == 2


def test_a_folder_that_is_no_ledger_is_not_served(cli, tmp_path):
    done = cli("serve", "--ledger", str(tmp_path / "nope"), "--port", "0")
    assert done.returncode == 2
    assert "CC042" in done.stderr
