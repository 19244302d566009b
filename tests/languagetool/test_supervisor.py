"""LanguageTool's process: started, known for ours, and gone with us, whatever Java does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from editor.languagetool import supervisor
from editor.languagetool.supervisor import Server, Unavailable

StandIn = Callable[[str], str]


def test_it_starts_is_known_for_ours_and_leaves_nothing(jars: Path, stand_in: StandIn) -> None:
    server = Server(jars, stand_in("serves"), limit=30)
    server.start()
    assert server.ours()
    child = psutil.Process(server.pid)
    assert supervisor.MAIN in child.cmdline()
    assert {"-Xmx256m", "-XX:+UseSerialGC"} <= set(child.cmdline())
    assert len(list(supervisor.marks().glob("*.pid"))) == 1
    server.stop()
    server.stop()
    assert not child.is_running()
    assert not server.ours()
    assert not list(supervisor.marks().iterdir())


def test_why_it_ended_is_told_in_its_own_words(jars: Path, stand_in: StandIn) -> None:
    java = stand_in("""
        print("starting")
        raise SystemExit("'es' is not a language code known to LanguageTool")
    """)
    with pytest.raises(Unavailable, match=r"code 1.*'es' is not a language code"):
        Server(jars, java, limit=30).start()


def test_fifty_lines_are_kept(jars: Path, stand_in: StandIn) -> None:
    server = Server(jars, stand_in("for n in range(500): print('line', n)"), limit=30)
    with pytest.raises(Unavailable, match=r"line 498 / line 499"):
        server.start()
    assert len(server.lines) == 50


def test_a_start_that_takes_too_long_is_ended(jars: Path, stand_in: StandIn) -> None:
    server = Server(jars, stand_in("import time; print('still loading', flush=True); time.sleep(600)"), limit=1)
    with pytest.raises(Unavailable, match=r"within 1 seconds; the settings can give it more"):
        server.start()
    assert not server.pid
    assert not list(supervisor.marks().iterdir())


def test_one_that_will_not_end_is_killed(jars: Path, stand_in: StandIn) -> None:
    java = stand_in("import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)")
    server = Server(jars, java, limit=1)
    with pytest.raises(Unavailable):
        server.start()
    assert not server.pid


def test_a_stranger_on_the_port_hears_nothing(
    jars: Path, stand_in: StandIn, trap: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "free_port", lambda: trap.server_port)
    server = Server(jars, stand_in("import time; time.sleep(600)"), limit=1)
    with pytest.raises(Unavailable, match="did not start"):
        server.start()
    assert trap.heard == []


def test_a_port_taken_meanwhile_is_given_up_for_another(
    jars: Path, stand_in: StandIn, trap: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = supervisor.free_port
    ports = iter([trap.server_port, trap.server_port, free()])
    monkeypatch.setattr(supervisor, "free_port", lambda: next(ports))
    server = Server(jars, stand_in("serves"), limit=30)
    server.start()
    assert server.ours()
    server.stop()
    assert trap.heard == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux ends a child with its parent")
def test_a_parent_that_is_killed_leaves_no_child(jars: Path, stand_in: StandIn) -> None:
    program = textwrap.dedent(f"""
        import signal, sys
        from pathlib import Path
        from editor.languagetool import supervisor
        supervisor.marks = lambda: Path({str(supervisor.marks())!r})
        server = supervisor.Server(Path({str(jars)!r}), {stand_in("serves")!r}, 30)
        server.start()
        print(server.pid, flush=True)
        signal.pause()
    """)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        child = psutil.Process(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
        child.wait(timeout=10)
    assert not child.is_running()
    assert len(list(supervisor.marks().glob("*.pid"))) == 1
    supervisor.sweep()
    assert not list(supervisor.marks().iterdir())


def orphan(owner: str) -> subprocess.Popen[bytes]:
    """A process that looks like LanguageTool, noted as the child of another one."""
    words = "print('up', flush=True); import time; time.sleep(600)"
    left = subprocess.Popen([sys.executable, "-c", words, supervisor.MAIN], stdout=subprocess.PIPE)
    assert left.stdout
    left.stdout.readline()
    supervisor.marks().mkdir()
    born = psutil.Process(left.pid).create_time()
    (supervisor.marks() / f"{left.pid}.pid").write_text(f"{left.pid} {born:.2f}\n{owner}\n")
    return left


def test_what_an_earlier_copydesk_left_running_is_swept() -> None:
    with orphan(owner="999999999 1.00") as left:
        supervisor.sweep()
        assert left.wait(timeout=10) == -signal.SIGKILL
    assert not list(supervisor.marks().iterdir())


def test_the_server_of_another_copydesk_is_left_alone() -> None:
    with orphan(owner=f"{os.getpid()} {psutil.Process().create_time():.2f}") as other:
        supervisor.sweep()
        assert other.poll() is None
        other.kill()


@pytest.mark.parametrize("words", ["", "nonsense", "1 2", "1 2\n3"])
def test_a_spoilt_note_is_thrown_away(words: str) -> None:
    supervisor.marks().mkdir()
    (supervisor.marks() / "1.pid").write_text(words)
    supervisor.sweep()
    assert not list(supervisor.marks().iterdir())


def test_java_is_the_one_named_then_java_home_then_path(
    tmp_path: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def home(name: str) -> Path:
        place = tmp_path / name / "bin" / "java"
        place.parent.mkdir(parents=True)
        Path(stand_in("")).rename(place)
        return place

    named, own, on_path = home("named"), home("own"), home("on path")
    monkeypatch.setenv("JAVA_HOME", str(own.parent.parent))
    monkeypatch.setenv("PATH", str(on_path.parent))
    assert supervisor.java(str(named)) == named
    assert supervisor.java(str(named.parent.parent)) == named
    assert supervisor.java() == own
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "gone"))
    assert supervisor.java() == on_path
    with pytest.raises(Unavailable, match=r"no Java at /gone\..*settings"):
        supervisor.java("/gone")


def test_without_java_or_jars_the_remedy_is_named(tmp_path: Path, jars: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "_javas", lambda: iter(()))
    with pytest.raises(Unavailable, match=r"no Java on this machine.*bootstrap\.py run"):
        Server(jars).start()
    with pytest.raises(Unavailable, match=r"not installed in .*bootstrap\.py run"):
        Server(tmp_path / "empty").start()


def test_what_cannot_be_run_is_said_so(jars: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF, but not really")
    broken.chmod(0o755)
    with pytest.raises(Unavailable):
        Server(jars, str(broken), limit=10).start()
