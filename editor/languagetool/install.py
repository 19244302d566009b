"""Fetches LanguageTool into the user's cache, each file checked against its pinned sum.

Standard library only: the bootstrap script imports this before anything is installed.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import hashlib
import http.client
import os
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from editor import resources

VERSION = "6.8"
MAVEN = "https://repo1.maven.org/maven2"
TRIES = 4
PAUSE = 0.5  # seconds, doubled at each further try
SECONDS_WITHOUT_A_BYTE = 30
SECONDS_TO_STOP = 2
CHUNK = 1 << 16
GATEWAY_TROUBLE = {408, 425, 429, 500, 502, 503, 504}
CERTIFICATE_VARIABLES = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
SYSTEM_CERTIFICATES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")


class InstallError(Exception):
    """A file could not be fetched; the message names it, and says what to do."""


class InstallCancelled(InstallError):
    """The person asked for it to stop; what has come so far is kept."""


class _WrongSum(InstallError):
    """What came is not what was pinned."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A file to fetch: where it is, and what it must be, in bytes and by SHA-256."""

    name: str
    url: str
    size: int
    sha256: str


def folder() -> Path:
    """Where LanguageTool is, or would be put."""
    if own := os.environ.get("COPYDESK_LANGUAGETOOL"):
        return Path(own).expanduser()
    return user_cache() / f"languagetool-{VERSION}"


def user_cache() -> Path:
    """The folder for what Copydesk can always fetch again."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "")
    return (cache if cache.is_absolute() else Path.home() / ".cache") / "copydesk"


def pinned(maven: str = MAVEN) -> tuple[Pinned, ...]:
    """The jars of LanguageTool, as the list in resources/ pins them."""
    jars = []
    for group, artifact, version, classifier, size, sha256 in resources.rows("languagetool.tsv"):
        name = "-".join(filter(None, (artifact, version, classifier))) + ".jar"
        url = "/".join((maven, group.replace(".", "/"), artifact, version, name))
        jars.append(Pinned(name, url, int(size), sha256))
    return tuple(jars)


def installed(folder: Path) -> bool:
    """Whether LanguageTool is whole in that folder: our jars, or its official ZIP unpacked."""
    return (folder / "languagetool-server.jar").is_file() or all(_there(folder, jar) for jar in pinned())


def install(
    folder: Path,
    *,
    report: Callable[[int, int], None],
    cancelled: Callable[[], bool] = lambda: False,
    workers: int = 6,
    files: Sequence[Pinned] | None = None,
) -> None:
    """Fetch what is missing of LanguageTool, several files at a time, and go on where it was broken off.

    `report(done, total)` is called in bytes, in the caller's thread, and so is `cancelled`.
    Raises InstallError, or InstallCancelled, which is one; what has come is kept for the next time.
    """
    files = pinned() if files is None else files
    total = sum(file.size for file in files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder, cancelled):
            missing = [file for file in files if not _there(folder, file)]
            _fetch_all(missing, folder, total, report, cancelled, workers)
    except OSError as error:
        raise InstallError(
            f"{folder} can't be written ({error.strerror or error}). Make room or give it back its rights, "
            "or name another folder in COPYDESK_LANGUAGETOOL."
        ) from error


def discard(folder: Path) -> None:
    """Take away what an installation that was broken off has left: the files of the list, whole or in part."""
    for file in pinned():
        for name in (file.name, f"{file.name}.part"):
            (folder / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        (folder / ".lock").unlink(missing_ok=True)
        folder.rmdir()  # something else that lies there stays, and the folder with it


def fetch(file: Pinned, folder: Path, arrived: Callable[[int], None], stopped: Callable[[], bool]) -> Path:
    """Fetch one file into the folder. `arrived` is told its bytes so far; raises InstallError or OSError."""
    part = folder / f"{file.name}.part"
    for attempt in range(1, TRIES + 1):
        resumed = part.exists()
        try:
            _transfer(file, part, arrived, stopped)
            _verify(file, part)
        except _WrongSum:
            part.unlink(missing_ok=True)
            if not resumed:
                raise
        except urllib.error.HTTPError as error:
            error.close()
            if error.code not in GATEWAY_TROUBLE or attempt == TRIES:
                raise InstallError(f"{file.url} answered {error.code} {error.reason}. Try again later.") from error
        except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
            if attempt == TRIES:
                reason = getattr(error, "reason", None) or error
                raise InstallError(
                    f"{file.url} could not be fetched ({reason}). Check the network and the proxy "
                    "(https_proxy), then try again: it goes on where it stopped."
                ) from error
        else:
            part.replace(folder / file.name)
            return folder / file.name
        _pause(attempt, stopped)
    raise InstallError(f"{file.url} could not be fetched whole in {TRIES} tries. Try again later.")


def certificates() -> str | None:
    """The file of certificates this machine trusts: the one the environment names, else the system's."""
    named = [os.environ.get(name) for name in CERTIFICATE_VARIABLES]
    return next((place for place in (*named, *SYSTEM_CERTIFICATES) if place and Path(place).is_file()), None)


