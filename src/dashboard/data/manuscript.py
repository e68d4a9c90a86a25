"""A new document as plain text in paragraphs, from a text file, a web page or a PDF.

What comes out is the text that `check --documents` reads: blocks of lines between blank lines. Web pages are
read with the standard library, for the desk needs blocks of words and no more; a PDF needs the optional
package pypdf.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from dashboard.data.text_file import read_text
from dashboard.model.fault import Fault, FaultyData

ENDINGS = (".txt", ".html", ".htm", ".pdf")
# What stands between blank lines of a page, and what is no part of what its author says.
_BLOCKS = frozenset(
    ["address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4"]
) | {"h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
_UNSAID = frozenset(
    ["aside", "footer", "form", "head", "header", "nav", "noscript", "script", "style", "svg", "template"]
)
# A line of a PDF that ends a sentence and stays this much shorter than the others ends its paragraph.
_SHORT, _AROUND = 0.75, 4
# Letters that a printer joins, and the soft hyphen, which is one only at the end of a line.
_JOINED = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB06: "st", 0xAD: "-"}
_BROKEN = re.compile(r"([A-Za-z]+) ?[-\u2010]$")
_PAGE_NUMBER = re.compile(r"\s*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*", re.IGNORECASE)


def read_manuscript(path: Path) -> str:
    """The text of a document, paragraphs between blank lines. Raises FaultyData where it cannot be read or
    holds no words.
    """
    ending = path.suffix.lower()
    if ending == ".pdf":
        text = _of_pdf(path)
    elif ending in ENDINGS:
        text = _of_file(path)
    else:
        raise _faulty(
            path, "not a document that can be read", ending or "no ending", f"one of {', '.join(ENDINGS)}"
        )
    if ending in (".html", ".htm"):
        text = text_of_page(text)
    if not re.search(r"\w", text):
        raise _faulty(
            path, "the document holds no words", "nothing", "a text; pictures of pages need OCR first"
        )
    return text


def text_of_page(html: str) -> str:
    """The words of a web page, one block a paragraph; navigation, forms and scripts are left out."""
    reader = _Blocks()
    reader.feed(html)
    reader.close()
    blocks = (" ".join("".join(block).split()) for block in reader.blocks)
    return "\n\n".join(block for block in blocks if block) + "\n"


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[list[str]] = [[]]
        self._unsaid: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSAID:
            self._unsaid.append(tag)
        if tag in _BLOCKS:
            self.blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unsaid:
            del self._unsaid[self._unsaid.index(tag) :]
        if tag in _BLOCKS:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            self.blocks[-1].append(data)


def _of_file(path: Path) -> str:
    text, faults = read_text(path, path.name)
    if text is None:
        raise FaultyData(faults)
    return text


def _of_pdf(path: Path) -> str:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        expected = "pip install -e '.[desk]' -c constraints.txt"
        raise _faulty(path, "pypdf, which reads a PDF, is not installed", "nothing", expected) from error
    try:
        pages = [page.extract_text() for page in PdfReader(path).pages]
    except (OSError, PyPdfError, ValueError) as error:
        raise _faulty(path, "the file cannot be read", str(error), "a PDF that is whole and open") from error
    return text_of_pages([page.split("\n") for page in pages])


def text_of_pages(pages: list[list[str]]) -> str:
    """Pages of lines as one text: without what stands at the head or the foot of several pages, with letters
    that the printer joined taken apart, and words that a line breaks put together.
    """
    printed = [[line.translate(_JOINED).strip() for line in page if line.strip()] for page in pages]
    edges = Counter(edge for page in printed for edge in {_edge(line) for line in (*page[:2], *page[-2:])})
    running = {edge for edge, number in edges.items() if number > 1}
    lines = []
    for page in printed:
        inner = range(2, len(page) - 2)
        lines += [line for place, line in enumerate(page) if place in inner or _edge(line) not in running]
    return text_of_lines(_mended(lines))


def _edge(line: str) -> str:
    """What a head or a foot has on every page: all but the numbers."""
    return re.sub(r"\d+", "#", line)


def _mended(lines: list[str]) -> list[str]:
    """Lines in which no word is broken. A hyphen stays where the text has the word with it elsewhere."""
    whole = " ".join(lines)
    mended: list[str] = []
    for line in lines:
        broken = _BROKEN.search(mended[-1]) if mended else None
        begun = re.match(r"([a-z]+)\S* ?", line)
        if broken and begun:
            is_compound = f"{broken[1]}-{begun[1]}" in whole
            head = mended[-1][: broken.end(1)] + ("-" if is_compound else "")
            mended[-1] = head + begun.group().strip()
            line = line[begun.end() :]
        if line:
            mended.append(line)
    return mended


def text_of_lines(lines: list[str]) -> str:
    """Lines of pages as paragraphs: a blank line, or a short line that ends a sentence, ends one; numbers of
    pages are left out.
    """
    printed = [line.strip() for line in lines if not _PAGE_NUMBER.fullmatch(line)]
    blocks: list[list[str]] = [[]]
    for place, line in enumerate(printed):
        # A page may have columns: how long a line can be, those around it tell.
        around = printed[max(place - _AROUND, 0) : place + _AROUND + 1]
        longest = max(len(other) for other in around)
        if line:
            blocks[-1].append(line)
        if not line or (re.search(r"[.!?][\"'”’)]*$", line) and len(line) < _SHORT * longest):
            blocks.append([])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _faulty(path: Path, problem: str, found: str, expected: str) -> FaultyData:
    return FaultyData([Fault(path.name, 0, "", problem, found, expected)])
