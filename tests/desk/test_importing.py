"""The desk is imported by a thread while the window already works: what it asks for meanwhile must not trip over it."""

from __future__ import annotations

import subprocess
import sys

MEANWHILE = """
import sys
import editor, types
half = types.ModuleType("editor.desk")   # as it stands while a thread is still importing it
half.__path__ = [editor.__path__[0] + "/desk"]
sys.modules["editor.desk"] = half
from editor.desk.session import Open, Session
assert not len(Session([])) and Open(title="A").title == "A"
assert "editor.desk.desk" not in sys.modules
"""


def test_the_session_is_there_before_the_desk_is() -> None:
    done = subprocess.run([sys.executable, "-c", MEANWHILE], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
