"""What the machine itself must have: Qt's system libraries, fonts, Java. Standard library only."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

OLDEST_JAVA = 17

# Debian's packages, each with the library in it that Qt asks for. Without the last, Qt's message names another.
QT_LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
}
FONTS = {"fonts-noto-core": "NotoSans-Regular.ttf", "fonts-noto-color-emoji": "NotoColorEmoji.ttf"}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
VIRTUAL_DISPLAY = {"xvfb": "xvfb-run", "xauth": "xauth"}


def loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(file: str) -> bool:
    return any(file in files for folder in FONT_FOLDERS for _, _, files in os.walk(Path(folder).expanduser()))


def missing_packages(
    testing: bool,
    loadable: Callable[[str], bool] = loadable,
    has_font: Callable[[str], bool] = has_font,
    which: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """Debian's names of what the window (and, when testing, a virtual display) needs and is not here."""
    packages = [package for package, library in QT_LIBRARIES.items() if not loadable(library)]
    packages += [package for package, file in FONTS.items() if not has_font(file)]
    if testing:
        packages += [package for package, program in VIRTUAL_DISPLAY.items() if not which(program)]
    return packages


def line_to_run(packages: Iterable[str], has_apt: bool, is_root: bool) -> str:
    """The one line that installs the packages, or, without apt, what to look for."""
    packages = list(packages)
    if has_apt:
        apt = f"{'' if is_root else 'sudo '}apt-get"
        return f"{apt} update && {apt} install --no-install-recommends {' '.join(packages)}"
    files = [(QT_LIBRARIES | FONTS | VIRTUAL_DISPLAY)[package] for package in packages]
    return f"install with this system's package manager what holds: {', '.join(files)}"


def install_packages(testing: bool, say: Callable[[str], None]) -> None:
    """Install what is missing where we may, else print the line to run. Never an error: much works without."""
    packages = missing_packages(testing)
    if not packages:
        return
    apt = shutil.which("apt-get")
    root = os.geteuid() == 0
    line = line_to_run(packages, bool(apt), root)
    if not (apt and root):
        say(f"The window needs system libraries that are not here. To get them:\n    {line}")
        return
    say(f"Installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        [apt, "-q", "update"],
        [apt, "-q", "-y", "-o", "Dpkg::Use-Pty=0", "install", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:] or ["no reason given"]
            say(f"System packages could not be installed ({last[0]}). The window may not start until they are:")
            say(f"    {line}")
            return


def java_version(said: str) -> int | None:
    """The version in what `java -version` says: 17 of `openjdk version "17.0.15"`, 8 of `java version "1.8.0_402"`."""
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(found[1]) if found else None


def system_java(environment: Mapping[str, str] = os.environ) -> Path | None:
    """A Java of this machine that LanguageTool runs on: $JAVA_HOME's, else the one on PATH."""
    home = environment.get("JAVA_HOME")
    for place in (home and str(Path(home, "bin", "java")), shutil.which("java", path=environment.get("PATH"))):
        if not place:
            continue
        try:
            answer = subprocess.run([place, "-version"], capture_output=True, text=True, timeout=20, check=True)
        except (OSError, subprocess.SubprocessError):
            continue
        if (java_version(answer.stderr + answer.stdout) or 0) >= OLDEST_JAVA:
            return Path(place)
    return None


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    return sys.platform == "darwin" or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
