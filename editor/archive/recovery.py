"""The latest text of each open article in a plain file of its own, for when the database can't be read or written."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import time
from dataclasses import dataclass
from pathlib import Path

import msgspec

from editor import saving
from editor.archive import payload

log = logging.getLogger(__name__)

KEPT = 7 * 24 * 3600.0
"""Seconds for which a recovery file is kept that holds nothing more than the archive does."""


class Beside(msgspec.Struct):
    """What lies beside the text: whose it is, up to which event, and whether it holds more than the archive."""

    article: str
    sequence: int
    ahead: bool
    sha256: str
    title: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Recovery:
    """A text that was put away. It is `ahead` of the archive when later writes had failed."""

    text: str
    beside: Beside
    at: float = 0.0
    """When it was put away, as seconds since 1970."""


class Recoveries:
    """The folder of recovery files. One file is written at most once in `every` seconds."""

    def __init__(self, folder: Path, every: float = 1.0) -> None:
        self._folder, self._every = folder / "recovery", every
        self._waiting: dict[str, tuple[str, Beside]] = {}
        self._written: dict[str, float] = {}

    def put(self, text: str, beside: Beside, name: str = "") -> None:
        """Takes note of an article's text; `write` writes it when its time has come."""
        self._waiting[name or beside.article] = (text, beside)

    def due(self) -> float | None:
        """In how many seconds something is to be written; None where nothing waits."""
        now = time.monotonic()
        times = [self._written.get(name, now - self._every) + self._every - now for name in self._waiting]
        return max(0.0, min(times)) if times else None

    def write(self, *, all_: bool = False) -> None:
        """Writes what is due. A failure is logged, and tried again with the next text."""
        for name, (text, beside) in list(self._waiting.items()):
            now = time.monotonic()
            if not all_ and now - self._written.get(name, now - self._every) < self._every:
                continue
            del self._waiting[name]
            self._written[name] = now
            data = text.encode("utf-8", "surrogatepass")
            beside.sha256 = hashlib.sha256(data).hexdigest()
            try:
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                saving.write_private(self._folder / f"{name}.txt", data)
                saving.write_private(self._folder / f"{name}.json", payload.to_bytes(beside))
            except OSError as error:
                log.warning("the recovery file could not be written: %s", error)

    def of(self, article: str) -> Recovery | None:
        """What was put away of an article; None where nothing readable was."""
        try:
            data = (self._folder / f"{article}.txt").read_bytes()
            text = data.decode("utf-8", "surrogatepass")
            beside = payload.from_bytes((self._folder / f"{article}.json").read_bytes(), Beside)
            at = (self._folder / f"{article}.txt").stat().st_mtime
        except (OSError, ValueError):
            return None
        if hashlib.sha256(data).hexdigest() != beside.sha256:
            # The machine stopped between the two files: the text is the later of them.
            beside.ahead = True
        return Recovery(text, beside, at)

    def at(self, path: str) -> Recovery | None:
        """What was put away last of the file at a path, for when the archive knows nothing of it."""
        found = [r for name in self._names() if (r := self.of(name)) and r.beside.path == path]
        return max(found, key=lambda r: r.beside.sequence, default=None)

    def tidy(self, sequences: dict[str, int]) -> None:
        """Removes old files of articles of which the archive holds all; `sequences` are those of their last events."""
        for name in self._names():
            old = self.of(name)
            with contextlib.suppress(OSError):
                age = time.time() - (self._folder / f"{name}.txt").stat().st_mtime
                if old and not old.beside.ahead and age > KEPT and sequences.get(name, -1) >= old.beside.sequence:
                    for end in ("txt", "json"):
                        (self._folder / f"{name}.{end}").unlink()

    def _names(self) -> list[str]:
        return sorted(file.stem for file in self._folder.glob("*.json"))
