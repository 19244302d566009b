"""What there is of LanguageTool on this machine: its version, its folder and size, the Java that runs it."""

from __future__ import annotations

import re
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import psutil

from editor.languagetool import install, supervisor

SECONDS_FOR_A_VERSION = 10


@dataclass(frozen=True, slots=True)
class State:
    """What is installed, and what of it runs."""

    folder: Path
    installed: bool
    version: str
    """Empty where it is not known."""
    size: int
    """In bytes, of all that is in the folder."""
    java: str
    java_version: str
    trouble: str
    """Why there is no Java that would run it."""
    memory: int
    """In bytes, what its process takes; 0 where it does not run."""


def look(folder: str = "", java: str = "", pid: int = 0) -> State:
    """What there is, for these settings; `pid` is the process of LanguageTool, if there is one. Takes some 100 ms."""
    place = Path(folder).expanduser() if folder else install.folder()
    there = install.installed(place)
    found, said, trouble = "", "", ""
    try:
        found = str(supervisor.java(java))
        said = java_version(found)
    except supervisor.Unavailable as error:
        trouble = str(error)
    return State(place, there, version(place) if there else "", size(place), found, said, trouble, memory(pid))


def version(folder: Path) -> str:
    """The version of the LanguageTool in a folder: ours, or what the jar of another says of itself."""
    if any(folder.glob(f"languagetool-core-{install.VERSION}*.jar")):
        return install.VERSION
    for jar in (folder / "libs" / "languagetool-core.jar", folder / "languagetool-server.jar"):
        try:
            with zipfile.ZipFile(jar) as inside:
                manifest = inside.read("META-INF/MANIFEST.MF").decode("utf-8", "replace")
        except (OSError, KeyError, zipfile.BadZipFile):
            continue
        if found := re.search(r"^Implementation-Version: *(\S+)", manifest, re.MULTILINE):
            return found[1]
    return ""


def size(folder: Path) -> int:
    """How many bytes the files in a folder take."""
    try:
        return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    except OSError:
        return 0


def java_version(program: str) -> str:
    """What a Java says of its version. Raises Unavailable where it can't be run, or is none."""
    try:
        done = subprocess.run(
            [program, "-version"], capture_output=True, text=True, timeout=SECONDS_FOR_A_VERSION, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise supervisor.Unavailable(f"{program} can't be run ({error}). Choose another Java.") from None
    if found := re.search(r'version "([^"]+)"', done.stderr + done.stdout):
        return found[1]
    raise supervisor.Unavailable(f"{program} is no Java. Choose another one.")


def memory(pid: int) -> int:
    """The bytes of memory that a process takes; 0 where there is none."""
    try:
        return int(psutil.Process(pid).memory_info().rss) if pid else 0
    except psutil.Error:
        return 0