def _there(folder: Path, file: Pinned) -> bool:
    try:
        return (folder / file.name).stat().st_size == file.size
    except OSError:
        return False


@contextmanager
def _alone(folder: Path, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Keep two Copydesks from writing the same parts at once: the second waits for the first."""
    with (folder / ".lock").open("w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                _pause(0, cancelled)
        yield


def _fetch_all(
    missing: Sequence[Pinned],
    folder: Path,
    total: int,
    report: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    workers: int,
) -> None:
    here = total - sum(file.size for file in missing)
    arrived = {file.name: 0 for file in missing}
    waiting: SimpleQueue[Pinned] = SimpleQueue()
    for file in sorted(missing, key=lambda file: -file.size):  # the largest first, so that none is left for the end
        waiting.put(file)
    stop = threading.Event()
    failures: list[Exception] = []

    def work() -> None:
        try:
            while not stop.is_set():
                file = waiting.get_nowait()
                fetch(file, folder, functools.partial(arrived.__setitem__, file.name), stop.is_set)
        except Empty:
            pass
        except Exception as error:  # noqa: BLE001 - raised again in the caller's thread
            failures.append(error)
            stop.set()

    # Daemons, so that Ctrl-C need not wait for a server that is silent; those that can end do so below, since one that
    # reads from TLS while Python ends can bring it down.
    threads = [threading.Thread(target=work, daemon=True) for _ in range(min(workers, len(missing)))]
    for thread in threads:
        thread.start()
    try:
        while any(thread.is_alive() for thread in threads):
            report(here + sum(arrived.values()), total)
            if cancelled():
                stop.set()
            for thread in threads:
                if thread.is_alive():
                    thread.join(timeout=0.1)
                    break
    finally:
        stop.set()
        until = time.monotonic() + SECONDS_TO_STOP
        for thread in threads:
            thread.join(timeout=max(0.0, until - time.monotonic()))
    if failures:
        raise next((error for error in failures if not isinstance(error, InstallCancelled)), failures[0])
    if any(not _there(folder, file) for file in missing):
        raise InstallCancelled("Stopped. What has come so far is kept for the next time.")
    report(total, total)


def _transfer(file: Pinned, part: Path, arrived: Callable[[int], None], stopped: Callable[[], bool]) -> None:
    have = part.stat().st_size if part.exists() else 0
    if have == file.size:
        return
    if have > file.size:
        part.unlink()
        have = 0
    headers = {"User-Agent": "Copydesk"}
    if have:
        headers["Range"] = f"bytes={have}-"
    request = urllib.request.Request(file.url, headers=headers)
    trusted = ssl.create_default_context(cafile=certificates())
    with urllib.request.urlopen(request, timeout=SECONDS_WITHOUT_A_BYTE, context=trusted) as answer:
        goes_on = answer.status == http.HTTPStatus.PARTIAL_CONTENT
        have = have if goes_on else 0
        with part.open("ab" if goes_on else "wb") as target:
            while have <= file.size and (chunk := answer.read1(CHUNK)):
                target.write(chunk)
                have += len(chunk)
                arrived(min(have, file.size))
                if stopped():
                    raise InstallCancelled("Stopped. What has come so far is kept for the next time.")
    if have < file.size:
        raise ConnectionError("the transfer broke off")


def _verify(file: Pinned, part: Path) -> None:
    with part.open("rb") as source:
        found = hashlib.file_digest(source, "sha256").hexdigest()
    if found != file.sha256:
        raise _WrongSum(
            f"{file.url} is not the file that Copydesk knows: its SHA-256 begins {found[:12]}, not "
            f"{file.sha256[:12]}. It was deleted. A proxy may have put a page of its own in its place; "
            "ask whoever runs the network, or try again elsewhere."
        )


def _pause(attempt: int, stopped: Callable[[], bool]) -> None:
    until = time.monotonic() + (PAUSE * 2**attempt if attempt else 0.2)
    while True:
        if stopped():
            raise InstallCancelled("Stopped. What has come so far is kept for the next time.")
        if (left := until - time.monotonic()) <= 0:
            return
        time.sleep(min(left, 0.1))
