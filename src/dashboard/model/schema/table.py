"""How a table is described: its columns, what each cell may hold, and where an id leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Holds(Enum):
    """What one cell of a column holds."""

    ID = "id"
    TEXT = "text"
    EDTF = "date"
    NUMBER = "number"
    INTEGER = "integer"
    URL = "url"
    LANGUAGE = "language"
    COUNTRY = "country"
    COLOUR = "colour"


@dataclass(frozen=True)
class Column:
    """One column: `many` means a list joined by `;`, `points_to` the tables whose ids it may hold."""

    name: str
    description: str
    holds: Holds = Holds.TEXT
    required: bool = True
    many: bool = False
    vocabulary: str = ""
    points_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One file of `data/`: a row is one `row_is`; `key` makes a row unique.

    `needs_evidence`: no row without a row of evidence. `may_be_empty`: a header without rows is no fault.
    `stored`: the ending of its file, `csv` or `parquet`.
    """

    name: str
    row_is: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    needs_evidence: bool = False
    may_be_empty: bool = False
    stored: str = "csv"

    @property
    def id_column(self) -> str:
        """The column that holds the table's own ids, or an empty text if its rows have none."""
        first = self.columns[0]
        return first.name if first.holds is Holds.ID and not first.points_to else ""

    @property
    def file(self) -> str:
        """The name of the table's file."""
        return f"{self.name}.{self.stored}"

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")


def identity(name: str) -> Column:
    """The column of a table's own ids."""
    return Column(name, "readable id, unique across all tables, a permalink", Holds.ID)


def reference(name: str, *tables: str, many: bool = False, required: bool = True, about: str = "") -> Column:
    """A column of ids of the named tables; of any table if none is named."""
    named = " or ".join(tables) if tables else "any table"
    return Column(name, about or f"id from {named}", Holds.ID, required, many, points_to=tables or ("*",))


def text(name: str, description: str, required: bool = True, many: bool = False) -> Column:
    """A column of words."""
    return Column(name, description, Holds.TEXT, required, many)


def word(name: str, vocabulary: str, description: str, required: bool = True) -> Column:
    """A column that holds one word of a vocabulary."""
    return Column(name, description, Holds.TEXT, required, vocabulary=vocabulary)


def day(name: str, description: str, required: bool = True) -> Column:
    """A column of days or longer periods."""
    return Column(name, description + " (EDTF)", Holds.EDTF, required)


def colours() -> tuple[Column, Column]:
    """The two columns of a colour, for light and for dark ground."""
    return (
        Column("colour_light", "its colour on light ground", Holds.COLOUR),
        Column("colour_dark", "its colour on dark ground", Holds.COLOUR),
    )


def address(name: str, description: str) -> Column:
    """A column of web addresses, which may be empty."""
    return Column(name, description, Holds.URL, required=False)


def country(name: str, description: str, many: bool = False) -> Column:
    """A column of country codes, which may be empty."""
    codes = f"{description} (ISO 3166-1 alpha-3, or the former code of a state that is gone)"
    return Column(name, codes, Holds.COUNTRY, required=False, many=many)


def names_in_script() -> tuple[Column, ...]:
    """The two columns of a name in languages of the two sides: `ru` and `ur` are codes of languages."""
    return (
        text(
            "name_ru", "name in the language ru, as a source or the bearer's own state has it", required=False
        ),
        text(
            "name_ur", "name in the language ur, as a source or the bearer's own state has it", required=False
        ),
    )


THEMES = reference("themes", "themes", many=True)
NOTE = text("note", "what a reader should beware of", required=False)
