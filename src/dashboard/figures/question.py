"""What one figure is asked: of a reader's choice it can read only what it declares, so its answer depends on
nothing else.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.spec import (
    COUNTRIES,
    EVENTS,
    KINDS,
    LAST_YEAR,
    THEMES,
    YEARS,
    Answer,
    FigureSpec,
    Option,
)
from dashboard.model.figure import Glance, SvgImage
from dashboard.model.selection import Selection
from dashboard.views.theme import Mode

Options = Mapping[Option, tuple[str, ...]]


class Undeclared(LookupError):
    """A builder reads a part of the question that its spec does not declare."""


class Question:
    """A figure, the data set, and the part of the reader's choice that the figure declares; `narrow` is a
    phone, `window` the size of the window of a page that the figure fits into.
    """

    def __init__(
        self,
        spec: FigureSpec,
        dataset: Dataset,
        selection: Selection | None = None,
        options: Options | None = None,
        mode: Mode = "light",
        narrow: bool = False,
        text: str = "",
        window: str = "",
    ) -> None:
        """Without a selection all filters, and without options all options, stand at their default."""
        self.spec = spec
        self.dataset = dataset
        self.mode = mode
        self._selection = selection or whole(dataset)
        given = options or {}
        self._options = {option: given.get(option, option.default_in(dataset)) for option in spec.options}
        self._narrow = narrow and spec.fits_phone
        self._text = text
        self._window = window if spec.fits_window else ""

    @property
    def themes(self) -> tuple[str, ...]:
        """The chosen themes; none means all."""
        self._needs(THEMES)
        return self._selection.themes

    @property
    def kinds(self) -> tuple[str, ...]:
        """The chosen kinds of source; none means all."""
        self._needs(KINDS)
        return self._selection.kinds

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last chosen year, both included."""
        self._needs(YEARS)
        return self._selection.first_year, self._selection.last_year

    @property
    def last_year(self) -> int:
        """The last chosen year."""
        self._needs(YEARS, LAST_YEAR)
        return self._selection.last_year

    @property
    def events(self) -> pd.DataFrame:
        """The events of the choice, in order of time, each with the lane in which it is drawn. Not to be
        changed.
        """
        missing = EVENTS - self.spec.follows
        if missing:
            raise Undeclared(
                f"{self.spec.figure_id} asks for events and does not declare that it follows "
                f"{', '.join(sorted(missing))}"
            )
        return self.dataset.events_of(self._selection)

    @property
    def events_of_all_years(self) -> pd.DataFrame:
        """The events of the choice whatever their years, in order of time. Not to be changed."""
        first, last = self.dataset.atlas.span
        whenever = replace(self._selection, first_year=first, last_year=last)
        if not self.spec.follows >= {THEMES, KINDS, COUNTRIES}:
            raise Undeclared(
                f"{self.spec.figure_id} asks for events and does not follow all that chooses them"
            )
        return self.dataset.events_of(whenever)

    @property
    def narrow(self) -> bool:
        """True for a drawing on a phone."""
        if not self.spec.fits_phone:
            raise Undeclared(f"{self.spec.figure_id} does not declare that it is drawn otherwise on a phone")
        return self._narrow

    @property
    def window(self) -> str:
        """The size of the window; an empty text where the figure stands alone or is taken away."""
        if not self.spec.fits_window:
            raise Undeclared(f"{self.spec.figure_id} does not declare that it fits into a window")
        return self._window

    @property
    def text(self) -> str:
        """The words that a reader typed for this figure."""
        if not self.spec.of_text:
            raise Undeclared(f"{self.spec.figure_id} does not declare that it is built from a reader's words")
        return self._text

    def option(self, option: Option) -> str:
        """The value of an option that has one value."""
        return next(iter(self.values(option)), "")

    def values(self, option: Option) -> tuple[str, ...]:
        """All values of an option."""
        if option not in self._options:
            raise Undeclared(f"{self.spec.figure_id} does not declare the option {option.name}")
        return self._options[option]

    @property
    def key(self) -> tuple[Hashable, ...]:
        """All that the answer depends on beside the data."""
        drawn_for = (self.mode, self._narrow, self._window)
        return self.spec.figure_id, drawn_for, self.followed, tuple(self._options.values())

    @property
    def followed(self) -> Selection:
        """The selection with every filter that the figure does not follow at its default."""
        return obeyed(self._selection, self.spec.follows, self.dataset)

    @property
    def chosen_options(self) -> Options:
        """The figure's options with their values."""
        return self._options

    def answer(self) -> Answer:
        """Build the figure."""
        return self.spec.build(self)

    def still(self) -> SvgImage | None:
        """The picture that stands for a drawing which moves on the screen, if the figure is one."""
        return self.spec.still(self) if self.spec.still else None

    def glance(self, mark: str) -> Glance | None:
        """What the card of a mark says, if the marks of the figure stand for no record."""
        return self.spec.glance(self, mark) if self.spec.glance else None

    def drawn_for(self, mode: Mode, narrow: bool) -> Question:
        """The same question for another ground and width."""
        return Question(self.spec, self.dataset, self._selection, self._options, mode, narrow)

    def on_paper(self) -> Question:
        """The same question for a picture on white ground, as wide as a page."""
        return Question(self.spec, self.dataset, self._selection, self._options, text=self._text)

    def _needs(self, *parts: str) -> None:
        if self.spec.follows.isdisjoint(parts):
            raise Undeclared(f"{self.spec.figure_id} does not declare that it follows {' or '.join(parts)}")


def obeyed(chosen: Selection, follows: frozenset[str], dataset: Dataset) -> Selection:
    """The part of a selection that follows some filters; every other filter stands at its default."""
    default = whole(dataset)
    return Selection(
        chosen.themes if THEMES in follows else default.themes,
        chosen.kinds if KINDS in follows else default.kinds,
        chosen.first_year if YEARS in follows else default.first_year,
        chosen.last_year if follows & {YEARS, LAST_YEAR} else default.last_year,
        chosen.countries if COUNTRIES in follows else default.countries,
    )


def whole(dataset: Dataset) -> Selection:
    """The selection that leaves nothing out."""
    return Selection((), (), *dataset.atlas.span)
