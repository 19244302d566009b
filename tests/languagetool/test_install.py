"""LanguageTool's files: fetched whole, gone on with where a transfer broke, refused where a sum is wrong."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from editor.languagetool import install
from editor.languagetool.install import InstallCancelled, InstallError, Pinned


@dataclass
class Shelf:
    """What the server has, how it misbehaves, and what was asked of it."""

    url: str
    words: dict[str, bytes] = field(default_factory=dict)
    breaks: dict[str, int] = field(default_factory=dict)  # sends so many bytes the first time, then hangs up
    troubles: dict[str, list[int]] = field(default_factory=dict)  # answers with these before it serves
    holds: dict[str, threading.Event] = field(default_factory=dict)  # sends half, and the rest when this is set
    no_ranges: bool = False
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def pin(self, name: str, words: bytes) -> Pinned:
        self.words[name] = words
        return Pinned(name, f"{self.url}/{name}", len(words), hashlib.sha256(words).hexdigest())

    def ranges(self, name: str) -> list[str | None]:
        return [wanted for asked, wanted in self.asked if asked == name]


@contextmanager
def served() -> Iterator[Shelf]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.lstrip("/")
            wanted = self.headers.get("Range")
            stock.asked.append((name, wanted))
            if stock.troubles.get(name):
                self.send_error(stock.troubles[name].pop(0))
                return
            words = stock.words[name]
            start = int(re.findall(r"\d+", wanted)[0]) if wanted and not stock.no_ranges else 0
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(words) - start))
            self.end_headers()
            words = words[start : stock.breaks.pop(name, len(words))]
            self.wfile.write(words[: len(words) // 2])
            if name in stock.holds:
                stock.holds[name].wait(timeout=30)
            with suppress(ConnectionError):
                self.wfile.write(words[len(words) // 2 :])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stock = Shelf(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stock
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setattr(install, "PAUSE", 0.0)
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with served() as shelf:
        yield shelf


@dataclass
class Told:
    """What an installation reported."""

    steps: list[tuple[int, int]] = field(default_factory=list)

    def __call__(self, done: int, total: int) -> None:
        self.steps.append((done, total))


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()} - {".lock"}


def test_all_files_arrive_and_the_report_ends_with_all_bytes(shelf: Shelf, tmp_path: Path) -> None:
    files = [shelf.pin(f"a-{number}.jar", bytes([number]) * 70_000 * number) for number in range(1, 9)]
    told = Told()
    install.install(tmp_path / "new" / "folder", report=told, files=files, workers=3)
    total = sum(file.size for file in files)
    assert told.steps[-1] == (total, total)
    assert told.steps == sorted(told.steps)
    assert names(tmp_path / "new" / "folder") == {file.name for file in files}
    for file in files:
        assert (tmp_path / "new" / "folder" / file.name).read_bytes() == shelf.words[file.name]


def test_what_is_there_is_not_fetched_again(shelf: Shelf, tmp_path: Path) -> None:
    files = [shelf.pin("a.jar", b"aaaa"), shelf.pin("b.jar", b"bb")]
    install.install(tmp_path, report=Told(), files=files)
    (tmp_path / "b.jar").write_bytes(b"b")
    shelf.asked.clear()
    install.install(tmp_path, report=Told(), files=files)
    assert shelf.asked == [("b.jar", None)]
    assert (tmp_path / "b.jar").read_bytes() == b"bb"


@pytest.mark.parametrize("no_ranges", [False, True])
def test_a_broken_transfer_goes_on_where_it_stopped(shelf: Shelf, tmp_path: Path, no_ranges: bool) -> None:
    words = bytes(range(256)) * 1000
    file = shelf.pin("a.jar", words)
    shelf.breaks["a.jar"] = 100_000
    shelf.no_ranges = no_ranges
    install.install(tmp_path, report=Told(), files=[file])
    first, second = shelf.ranges("a.jar")
    assert first is None
    assert second == "bytes=100000-"
    assert (tmp_path / "a.jar").read_bytes() == words


def test_a_part_from_an_earlier_run_is_used(shelf: Shelf, tmp_path: Path) -> None:
    file = shelf.pin("a.jar", b"0123456789")
    (tmp_path / "a.jar.part").write_bytes(b"0123")
    install.install(tmp_path, report=Told(), files=[file])
    assert shelf.ranges("a.jar") == ["bytes=4-"]
    assert (tmp_path / "a.jar").read_bytes() == b"0123456789"
    assert names(tmp_path) == {"a.jar"}


@pytest.mark.parametrize("part", [b"wrong", b"wrongwrong", b"wrong, and longer than all"])
def test_a_spoilt_part_is_thrown_away_and_fetched_anew(shelf: Shelf, tmp_path: Path, part: bytes) -> None:
    file = shelf.pin("a.jar", b"0123456789")
    (tmp_path / "a.jar.part").write_bytes(part)
    install.install(tmp_path, report=Told(), files=[file])
    assert shelf.ranges("a.jar")[-1] is None
    assert (tmp_path / "a.jar").read_bytes() == b"0123456789"


@pytest.mark.parametrize("came", [b"a login page", b"a page that is longer than the file that was pinned"])
def test_a_wrong_sum_is_refused_and_nothing_of_it_is_kept(shelf: Shelf, tmp_path: Path, came: bytes) -> None:
    file = shelf.pin("a.jar", b"twelve bytes")
    shelf.words["a.jar"] = came
    with pytest.raises(InstallError, match=r"a\.jar is not the file that Copydesk knows.*deleted"):
        install.install(tmp_path, report=Told(), files=[file])
    assert names(tmp_path) == set()


def test_a_busy_server_is_asked_again_and_a_missing_file_is_not(shelf: Shelf, tmp_path: Path) -> None:
    file = shelf.pin("a.jar", b"aaaa")
    shelf.troubles["a.jar"] = [503, 429]
    install.install(tmp_path, report=Told(), files=[file])
    assert len(shelf.asked) == 3

    gone = shelf.pin("gone.jar", b"gone")
    shelf.troubles["gone.jar"] = [404]
    with pytest.raises(InstallError, match=r"gone\.jar answered 404"):
        install.install(tmp_path, report=Told(), files=[file, gone])
    assert len(shelf.ranges("gone.jar")) == 1


def test_a_server_that_stays_away_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "PAUSE", 0.0)
    with served() as shelf:
        file = shelf.pin("a.jar", b"aaaa")
    with pytest.raises(InstallError, match=r"a\.jar could not be fetched .*Check the network"):
        install.install(tmp_path, report=Told(), files=[file])


def test_stopping_keeps_what_has_come(shelf: Shelf, tmp_path: Path) -> None:
    files = [shelf.pin(f"{name}.jar", name.encode() * 4 * install.CHUNK) for name in "abc"]
    held = shelf.holds["b.jar"] = threading.Event()

    def when_half_has_come() -> bool:
        came = (tmp_path / "a.jar").exists() and (tmp_path / "b.jar.part").exists()
        if came:
            threading.Timer(0.2, held.set).start()
        return came

    with pytest.raises(InstallCancelled, match="kept"):
        install.install(tmp_path, report=Told(), cancelled=when_half_has_come, workers=1, files=files)
    assert names(tmp_path) == {"a.jar", "b.jar.part"}
    shelf.asked.clear()
    install.install(tmp_path, report=Told(), files=files)
    assert names(tmp_path) == {"a.jar", "b.jar", "c.jar"}
    assert not shelf.ranges("a.jar")
    assert all(shelf.ranges("b.jar")), "what had come of it was used"


def test_an_unwritable_folder_is_an_install_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InstallError, match=r"can't be written.*COPYDESK_LANGUAGETOOL"):
        install.install(tmp_path / "file" / "folder", report=Told(), files=[])


def test_two_at_once_do_not_write_the_same_part(shelf: Shelf, tmp_path: Path) -> None:
    files = [shelf.pin(f"{number}.jar", b"x" * 200_000) for number in range(4)]
    threads = [
        threading.Thread(target=install.install, args=(tmp_path,), kwargs={"report": Told(), "files": files})
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(shelf.asked) == len(files)


def test_the_pinned_list_can_lie_flat_in_one_folder() -> None:
    jars = install.pinned()
    assert len({jar.name for jar in jars}) == len(jars) == 130
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) and jar.size > 0 for jar in jars)
    server = next(jar for jar in jars if jar.name.startswith("languagetool-server"))
    assert server.url.endswith(f"/org/languagetool/languagetool-server/{install.VERSION}/{server.name}")


def fill(folder: Path) -> None:
    for jar in install.pinned():
        with (folder / jar.name).open("wb") as file:
            file.truncate(jar.size)


def test_installed_tells_a_whole_folder_from_one_that_lacks_a_byte(tmp_path: Path) -> None:
    assert not install.installed(tmp_path / "nowhere")
    fill(tmp_path)
    assert install.installed(tmp_path)
    some = install.pinned()[64]
    with (tmp_path / some.name).open("r+b") as file:
        file.truncate(some.size - 1)
    assert not install.installed(tmp_path)


def test_the_official_zip_unpacked_is_installed(tmp_path: Path) -> None:
    (tmp_path / "languagetool-server.jar").touch()
    assert install.installed(tmp_path)


def test_the_folder_is_in_the_cache_unless_the_editor_names_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("COPYDESK_LANGUAGETOOL", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert install.folder() == tmp_path / "copydesk" / "languagetool-6.8"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert install.folder() == Path.home() / ".cache" / "copydesk" / "languagetool-6.8"
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL", "/opt/lt")
    assert install.folder() == Path("/opt/lt")


def test_certificates_are_those_that_the_environment_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own: Callable[[str], Path] = lambda name: tmp_path / name  # noqa: E731
    for name in install.CERTIFICATE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CERT", str(own("pip.pem")))
    assert install.certificates() != str(own("pip.pem")), "a file that is not there is passed over"
    own("pip.pem").touch()
    assert install.certificates() == str(own("pip.pem"))
    own("ssl.pem").touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(own("ssl.pem")))
    assert install.certificates() == str(own("ssl.pem"))


def test_a_file_is_never_seen_half_written(shelf: Shelf, tmp_path: Path) -> None:
    file = shelf.pin("a.jar", b"x" * 10)
    with pytest.raises(InstallError):
        install.install(tmp_path, report=Told(), files=[replace(file, size=11, sha256="0" * 64)])
    assert not (tmp_path / "a.jar").exists()
