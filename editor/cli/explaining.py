"""`copydesk explain`: what a check looks for and why, as one reads it on a terminal."""

from __future__ import annotations

import argparse
import inspect
import re
import shutil
import textwrap
from collections.abc import Iterator

from editor import checker, pages
from editor.cli.asked import Refused
from editor.pages import Example, Page

EXAMPLES = 5
"""How many examples of faults are shown, and of what is left alone, where not all are asked for."""
WIDEST = 96
"""Columns of a line that is easily read; a narrower terminal has its own."""
_FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def explain(args: argparse.Namespace) -> int:
    """Prints the page of a check, or the list of all."""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    if not args.check:
        for name in checker.names():
            page = pages.page(name)
            print(f"{name:20}  {page.family:11}  {page.title}")
        return 0
    name = args.check.replace("-", "_")
    if name not in checker.names():
        import difflib

        near = difflib.get_close_matches(name, checker.names(), 3)
        hint = f" Did you mean {' or '.join(near)}?" if near else " `copydesk explain` lists them all."
        raise Refused(f"there is no check {args.check}.{hint}")
    for line in _lines(pages.page(name), width, every=args.all):
        print(line)
    return 0


def _lines(page: Page, width: int, *, every: bool) -> Iterator[str]:
    yield f"{page.title} ({page.family})"
    for block in re.split(r"\n\s*\n", _FENCE.sub("", page.body)):
        words = " ".join(block.split())
        if words and not words.startswith("# "):
            yield from ("", *textwrap.wrap(words.lstrip("# "), width))
    yield from ("", "What it says")
    for rule, words in page.rules.items():
        # The names in braces are filled in with words of the article.
        yield from _wrapped(f"{rule}: {re.sub(r'{.*?}', '…', words)}", width, "  ", "      ")
    for title, examples in (
        ("Found, for example (▸this◂ is found; ▹this◃ is held against it)", [e for e in page.examples if e.marks]),
        ("Left alone", [e for e in page.examples if not e.marks]),
    ):
        if examples:
            yield from ("", title)
        for example in examples if every else examples[:EXAMPLES]:
            yield from _example(example, width)
        if not every and len(examples) > EXAMPLES:
            yield f"  … and {len(examples) - EXAMPLES} more: copydesk explain --all {page.name}"
    if options := _options(page.name):
        yield from ("", f"Options, in settings.toml below [checks.{page.name}]", *(f"  {one}" for one in options))


def _example(example: Example, width: int) -> Iterator[str]:
    """An example with its places marked, and what the fix makes of it."""
    text = example.text
    signs = [
        sign
        for own, others in example.marks
        for sign in (
            (own.end, 0, "◂"),
            (own.start, 1, "▸"),
            *(one for other in others for one in ((other.end, 0, "◃"), (other.start, 1, "▹"))),
        )
    ]
    for at, _, sign in sorted(signs, reverse=True):
        text = text[:at] + sign + text[at:]
    yield ""
    for line in text.split("\n"):
        yield from _wrapped(line, width, "  ", "  ")
    if fixed := example.expects.get("fix"):
        for n, line in enumerate(fixed.split("\n")):
            yield from _wrapped(line, width, "    " if n else "  → ", "    ")


def _wrapped(words: str, width: int, first: str, then: str) -> list[str]:
    wraps = textwrap.TextWrapper(width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)
    return wraps.wrap(words) or [""]


def _options(name: str) -> list[str]:
    parameters = list(inspect.signature(checker.check(name).run).parameters.values())[1:]
    return [f"{p.name} = {p.default!r}" for p in parameters]
