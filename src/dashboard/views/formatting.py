"""Numbers, counts and choices as a person writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from babel import Locale
from babel.lists import format_list
from babel.numbers import get_currency_name

from dashboard.model.selection import Selection, Span
from dashboard.model.vocabulary import label
from dashboard.views.country_names import country

THIN = "\u202f"

_LOCALE = Locale("en", "GB")
_MEASURES = {
    "bcm": "billion cubic metres",
    "mmcfd": "million cubic feet per day",
    "inch": "inches",
    "percent": "per cent",
}
# Places in a source that its rows call by one word.
_PLACES = {"excerpt": "read in an excerpt", "title": "said in its title"}
_QUALIFIERS = {"about": "about ", "over": "over ", "under": "under ", "up-to": "up to ", "exact": ""}


def number(value: float) -> str:
    """A number with thin spaces between thousands and no more decimals than it has: two at most, three
    significant ones below 1.
    """
    # By hand: pages write numbers by the thousand, and Babel takes forty times as long for each.
    if value == int(value):
        text = f"{int(value):,}"
    elif abs(value) < 1:
        text = f"{value:,.3g}"
    else:
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", THIN).replace("-", "−")


def exact(value: float) -> str:
    """A number with one decimal always, so that two of them can be compared."""
    return f"{round(value, 1) + 0.0:,.1f}".replace(",", THIN).replace("-", "−")


def quantity(value: float, unit: str, qualifier: str = "exact") -> str:
    """A stated number with its qualifier and unit; only a year and a mere count have no words for theirs."""
    return _QUALIFIERS[qualifier] + (f"{value:.0f}" if unit == "year" else number(value)) + _after(unit)


def spread(low: float, high: float, unit: str) -> str:
    """From the lowest to the highest of some stated numbers of one unit."""
    return (
        quantity(high, unit)
        if low == high
        else f"{quantity(low, unit).removesuffix(_after(unit))} to {quantity(high, unit)}"
    )


def _after(unit: str) -> str:
    words = "" if unit in ("year", "count") else unit_words(unit)
    return f" {words}" if words else ""


def unit_words(unit: str) -> str:
    """A unit as on screen."""
    measure, every, period = unit.partition(" per ")
    code, _, size = measure.partition(" ")
    if _money(code) != code:
        measure = f"{size} {_money(code)}".strip()
    return _MEASURES.get(measure, measure) + every + period


@cache
def _money(code: str) -> str:
    """The plural name of a currency; anything else stays as it is."""
    return get_currency_name(code, count=2, locale=_LOCALE)


def joined(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return format_list(parts, locale=_LOCALE)


def place_in_words(locator: str) -> str:
    """Where in a source a passage stands: `paragraph 12`, `read in an excerpt`."""
    if locator.startswith("para:"):
        return locator.replace("para:", "paragraph ")
    return _PLACES.get(locator, locator)


def in_runs(numbers: Sequence[int]) -> str:
    """Whole numbers in order of size, those that follow each other as one run: `1–5, 8 and 10`."""
    runs: list[list[int]] = []
    for value in sorted(numbers):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return joined([f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs])


def count(number_of: int, singular: str, plural: str = "") -> str:
    """`1 event`, `2 events`."""
    # By hand: the texts of the Atlas are in English only, which has these two forms.
    return f"{number(number_of)} {singular if number_of == 1 else plural or singular + 's'}"


def course(values: Sequence[tuple[float, str]]) -> str:
    """How values went, for those who cannot see the line: the first, the highest between them and the last,
    each with when it was; `values` in order of time.
    """
    first, peak, last = values[0], max(values, key=lambda pair: pair[0]), values[-1]
    between = [("highest ", *peak)] if peak[0] > max(first[0], last[0]) else []
    said = [("", *first), *between, *[("", *last)][: len(values) - 1]]
    return ", ".join(f"{before}{number(value)} in {when}" for before, value, when in said)


def several(name: str, number_of: int) -> str:
    """The heading of a group: what it holds, in the plural, and how many: `Stated numbers (12)`."""
    first, *rest = name.split(" of ", 1)
    plural = first if first.endswith("s") or number_of == 1 else f"{first}s"
    words = " of ".join([plural, *rest])
    return f"{capitalised(words)} ({number(number_of)})"


def capitalised(words: str) -> str:
    """Words with a capital at their beginning: `On Haiti`, for what a library lists as `on Haiti`."""
    return words[:1].upper() + words[1:]


def day_in_words(day: date) -> str:
    """`22 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def years_of(selection: Selection) -> str:
    """The chosen years: `2014–2021`, or the one year."""
    first, last = selection.first_year, selection.last_year
    return str(first) if first == last else f"{first}–{last}"


def filters_in_words(selection: Selection, span: Span, labels: Mapping[str, str]) -> list[str]:
    """Each filter that is set, in words; `labels` name the themes."""
    parts = [joined([labels[theme] for theme in selection.themes])] if selection.themes else []
    if (selection.first_year, selection.last_year) != span:
        parts.append(years_of(selection))
    if selection.kinds:
        kinds = joined([label("source kind", kind) for kind in selection.kinds])
        parts.append(f"only with a source of the kind {kinds}")
    if selection.countries:
        countries = joined([country(code) for code in selection.countries])
        parts.append(f"only with a source of {countries}")
    return parts
