"""An action: its name, its words, its keys, and where those are heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Context = Literal["window", "panel", "findings", "ledger", "notes", "revisions", "comparing", "card"]
"""Where an action's keys are heard: everywhere in the window, in the side panel, on one of its pages, or in the
comparison.

The narrower place is asked first: a key may mean one thing on a page and another everywhere else.
"""
Needs = Literal["", "article", "finding"]
"""What must be there for an action to do something."""


@dataclass(frozen=True, slots=True)
class Act:
    """An action. Its name is what the settings file calls it; outside the window's menus it begins with its context."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    """As Qt writes them; `Return` stands for the keypad's Enter too."""
    icon: str = ""
    tip: str = ""
    needs: Needs = "article"
    checkable: bool = False
    numbered: bool = False
    """Whether its keys stand for the first, the second … of what is shown."""
    twin: str = ""
    """The action of a menu that does the same from anywhere."""

    @property
    def context(self) -> Context:
        context, dot, _ = self.name.partition(".")
        return context if dot else "window"  # type: ignore[return-value]

    @property
    def short(self) -> str:
        """The name without the context."""
        return self.name.rpartition(".")[2]


LINE = Act("", "")
"""Parts two groups of a menu."""
