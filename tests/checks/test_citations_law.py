"""The law of debris: taken out unread, it leaves the article as it was before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor import checker, pages
from editor.article import Article, Edit
from editor.formats import text as plain

HEADLINE = "Council weighs the old bridge again"
SENTENCES = (
    "The council voted on Tuesday to close the old bridge.",
    "Engineers had found cracks in two of its piers.",
    "“We can’t wait for the winter,” the mayor told reporters.",
    "Traffic will be led over the northern crossing until May.",
    "Shops, cafes and stalls in the lane fear for their trade; two have closed.",
    "A petition has 4,120 names so far.",
    "“The piers won’t last another flood.”",
    "Who will pay for it?",
    "The works cost £4.2m (about $5m).",
    "Ferries leave at 6 p.m. and 9 p.m.",
    "The Guardian reported on Monday that the bridge was unsafe.",
    "The mayor – a former engineer – called it a farce.",
    "Prices rose 3%.",
)
DOMAINS = st.sampled_from(("dawn.com", "geo.tv", "reuters.com", "bbc.co.uk", "en.wikipedia.org", "thenews.com.pk"))
NAMES = st.sampled_from(("Reuters", "AP News", "The Guardian", "Wikipedia", "The Times of India", "Al Jazeera"))
COUNTS = st.integers(1, 14)
PILLS = st.builds("{} +{}".format, DOMAINS, COUNTS)
CHIPS = st.builds("{}+{}".format, NAMES, COUNTS)
SPACED = st.builds("{} +{}".format, NAMES, COUNTS)
TOKENS = st.one_of(
    st.builds("citeturn{}search{}".format, COUNTS, COUNTS),
    st.builds("citeturn0search{}turn1news{}".format, COUNTS, COUNTS),
    st.builds("\ue200cite\ue202turn0search{}\ue202turn0news{}\ue201".format, COUNTS, COUNTS),
    st.builds("【{}†source】".format, COUNTS),
    st.builds("【{}:{}†report.pdf】".format, COUNTS, COUNTS),
    st.builds("【turn0search{}】【turn0search{}】".format, COUNTS, COUNTS),
    COUNTS.map(":contentReference[oaicite:{0}]{{index={0}}}".format),
    st.builds("[oai_citation:{}‡{}](https://www.dawn.com/a?utm_source=chatgpt.com)".format, COUNTS, DOMAINS),
    st.builds("[cite: {}, {}]".format, COUNTS, COUNTS),
    st.builds("[citation:{}][citation:{}]".format, COUNTS, COUNTS),
    st.builds("[^{}^]".format, COUNTS),
    st.builds("[web:{}]".format, COUNTS),
    st.builds('<grok-card data-id="a{}" data-type="citation_card">'.format, COUNTS),
)
LINKS = st.one_of(
    st.builds("[{}](https://www.dawn.com/s?utm_source=chatgpt.com)".format, CHIPS),
    st.builds("([{0}](https://www.{0}/story?utm_source=openai))".format, DOMAINS),
    st.builds(
        "[![](https://www.google.com/s2/favicons?domain=https://{0}&sz=32) {0} +3](https://{0}/x?utm_source=chatgpt.com)".format,
        DOMAINS,
    ),
)
RUNS = st.one_of(
    PILLS,
    CHIPS,
    SPACED,
    st.builds("{}{}".format, CHIPS, CHIPS),
    st.builds("{} {}".format, CHIPS, CHIPS),
    st.builds("{} {}".format, PILLS, PILLS),
    st.builds("{0} {0} +{1}".format, NAMES, COUNTS),
    st.builds("({}; {})".format, PILLS, PILLS),
    st.builds("({}; {}), {} etc)".format, SPACED, SPACED, SPACED),
    st.builds("({} by {} and {})".format, PILLS, PILLS, DOMAINS),
    st.builds("({}/+1 at {})".format, DOMAINS, SPACED),
    st.builds("{} more sources".format, PILLS),
)
DEBRIS = st.one_of(RUNS, TOKENS, LINKS)
ATTRIBUTIONS = st.one_of(
    st.builds(", according to {} and {}".format, PILLS, PILLS),
    st.builds(", as reported by outlets such as {} and {}".format, PILLS, PILLS),
    st.builds(", according to multiple media sources, such as {} and {}".format, PILLS, PILLS),
    st.builds(", per {}".format, PILLS),
    st.builds(", according to {}".format, TOKENS),
)
LINES = st.one_of(
    DEBRIS,
    st.builds("{}\n+{}".format, DOMAINS, COUNTS),
    st.builds("{}\n{}\n+{}".format, PILLS, PILLS, COUNTS),
)


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


def article(headline: str, sentences: list[str], between: str = "\n\n") -> str:
    return f"{headline}\n\n{' '.join(sentences[:3])}{between}{' '.join(sentences[3:])}\n"


PLACES = ("after", "glued", "before the stop", "orphan", "dash", "start", "headline", "line", "line and stop", "credit")


@settings(max_examples=250, deadline=None)
@given(data=st.data(), sentences=st.permutations(SENTENCES), where=st.sampled_from(PLACES), at=st.integers(0, 5))
def test_taking_debris_out_gives_the_article_before_it(
    data: st.DataObject, sentences: list[str], where: str, at: int
) -> None:
    sentences = list(sentences[:6])
    clean = article(HEADLINE, sentences)
    ended = sentences[at].endswith(".") and "p.m." not in sentences[at]
    bare = sentences[at].removesuffix(".")
    dirty = ""
    if where == "after":
        sentences[at] += " " + data.draw(DEBRIS)
    elif where == "glued":
        sentences[at] += data.draw(st.one_of(CHIPS, TOKENS, LINKS, PILLS))
    elif where == "before the stop" and ended:
        sentences[at] = f"{bare} {data.draw(DEBRIS)}."
    elif where == "orphan" and ended:
        sentences[at] = f"{bare} . {data.draw(DEBRIS)}"
    elif where == "dash" and ended:
        sentences[at] = f"{bare} – {data.draw(DEBRIS)}."
    elif where == "start":
        sentences[at] = f"{data.draw(DEBRIS)} {sentences[at]}"
    elif where == "headline":
        dirty = article(f"{HEADLINE} {data.draw(DEBRIS)}", sentences)
    elif where == "line":
        dirty = article(HEADLINE, sentences, f"\n\n{data.draw(LINES)}\n\n")
    elif where == "line and stop":
        dirty = article(HEADLINE, sentences, f"\n\n{data.draw(LINES)}\n.\n\n")
    elif where == "credit" and ended:
        sentences[at] = f"{bare}{data.draw(ATTRIBUTIONS)}."
    dirty = dirty or article(HEADLINE, sentences)
    assert cleaned(dirty).split() == clean.split(), dirty


def test_a_word_of_the_sentence_that_an_address_sticks_to_stays() -> None:
    for glued, clean in (
        ("Police found no one.geo.tv +5", "Police found no one."),
        ("The pier had closedgeo.tv +5.", "The pier had closed."),
        ("They cross the old bridgeen.wikipedia.org +2.", "They cross the old bridge."),
        ("He was born in Washington, D.C.dawn.com +3", "He was born in Washington, D.C."),
        ("It took an hour.Wikipedia +2", "It took an hour."),
    ):
        assert cleaned(glued + "\n\nThe mayor slept.\n") == clean + "\n\nThe mayor slept.\n"


def test_what_a_sentence_needs_is_not_taken_out_unread() -> None:
    for needed in (
        "See https://ppl-ai-file-upload.s3.amazonaws.com/web/a.pdf for the data.",
        "The list is at sandbox:/mnt/data/list.csv in full.",
        "The Herald was told by turn0search2 and the mayor.",
        "They cross the old bridge and the bridgekuensel.bt +2.",
    ):
        assert cleaned(needed) == needed


def test_an_article_without_debris_stays_as_it_is() -> None:
    clean = " ".join(SENTENCES)
    assert cleaned(clean) == clean
