"""Where a figure stands and under which choice: what its citation, its packet and its links have to repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.figures.question import Asked
from dashboard.model.selection import FIRST_YEAR, RECORD, Selection
from dashboard.model.vocabulary import label
from dashboard.views import link
from dashboard.views.formatting import joined

EMBED, FIGURE = "embed", "figure"
HOME = "overview"


@dataclass(frozen=True)
class Context:
    """One page under one choice. `base` is the address of the app with a final slash, or empty where it is not known; `params` are the link's.

    `choice` are those of them that hold on all pages; `asked` is what the page's figures are asked in light mode, as a picture for print needs it.
    """

    page: str = ""
    sentence: str = ""
    params: Mapping[str, Sequence[str]] = field(default_factory=dict)
    base: str = ""
    asked: Asked | None = None
    choice: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, list[str]]:
        """Everything that was chosen, by name: what stands in the link, and the page's own options even at their default."""
        options = self.asked.options if self.asked else ()
        return {name: [value] for name, value in options if value} | {name: list(values) for name, values in self.params.items()}

    @property
    def key(self) -> tuple[object, ...]:
        """All that tells this context from another, as one key of a cache."""
        params = tuple((name, tuple(values)) for name, values in self.params.items())
        return self.page, self.sentence, params, self.base, self.asked

    def address(self, figure_id: str = "") -> str:
        """The permalink of the page, or of one of its figures."""
        return self._to(self.page, self.params) + (f"#{figure_id}" if figure_id else "")

    def embedding(self, figure_id: str) -> str:
        """The address that shows one figure alone, with its source line, inside another page."""
        return self._to(self.page, {**self.params, EMBED: ["true"], FIGURE: [figure_id]})

    def record(self, record_id: str) -> str:
        """The permalink of one record."""
        return self._to("record", {RECORD: [record_id]})

    def _to(self, page: str, params: Mapping[str, Sequence[str]]) -> str:
        address = link.href("" if page == HOME else page, params)
        return self.base + address.removeprefix("./") if self.base else address


def base_of(url: str | None, page: str) -> str:
    """The address of the app from the address of one of its pages: all before the page's own name."""
    if not url:
        return ""
    return url.rstrip("/").removesuffix(f"/{page}").rstrip("/") + "/"


def choice_in_words(selection: Selection, horizon: int, options: Mapping[str, str]) -> str:
    """The choice as a sentence that stands on its own, away from the page; `options` are those of the page that differ from their default."""
    whole = (selection.first_year, selection.last_year) == (FIRST_YEAR, horizon)
    years = f"{selection.first_year}–{selection.last_year}" if selection.first_year < selection.last_year else str(selection.first_year)
    parts = [
        joined(selection.themes).capitalize() if selection.themes else "All themes",
        f"all years ({years})" if whole else years,
        f"only with a source of kind {joined([label('source kind', kind) for kind in selection.kinds])}" if selection.kinds else "all kinds of source",
    ]
    parts += [f"{name.replace('_', ' ')}: {value.replace('-', ' ')}" for name, value in options.items() if value]
    return "; ".join(parts)
