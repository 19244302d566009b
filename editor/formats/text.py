"""Plain text: encodings, line ends, the headline."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from editor.article import Article, Fact, Layout, Mark, Source

kind = "text"
suffixes = (".txt", ".text", "")

HEADLINE = 120
"""The most characters of a headline: newspapers' seldom pass 100 (Reuters asks for 70)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_USUAL = ("cp1252", "iso8859_1")
_ENDS = re.compile(r"\r\n|\r|\n")


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of a text file. Raises Unreadable for what is not text."""
    raw, encoding, assumed = decoded(data, name)
    return composed(_ENDS.sub("\n", raw), Source(kind, data, encoding, assumed))


def composed(text: str, source: Source | None = None) -> Article:
    """An article of plain text: its layout seen, and its first short unpunctuated line taken for the headline."""
    article = Article(text, layout=layout(text), source=source)
    return with_headline(article)


def with_headline(article: Article) -> Article:
    """The article with its headline marked, unless the editor has said what it is."""
    if article.facts.headline or any(m.kind == "headline" for m in article.marks):
        return article
    first = next(article.paragraphs(), None)
    if not first:
        return article
    words = first.span.of(article.text).strip()
    more = article.text[first.span.end :].strip()
    if not more or "\n" in words or len(words) > HEADLINE or re.search(r"[.!,;:…]['\"’”)]*$", words):
        return article
    facts = replace(article.facts, headline=Fact(words, "assumed"))
    return replace(article, facts=facts, marks=(Mark("headline", first.span), *article.marks))


def layout(text: str) -> Layout:
    """Blocks where lines are broken by hand: within blocks most lines are nearly as long as the longest."""
    lines = text.split("\n")
    inner = [len(one) for one, two in pairwise(lines) if one.strip() and two.strip()]
    if len(inner) < 3 or "" not in [line.strip() for line in lines[:-1]]:
        return "lines"
    longest = max(map(len, lines))
    filled = sum(length > 0.7 * longest for length in inner)
    return "blocks" if 40 <= longest <= 100 and filled > 0.7 * len(inner) else "lines"


def converted(article: Article) -> bytes:
    """The words of an article of another format, as UTF-8."""
    words = article.text
    if article.markup == "markdown":
        from editor.formats import markdown

        words = markdown.plain(words)
    return words.encode("utf-8", "surrogatepass")


def written(article: Article) -> bytes:
    """The article's text as bytes: those of its file where nothing changed, its encoding, BOM and line ends kept."""
    source = article.source
    if not source:
        return article.text.encode("utf-8", "surrogatepass")
    raw = decoded(source.data, "", source.encoding)[0]
    if _ENDS.sub("\n", raw) == article.text:
        return source.data
    bom = next((bom for bom, encoding in _BOMS if encoding == source.encoding and source.data.startswith(bom)), b"")
    text = _with_ends(article.text, raw)
    try:
        return bom + text.encode(source.encoding, "surrogatepass" if source.encoding.startswith("utf") else "strict")
    except UnicodeEncodeError:
        # The file's old encoding has no sign for a character that came in: better another encoding than a lost one.
        return text.encode("utf-8", "surrogatepass")


def raw(article: Article) -> str | None:
    """The file's decoded text, line ends as they are, without its BOM; None where the article is not that text."""
    source = article.source
    if not source or source.kind not in ("text", "markdown"):
        return None
    return decoded(source.data, "", source.encoding)[0]


def _with_ends(text: str, raw: str) -> str:
    """`text` with the line ends of `raw`: those of lines that are still there, the commonest for the others."""
    ends = _ENDS.findall(raw)
    kinds = Counter(ends)
    if len(kinds) <= 1:
        return text.replace("\n", next(iter(kinds), "\n"))
    from rapidfuzz.distance import Indel

    usual = kinds.most_common(1)[0][0]
    old, new = _ENDS.split(raw), text.split("\n")
    mine = [usual] * len(new)
    at = to = 0
    for step in Indel.opcodes(old, new):
        if step.tag != "equal":
            continue
        # Between two runs of equal lines those that changed answer each other from the first on; then the equal run.
        changed = zip(range(at, step.src_start), range(to, step.dest_start), strict=False)
        equal = zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
        for theirs, ours in (*changed, *equal):
            mine[ours] = ends[theirs] if theirs < len(ends) else usual
        at, to = step.src_end, step.dest_end
    for theirs, ours in zip(range(at, len(ends)), range(to, len(new)), strict=False):
        mine[ours] = ends[theirs]
    return "".join(line + end for line, end in zip(new[:-1], mine, strict=False)) + new[-1]


def decoded(data: bytes, name: str, encoding: str = "") -> tuple[str, str, bool]:
    """The text of a file without BOM, its encoding, and whether that is a guess. Raises Unreadable for no text."""
    from editor.formats import Unreadable

    for bom, its in _BOMS:
        if data.startswith(bom) and encoding in ("", its):
            try:
                return data[len(bom) :].decode(its, "surrogatepass"), its, False
            except UnicodeDecodeError as error:
                raise _broken(data, len(bom) + error.start, its, name) from None
    if encoding:
        return data.decode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict"), encoding, False
    if b"\0" in data:
        if its := _utf16(data):
            return data.decode(its, "surrogatepass"), its, True
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise Unreadable(name, f"line {line}: a NUL byte", "It is no text file: save it as plain text and open that.")
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError as error:
        if _nearly_utf8(data):
            raise _broken(data, error.start, "utf-8", name) from None
        from charset_normalizer import from_bytes

        best = from_bytes(data).best()
        if best is None:
            raise Unreadable(
                name, "unknown encoding", "Save it as UTF-8 in the program that it comes from, and open that."
            ) from None
        # Where several encodings say the same of these bytes, the commonest of newsrooms is the likeliest.
        encoding = next((e for e in _USUAL if e in best.could_be_from_charset), best.encoding)
        return data.decode(encoding), encoding, True


def _utf16(data: bytes) -> str:
    """UTF-16 without its mark, seen by the NUL beside nearly every letter of Latin script; empty for other bytes."""
    if len(data) % 2:
        return ""
    even, odd = data[::2].count(0), data[1::2].count(0)
    few, many, its = (even, odd, "utf-16-le") if even < odd else (odd, even, "utf-16-be")
    try:
        data.decode(its, "surrogatepass")
    except UnicodeDecodeError:
        return ""
    return its if few == 0 and many > 0.6 * len(data) / 2 else ""


def _nearly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: then another encoding would garble all that is right."""
    wrong = data.decode("utf-8", "replace").count("\ufffd") - data.count("\ufffd".encode())
    right = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", data))
    return right > 4 * wrong


def _broken(data: bytes, at: int, encoding: str, name: str) -> Exception:
    from editor.formats import Unreadable

    line = data.count(b"\n", 0, at) + 1
    place = f"line {line}: bytes that are no {encoding.upper()}, though the rest is"
    return Unreadable(name, place, "The file is damaged: save it anew in the program that it comes from.")
