"""What a figure and a page declare about themselves: once, and everything else reads it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.figures.dataset import Dataset
from dashboard.model.figure import EmptyFigure, Figure, Glance, SvgImage
from dashboard.model.selection import LONGEST, LinkProblem, Selection, refused, shown
from dashboard.model.selection import RECORD as RECORD_PARAMETER
from dashboard.model.selection import SEARCH as SEARCH_PARAMETER

if TYPE_CHECKING:
    from dashboard.figures.question import Question

Answer = Figure | EmptyFigure
Words = Mapping[str, str]

# The filters that a figure may follow. A figure of a state at one time follows the last chosen year alone.
THEMES, KINDS, YEARS, LAST_YEAR, COUNTRIES = "themes", "kinds", "years", "last_year", "countries"
EVENTS = frozenset({THEMES, KINDS, YEARS, COUNTRIES})


@dataclass(frozen=True, eq=False)
class Option:
    """A choice that a page offers beside the filters.

    `name` is its parameter in the link, `title` stands above it, `choices` are the values in words; they may
    depend on the data. Without choices any text is a value. The default is the first choice unless another is
    named; for `many`, no value is the default. `by_link`: links set it, no widget does, and every other
    choice of the page sets it back.
    """

    name: str
    title: str
    choices: Words | Callable[[Dataset], Words] | None = None
    default: str = ""
    many: bool = False
    by_link: bool = False

    def choices_in(self, dataset: Dataset) -> Words:
        """The values in words; none for free text."""
        if self.choices is None:
            return {}
        return self.choices if isinstance(self.choices, Mapping) else self.choices(dataset)

    def default_in(self, dataset: Dataset) -> tuple[str, ...]:
        """The values that hold where the link names none."""
        if self.many:
            return ()
        return (self.default or next(iter(self.choices_in(dataset)), ""),)

    def read(
        self, values: Sequence[str], dataset: Dataset
    ) -> tuple[tuple[str, ...], tuple[LinkProblem, ...]]:
        """Judge the values of a link: the known ones (of several the last, unless `many`), and a problem for
        each other.
        """
        more = () if self.many else self._too_many(values)
        values = values if self.many else values[-1:]
        if self.choices is None:
            return tuple(shown(value.strip(), LONGEST) for value in values) or self.default_in(dataset), more
        choices = self.choices_in(dataset)
        expected = f"there are {', '.join(choices)}"
        problems = tuple(
            LinkProblem(self.title.lower(), refused(value, choices), expected)
            for value in values
            if value not in choices
        )
        known = tuple(dict.fromkeys(value for value in values if value in choices))
        return known or self.default_in(dataset), (*more, *problems)

    def _too_many(self, values: Sequence[str]) -> tuple[LinkProblem, ...]:
        if len(set(values)) < 2 or self.name in (RECORD_PARAMETER, SEARCH_PARAMETER):
            return ()
        expected = "one is possible, so the last is taken"
        return (
            LinkProblem(f"{self.title.lower()} by more than one value", shown(", ".join(values)), expected),
        )

    def in_words(self, values: Sequence[str], dataset: Dataset) -> str:
        """The title and the chosen values as a reader reads them."""
        choices = self.choices_in(dataset)
        return f"{self.title.lower()}: {', '.join(choices.get(value, value) for value in values)}"


# The record that the link names, by its present id, and the words that a reader searches for.
RECORD = Option(RECORD_PARAMETER, "Record")
SEARCH = Option(SEARCH_PARAMETER, "Search")


@dataclass(frozen=True, eq=False)
class FigureSpec:
    """One figure: its id, how it is built, the filters that it follows and its options; it can read nothing
    else of a question.

    `of_text`: it is built from words that a reader types, which stand in no link and are kept nowhere.
    `still` draws the picture that stands for a drawing which moves on the screen. `fits_phone`: it is drawn
    otherwise on a phone, `fits_window` for each size of window. `if_any`: beside others it is left out where
    it has nothing to show. `glance` says what the card of one of its marks says, where these stand for no
    record.
    """

    figure_id: str
    build: Callable[[Question], Answer]
    follows: frozenset[str] = frozenset()
    options: tuple[Option, ...] = ()
    still: Callable[[Question], SvgImage] | None = None
    fits_phone: bool = False
    fits_window: bool = False
    of_text: bool = False
    if_any: bool = False
    glance: Callable[[Question, str], Glance] | None = None


@dataclass(frozen=True)
class Rows:
    """What a page counts of its own in the sentence above it: how many rows it has under a selection, and
    what one of them is called.
    """

    name: str
    number: Callable[[Dataset, Selection], int]
    plural: str = ""


EVENT_ROWS = Rows("event", lambda dataset, selection: len(dataset.events_of(selection)))


@dataclass(frozen=True, eq=False)
class PageSpec:
    """One page: the name of its address and script, its title in the menu, its question, and its
    figures in order, after them those that the data name.

    `rows` are what the sentence of the choice counts, if anything. `example` is the link under which it is
    pictured and measured; a page `of_record` shows the record that its link names; one that is not `listed`
    is reached by links only.
    """

    name: str
    title: str
    question: str
    figures: tuple[FigureSpec, ...]
    example: Mapping[str, str] = field(default_factory=dict)
    of_record: bool = False
    listed: bool = True
    rows: Rows | None = None
    of_data: Callable[[Dataset], tuple[FigureSpec, ...]] = lambda _: ()

    def figures_in(self, dataset: Dataset) -> tuple[FigureSpec, ...]:
        """All figures of the page; for one data set always the same objects."""
        return (*self.figures, *self.of_data(dataset))
