"""Saves documents so that no failure can cost the file that was there: beside it, to the disk, then in its place."""

from __future__ import annotations

import contextlib
import errno
import functools
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

REMEDIES = {
    errno.ENOSPC: "the disk is full: free some space, or save it elsewhere.",
    errno.EDQUOT: "your share of the disk is used up: free some space, or save it elsewhere.",
    errno.EROFS: "the disk is read-only: save it elsewhere.",
    errno.EACCES: "you may not write there: save it elsewhere, or ask whoever owns the folder.",
    errno.EPERM: "you may not write there: save it elsewhere, or ask whoever owns the folder.",
    errno.ENOENT: "its folder is gone: save it elsewhere.",
    errno.ENOTDIR: "its folder is gone: save it elsewhere.",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one.",
    errno.EISDIR: "there is a folder of that name: choose another name.",
    errno.ELOOP: "the link leads round in a circle: save it elsewhere.",
    errno.EIO: "the disk reports a fault: save it elsewhere.",
}


class SaveRefused(Exception):
    """The file was not written; what was there is as it was. The message names the file and what to do."""

    def __init__(self, path: Path, remedy: str) -> None:
        super().__init__(f"{path.name} was not saved: {remedy}")
        self.path, self.remedy = path, remedy


class ChangedOutside(SaveRefused):
    """Someone changed the file, or took it away, since it was read; `found` is its hash, empty where it is gone."""

    def __init__(self, path: Path, found: str) -> None:
        what = (
            "changed it since it was opened: compare the two, or save a copy."
            if found
            else "took it away: save a copy."
        )
        super().__init__(path, f"someone else {what}")
        self.found = found


class AlreadyThere(SaveRefused):
    """There is a file of that name already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "there is a file of that name already: choose another name, or replace it.")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def save(path: Path, data: bytes, *, expected: str | None) -> str:
    """Writes the file whole, or not at all, and gives its SHA-256; it is on the disk, not only on its way, afterwards.

    `expected` is the SHA-256 of what the file was when it was last read or written, empty where there was none: where
    it differs, nothing is written and ChangedOutside is raised. None replaces whatever is there, which the editor must
    have said. The file keeps its mode and, where the system lets it, its owner and extended attributes; a symbolic link
    stays, and what it leads to is written. A file of several hard links becomes one of its own.
    """
    with _told(path):
        target = Path(os.path.realpath(path))
        # A file that says already what it is to say has not been changed by anyone: an earlier try got so far.
        known = None if expected is None else {expected, sha256(data)}
        before = _as_it_is(path, target, known)
        with _beside(target, data, before) as new:
            # Once more, since writing took its time; the rename itself is one instant.
            _as_it_is(path, target, known)
            Path(new).replace(target)
        sync_folder(target.parent)
    return sha256(data)


def write_new(path: Path, data: bytes) -> str:
    """Writes a file where there is none, and gives its SHA-256. Raises AlreadyThere, also where one came meanwhile."""
    with _told(path):
        if os.path.lexists(path):
            raise AlreadyThere(path)
        with _beside(path, data, None) as new:
            try:
                os.link(new, path)
            except FileExistsError:
                raise AlreadyThere(path) from None
            except OSError as error:
                if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK):
                    raise
                _take_name(path)
                Path(new).replace(path)
        sync_folder(path.parent)
    return sha256(data)


def write_private(path: Path, data: bytes) -> None:
    """Writes one of Copydesk's own files, readable by its user alone, whole or not at all. Raises OSError."""
    with _beside(path, data, None, private=True) as new:
        Path(new).replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes names in a folder last through a power cut, where the system can (Windows has no such thing)."""
    try:
        fd = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # A folder that may be written to but not read; Windows says so of every folder.
        return
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(fd)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Says any fault of the system as one sentence that names the file and the remedy."""
    try:
        yield
    except OSError as error:
        remedy = REMEDIES.get(error.errno or 0, f"{(error.strerror or str(error)).lower()}: save it elsewhere.")
        raise SaveRefused(path, remedy) from error
    except ValueError as error:
        raise SaveRefused(path, "the name can't be used: choose another.") from error


def _as_it_is(path: Path, target: Path, known: set[str] | None) -> os.stat_result | None:
    """The state of the file that is to be replaced. Raises ChangedOutside."""
    try:
        state = target.stat()
        if not stat.S_ISREG(state.st_mode):
            remedy = (
                REMEDIES[errno.EISDIR] if stat.S_ISDIR(state.st_mode) else "it is no ordinary file: save it elsewhere."
            )
            raise SaveRefused(path, remedy)
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        found = sha256(target.read_bytes()) if known is not None else ""
    except FileNotFoundError:
        if known and "" not in known:
            raise ChangedOutside(path, "") from None
        return None
    if known is not None and found not in known:
        raise ChangedOutside(path, found)
    return state


@contextlib.contextmanager
def _beside(target: Path, data: bytes, like: os.stat_result | None, *, private: bool = False) -> Iterator[str]:
    """The data in a new file of the same folder, on the disk; the file is gone afterwards unless it got its name."""
    fd, new = tempfile.mkstemp(dir=target.parent, prefix=".copydesk-", suffix=".new")
    try:
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(fd, left) :]
            if like:
                _dressed(fd, target, like)
            elif not private:
                os.fchmod(fd, 0o666 & ~_umask())
            os.fsync(fd)
        finally:
            os.close(fd)
        yield new
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(new).unlink()


def _dressed(fd: int, target: Path, like: os.stat_result) -> None:
    """The new file gets the owner, mode and extended attributes (access lists too) of the one it replaces."""
    with contextlib.suppress(OSError):
        if (like.st_uid, like.st_gid) != (os.geteuid(), os.getegid()):
            os.fchown(fd, like.st_uid, like.st_gid)
    os.fchmod(fd, stat.S_IMODE(like.st_mode))
    with contextlib.suppress(OSError, AttributeError):
        for name in os.listxattr(target):
            with contextlib.suppress(OSError):
                os.setxattr(fd, name, os.getxattr(target, name))


@functools.cache
def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _take_name(path: Path) -> None:
    """Makes the name ours, where hard links are not to be had."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError:
        raise AlreadyThere(path) from None
