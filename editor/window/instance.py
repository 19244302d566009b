"""One window for one data folder: a second start hands its files to the window that runs, and ends.

The lock says that a window runs; it goes with the process, however that ends. The socket lies beside it in the data
folder, which is the user's alone, and takes short messages only; what is none of ours is closed and forgotten.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

LONGEST = 256 * 1024
"""Bytes of a message at most: some thousands of paths."""
PATIENCE, TALK = 1.0, 2_000
"""Seconds for which a second start waits for an answer; milliseconds in which a message must be whole."""
HEARD = b"heard\n"
UNIX = 100
"""Bytes that the path of a socket may have; the system allows few more."""
TOKEN = "XDG_ACTIVATION_TOKEN"


class Instance(QObject):
    """The window that others hand their files to."""

    handed = Signal(list)
    """Files are to be opened: their paths, or none where the window is only to come to the front."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self.held = folder, False
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this is the one window of the folder from now on. Where nothing can be locked, each is."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            log.warning("%s can't be made: %s", self._folder, error)
        self.held = self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError
        return self.held

    def listen(self) -> None:
        """Hears of other starts from now on. Whatever lies there is left from a window that is no more."""
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError as error:
            # It needs libraries of the system's that the rest of the window does without.
            log.warning("other starts can't hand their files over: %s", error)
            return
        name = address(self._folder)
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        if not self._server.listen(name):
            log.warning("other starts can't hand their files over: %s", self._server.errorString())

    def close(self) -> None:
        """Other starts open a window of their own from now on."""
        if self._server:
            self._server.close()
        self._lock.unlock()

    def _called(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()):
            Call(socket, self).said.connect(self._hear)

    def _hear(self, paths: list[Path], token: str) -> None:
        if token:
            # With it the system lets the window come to the front.
            os.environ[TOKEN] = token
        self.handed.emit(paths)


class Call(QObject):
    """Another start's message, as it comes in."""

    said = Signal(list, str)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket, self._heard = socket, bytearray()
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(TALK, self, self._end)
        QTimer.singleShot(0, self, self._read)

    def _end(self) -> None:
        self._socket.abort()

    def _read(self) -> None:
        self._heard += self._socket.read(LONGEST + 1 - len(self._heard)).data()
        if len(self._heard) > LONGEST:
            self._end()
        elif self._heard.endswith(b"\n"):
            message = read(bytes(self._heard))
            self._heard.clear()
            if message is None:
                self._end()
                return
            self._socket.write(HEARD)
            self._socket.disconnectFromServer()
            self.said.emit(*message)


def read(said: bytes) -> tuple[list[Path], str] | None:
    """The paths of a message and the token that lets a window come to the front; None where it is none of ours."""
    try:
        message = json.loads(said)
        files, token = message["files"], message.get("token", "")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if not isinstance(files, list) or not all(isinstance(file, str) and "\0" not in file for file in files):
        return None
    paths = [Path(file) for file in files]
    good = isinstance(token, str) and token.isprintable() and len(token) < 1_000
    return (paths, token if good else "") if all(path.is_absolute() for path in paths) else None


def hand_over(folder: Path, paths: Sequence[str | Path]) -> bool:
    """Hands files to the window that runs; whether it has heard. Waits for a second at most."""
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:
        return False
    end = monotonic() + PATIENCE
    message = {"files": [str(Path(path).absolute()) for path in paths], "token": os.environ.get(TOKEN, "")}
    data = json.dumps(message).encode() + b"\n"

    def left() -> int:
        return max(1, round((end - monotonic()) * 1000))

    while monotonic() < end and len(data) <= LONGEST:
        socket = QLocalSocket()
        socket.connectToServer(address(folder))
        if not socket.waitForConnected(left()):
            # It may have its lock and not its socket yet.
            sleep(0.05)
            continue
        socket.write(data)
        socket.flush()
        heard = b""
        while not heard.endswith(b"\n") and socket.waitForReadyRead(left()):
            heard += socket.readAll().data()
        return heard == HEARD
    return False


def address(folder: Path) -> str:
    """Where the window of a data folder listens: in the folder, where its path is short enough for a socket."""
    real = folder.resolve()
    beside = real / "window.socket"
    if sys.platform != "win32" and len(os.fsencode(beside)) <= UNIX:
        return str(beside)
    return f"copydesk-{hashlib.sha256(os.fsencode(real)).hexdigest()[:32]}"
