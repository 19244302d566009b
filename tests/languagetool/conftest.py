"""Stand-ins for Java: small programs that behave as LanguageTool's process may, well or badly."""

from __future__ import annotations

import http.server
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editor.languagetool import supervisor

SERVES = r"""
    import http.server, json, os, pathlib, sys, urllib.parse

    notes = pathlib.Path(os.environ["COPYDESK_TEST_NOTES"])

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *said): pass

        def reply(self, what):
            said = json.dumps(what).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def do_GET(self):
            if self.path == "/v2/healthcheck":
                self.reply("OK")
            else:
                self.reply([{"code": c[:2], "longCode": c} for c in ("en-US", "en-GB", "es", "ca-ES", "pt")])

        def do_POST(self):
            form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            text = form["text"][0]
            with notes.open("a") as file:
                file.write(json.dumps([form["language"][0], text]) + "\n")
            if text == "die":
                os._exit(3)
            if text.startswith("redirect "):
                self.send_response(307)
                self.send_header("Location", text.split()[1])
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            units = text.encode("utf-16-le")
            at = units.find("wrong".encode("utf-16-le"))
            end = units.find("!".encode("utf-16-le"))
            if at < 0:
                self.reply({"matches": []})
                return
            rule = {"id": "RULE", "issueType": "grammar", "category": {"id": "GRAMMAR"}}
            self.reply({"matches": [{
                "message": "It is wrong.", "replacements": [{"value": "right"}], "offset": at // 2,
                "length": (end - at) // 2, "context": {"text": text, "offset": 0, "length": 1},
                "sentence": text, "rule": rule,
            }]})

    class Server(http.server.ThreadingHTTPServer):
        allow_reuse_address = False

    Server(("127.0.0.1", int(sys.argv[sys.argv.index("-p") + 1])), Handler).serve_forever()
"""


@pytest.fixture(autouse=True)
def _its_own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "marks", lambda: tmp_path / "running")
    monkeypatch.setenv("COPYDESK_TEST_NOTES", str(tmp_path / "sent"))


@pytest.fixture
def jars(tmp_path: Path) -> Path:
    """A folder that looks as though LanguageTool were in it."""
    folder = tmp_path / "languagetool"
    folder.mkdir()
    (folder / "languagetool-server.jar").touch()
    return folder


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[[str], str]:
    """Makes a program in the place of Java out of Python's words; "serves" is one that answers as LanguageTool does."""

    def made(words: str) -> str:
        place = tmp_path / "java"
        body = textwrap.dedent(SERVES if words == "serves" else words)
        place.write_text(f"#!{sys.executable}\n{body}")
        place.chmod(0o755)
        return str(place)

    return made


class Trap(http.server.ThreadingHTTPServer):
    """A stranger's server that answers yes to everybody, and keeps every byte that it is sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Trapping)
        self.heard: list[bytes] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Trapping(http.server.BaseHTTPRequestHandler):
    def handle_one_request(self) -> None:
        line = self.rfile.readline()
        if isinstance(self.server, Trap) and line:
            self.server.heard.append(line)
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK")
        self.close_connection = True


@pytest.fixture
def trap() -> Iterator[Trap]:
    server = Trap()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
