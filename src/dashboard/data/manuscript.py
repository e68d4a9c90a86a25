"""A new document as plain text in paragraphs, from a text file, a web page or a PDF.

What comes out is the text that `check --documents` reads: blocks of lines between blank lines. Web pages are
read with the standard library, for the desk needs blocks of words and no more; a PDF needs the optional
package pypdf.
"""

from __future__ import annotations

import re
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
_SHORT = 0.75
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
    return text_of_lines([line for page in pages for line in page.split("\n")])


def text_of_lines(lines: list[str]) -> str:
    """Lines of pages as paragraphs: a blank line, or a short line that ends a sentence, ends one; numbers of
    pages are left out.
    """
    printed = [line.strip() for line in lines if not _PAGE_NUMBER.fullmatch(line)]
    longest = max((len(line) for line in printed), default=0)
    blocks: list[list[str]] = [[]]
    for line in printed:
        if line:
            blocks[-1].append(line)
        if not line or (re.search(r"[.!?][\"'”’)]*$", line) and len(line) < _SHORT * longest):
            blocks.append([])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _faulty(path: Path, problem: str, found: str, expected: str) -> FaultyData:
    return FaultyData([Fault(path.name, 0, "", problem, found, expected)])
