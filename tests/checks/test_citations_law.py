"""The law of debris: taken out unread, it leaves the article as it was before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor import checker, pages
from editor.article import Article, Edit
from editor.formats import text as plain

SENTENCES = (
    "The council voted on Tuesday to close the old bridge.",
    "Engineers had found cracks in two of its piers, the surveyor said.",
    "“We can’t wait for the winter,” the mayor told reporters.",
    "Traffic will be led over the northern crossing until May.",
    "Shopkeepers in the lane fear for their trade.",
    "A petition has 4,120 names so far.",
)
DOMAINS = st.sampled_from(("dawn.com", "geo.tv", "reuters.com", "bbc.co.uk", "en.wikipedia.org", "thenews.com.pk"))
NAMES = st.sampled_from(("Reuters", "AP News", "The Guardian", "Wikipedia", "The Times of India"))
COUNTS = st.integers(1, 14)
PILLS = st.builds("{} +{}".format, DOMAINS, COUNTS)
CHIPS = st.builds("{}+{}".format, NAMES, COUNTS)
INLINE = st.one_of(
    PILLS.map(" {}".format),
    st.builds(" {}{}".format, CHIPS, CHIPS),
    st.builds(" {} {}".format, PILLS, PILLS),
    st.builds(" ({}; {})".format, PILLS, PILLS),
    st.builds(" citeturn{}search{}".format, COUNTS, COUNTS),
    COUNTS.map(" 【{}†source】".format),
    COUNTS.map(" :contentReference[oaicite:{0}]{{index={0}}}".format),
    st.builds(" ([{0}](https://www.{0}/story?utm_source=chatgpt.com))".format, DOMAINS),
)
BEFORE_STOP = st.one_of(
    st.builds(" ({}; {})".format, PILLS, PILLS),
    st.builds(", according to {} and {}".format, PILLS, PILLS),
    st.builds(" ({} by {} and {})".format, PILLS, PILLS, DOMAINS),
)
LINES = st.one_of(PILLS, st.builds("{}\n+{}".format, DOMAINS, COUNTS))


def cleaned(text: str) -> str:
    """The text after the certain fixes of citations are taken, until none is left."""
    article = plain.composed(text)
    mine = [name for name in checker.names() if pages.family(name) == "citations"]
    for _ in range(8):
        fixed = _taken(article, mine)
        if fixed.text == article.text:
            break
        article = fixed
    return article.text


def _taken(article: Article, mine: list[str]) -> Article:
    edits: list[Edit] = []
    end = -1
    for found in checker.Checker().report(article, only=mine).findings:
        for fix in found.fixes:
            if fix.batch and found.confidence == "certain" and fix.edits[0].span.start >= end:
                edits += fix.edits
                end = max(edit.span.end for edit in fix.edits)
    return article.edited(edits)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_taking_debris_out_gives_the_article_before_it(data: st.DataObject) -> None:
    sentences = list(SENTENCES)
    where = data.draw(st.sampled_from(("after", "before the stop", "line")))
    at = data.draw(st.integers(0, len(sentences) - 1))
    clean = " ".join(sentences[:3]) + "\n\n" + " ".join(sentences[3:]) + "\n"
    if where == "line":
        dirty = clean.replace("\n\n", f"\n\n{data.draw(LINES)}\n\n")
    else:
        if where == "after":
            sentences[at] += data.draw(INLINE)
        elif not sentences[at].startswith("“"):
            sentences[at] = sentences[at].removesuffix(".") + data.draw(BEFORE_STOP) + "."
        dirty = " ".join(sentences[:3]) + "\n\n" + " ".join(sentences[3:]) + "\n"
    assert cleaned(dirty).split() == clean.split(), dirty


def test_an_article_without_debris_stays_as_it_is() -> None:
    clean = " ".join(SENTENCES)
    assert cleaned(clean) == clean
