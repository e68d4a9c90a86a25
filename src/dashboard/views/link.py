"""Addresses: what a reader chose as the parameters of a link, and links to any record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from markupsafe import Markup, escape

from dashboard.model.selection import RECORD, YEARS

# Stands in HTML that serves every choice where the parameters of a reader's own choice go. Unicode keeps this
# sign from ever being a character of a text.
CHOICE = "\ufdd0"
# The same for a link that has years of its own.
CHOICE_BUT_YEARS = "\ufdd1"


def href(page: str, params: Mapping[str, Sequence[str]]) -> str:
    """An address inside the Atlas, relative to the page that shows it."""
    query = written(params)
    return f"{page}?{query}" if query else f"{page or './'}"


def to_record(record_id: str) -> str:
    """The address of a record's page under whatever choice `under_choice` puts into it."""
    return f"record?{CHOICE}{written({RECORD: [record_id]})}"


def here(params: Sequence[tuple[str, str]], figure_id: str = "") -> str:
    """The address of the page that is shown, or of a figure on it, under other parameters of its own and
    whatever choice `under_choice` puts in.
    """
    has_years = any(name == YEARS for name, _ in params)
    goal = f"#{figure_id}" if figure_id else ""
    return f"?{CHOICE_BUT_YEARS if has_years else CHOICE}{urlencode(params)}{goal}"


def there(page: str, params: Sequence[tuple[str, str]], figure_id: str = "") -> str:
    """The address of another page, or of a figure on it, under parameters of its own alone."""
    goal = f"#{figure_id}" if figure_id else ""
    return f"{page}?{urlencode(params)}{goal}" if params else f"{page}{goal}"


def under_choice(html: str, params: Mapping[str, Sequence[str]]) -> Markup:
    """HTML whose links to records keep a reader's choice."""
    others = {name: values for name, values in params.items() if name != YEARS}
    filled = html.replace(CHOICE, _before_more(params)).replace(CHOICE_BUT_YEARS, _before_more(others))
    return Markup(filled)


def _before_more(params: Mapping[str, Sequence[str]]) -> Markup:
    """Parameters as they stand in HTML before further ones."""
    query = written(params)
    return escape(f"{query}&") if query else Markup("")


def written(params: Mapping[str, Sequence[str]]) -> str:
    """Parameters as they stand in an address, after the question mark."""
    return urlencode([(key, value) for key, values in params.items() for value in values])
