"""Which windows are alive: each locks a file of its own, which the system lets go when it ends, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
import uuid
from pathlib import Path


class Presence:
    """This archive's own lock, and a look at those of others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "windows"
        self._folder.mkdir(exist_ok=True, mode=0o700)
        self.id = uuid.uuid4().hex
        self._fd = _locked(self._file(self.id), new=True)
        for other in self._folder.glob("*.lock"):
            self.alive(other.stem)

    def alive(self, holder: str) -> bool:
        """Whether the window of this id still runs; the file of one that does not is taken away."""
        if holder == self.id:
            return True
        fd = None
        try:
            fd = _locked(self._file(holder), new=False)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        self._file(holder).unlink(missing_ok=True)
        os.close(fd)
        return False

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._file(self.id).unlink()
        os.close(self._fd)

    def _file(self, holder: str) -> Path:
        return self._folder / f"{holder}.lock"


def _locked(file: Path, *, new: bool) -> int:
    """The file, open and locked. Raises OSError where another has it."""
    fd = os.open(file, os.O_RDWR | (os.O_CREAT if new else 0), 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(fd)
        raise
    return fd
