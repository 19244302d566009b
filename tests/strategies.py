"""Texts of the kinds that break editors, for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from editor.article import Edit, Span

PIECES = [
    "a", "b ", "Zardari",
    "the the", ".", " ", "\n", "\n\n", "😀", "👩‍👩‍👧", "e\u0301", "\u00a0", "\u2028", "\u202eabc\u202c",
    "\u200b", "\ud800",
    "\ufeff", "ק", "“", "”", "\t", "+6", "dawn.com", "🇵🇰",
]  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
raw_texts = st.lists(st.sampled_from([*PIECES[:-1], "\r\n", "\r", "x\r\ny"]), max_size=24).map("".join)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A place in a text."""
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@st.composite
def edits(draw: st.DrawFn, text: str) -> Edit:
    """An edit that fits a text."""
    span = draw(spans(text))
    return Edit(span, span.of(text), draw(texts))


@st.composite
def edit_lists(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of one text, in order, none of which overlap or meet."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [Edit(Span(a, b), text[a:b], draw(texts)) for a, b in pairs]
