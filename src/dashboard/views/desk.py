"""What a coder reads at the desk: a paragraph with its quote marked, rows as they would stand in the tables,
how far the document is coded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.model.proposal import Row
from dashboard.model.quote import fold
from dashboard.views.formatting import count
from dashboard.views.markup import Markup, join, tag

STYLE = Markup(
    "<style>"
    ".desk-paragraph { max-width: 44rem; line-height: 1.6; }"
    ".desk-paragraph mark { padding: 0 0.15em; background: var(--atlas-panel); color: inherit; "
    "outline: 1px solid var(--atlas-accent); }"
    ".desk-paragraph .desk-sentence { border-bottom: 2px solid; }"
    ".desk-row { font-size: 0.9rem; }"
    ".desk-row th { text-align: left; padding-right: 1rem; vertical-align: top; }"
    ".desk-row caption { text-align: left; color: var(--atlas-quiet); }"
    ".st-key-desk-bar { position: fixed; bottom: 0; left: 0; right: 0; z-index: 5; padding: 0 2rem; "
    "background: var(--atlas-ground); border-top: 1px solid var(--atlas-rule); width: auto; }"
    ".desk-bar { font-size: 0.9rem; margin: 0; padding: 0.5rem 0; max-width: none; }"
    '[data-testid="stMainBlockContainer"] { padding-bottom: 5rem; }'
    "</style>"
)


def paragraph(text: str, sentence: str, quote: str) -> Markup:
    """A paragraph in which one sentence is underlined and a quote in it is marked."""
    whole = fold(text)
    at = whole.find(fold(sentence)) if sentence else -1
    if at < 0:
        return tag("p", _marked(whole, quote), class_="desk-paragraph")
    end = at + len(fold(sentence))
    said = tag("span", _marked(whole[at:end], quote), class_="desk-sentence")
    return tag("p", whole[:at], said, whole[end:], class_="desk-paragraph")


def _marked(text: str, quote: str) -> Markup:
    found = re.search(re.escape(fold(quote)), text) if quote else None
    if not found:
        return join(text)
    return join(text[: found.start()], tag("mark", found.group()), text[found.end() :])


def row(appended: Row) -> Markup:
    """A row as a small table of its filled cells."""
    lines = [
        tag("tr", tag("th", name, scope="row"), tag("td", value))
        for name, value in appended.cells.items()
        if value
    ]
    caption = tag("caption", f"A row of {appended.table}.csv")
    return tag("table", caption, tag("tbody", *lines), class_="desk-row")


def progress(
    decided: int, proposals: int, sentences: int, tied: int, untied: int, share_quoted: float
) -> Markup:
    """How far the work is, in a line that stays in view."""
    words = (
        f"{decided} of {count(proposals, 'proposal')} decided",
        f"{tied} of {count(sentences, 'sentence')} tied to a record",
        f"{untied} with a year, number or name tied to nothing",
        f"{share_quoted:.0%} quoted",
    )
    return tag("p", " · ".join(words), class_="desk-bar", role="status")


def listed(lines: Sequence[str]) -> Markup:
    """Lines one below the other."""
    return tag("ul", *(tag("li", line) for line in lines))
