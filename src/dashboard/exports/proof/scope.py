"""What a figure was asked when its proof is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Scope:
    """The first and last year, the themes (none means all), the record that is open, the choices of the
    figure's options by their names, the day of the release (ISO), and the states that vote, first the two
    that are compared.
    """

    years: tuple[int, int]
    states: Sequence[str] = ()
    themes: tuple[str, ...] = ()
    record_id: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    released: str = ""


def texts(words: Sequence[str]) -> str:
    """Words as SQL lists them."""
    return ", ".join(text(word) for word in words)


def text(word: str) -> str:
    """A word as a text of SQL."""
    return "'" + word.replace("'", "''") + "'"


def years_of(column: str) -> tuple[str, str]:
    """The first and the last year of a date, in SQL."""
    end = f"substr({column}, instr({column}, '/') + 1)"
    first = f"CAST(replace(substr({column}, 1, 4), 'X', '0') AS INTEGER)"
    last = f"CAST(replace(substr({end}, 1, 4), 'X', '9') AS INTEGER)"
    return first, f"CASE WHEN {end} LIKE '..%' THEN 9999 ELSE {last} END"


def within(column: str, years: tuple[int, int]) -> str:
    """That a date touches the years, in SQL."""
    first, last = years_of(column)
    return f"{first} <= {years[1]} AND {last} >= {years[0]}"


def first_day(column: str) -> str:
    """The first day of a date as a text (ISO), in SQL."""
    start = f"rtrim(substr({column}, 1, instr({column} || '/', '/') - 1), '~?%')"
    return f"(replace({start}, 'X', '0') || substr('0000-01-01', length({start}) + 1))"


def last_day(column: str) -> str:
    """The last day of a date as a text (ISO; a month ends on its 31st), in SQL."""
    end = f"rtrim(substr({column}, instr({column}, '/') + 1), '~?%')"
    return f"(replace(replace({end}, 'X', '9'), '..', '9999') || substr('0000-12-31', length({end}) + 1))"
