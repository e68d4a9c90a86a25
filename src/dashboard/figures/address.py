"""Where a figure stands and under which choice: what its citation, its packet and its links have to
repeat.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.figures.pages import path_of
from dashboard.figures.question import Options, Question, whole
from dashboard.figures.spec import RECORD, Option
from dashboard.model.selection import EDITION, EMBED, FIGURE, Selection
from dashboard.model.vocabulary import label
from dashboard.views import link
from dashboard.views.country_names import country
from dashboard.views.formatting import joined

Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Context:
    """One page under one choice, and the question that a figure of it answers.

    `base` is the address of the app with a final slash, or empty where it is not known. `params` are those
    that the figure follows, `filters` all that hold on all pages: for links to other records.
    """

    page: str = ""
    base: str = ""
    params: Parameters = field(default_factory=dict)
    question: Question | None = None
    filters: Parameters = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The choice in words, as far as the figure follows it."""
        return choice_in_words(self.question) if self.question else ""

    @property
    def values(self) -> dict[str, list[str]]:
        """Everything that was chosen, by its name in the link, and the figure's own options even at their
        default.
        """
        options = self.question.chosen_options if self.question else {}
        chosen = {option.name: list(values) for option, values in options.items() if any(values)}
        return chosen | {name: list(values) for name, values in self.params.items()}

    def address(self, figure_id: str = "") -> str:
        """The permalink of the page, or of one of its figures."""
        return self._to(self.page, self.params) + (f"#{figure_id}" if figure_id else "")

    def cited(self, version: str, figure_id: str) -> str:
        """The permalink of a figure for a citation: it names the edition, so that whoever follows it is told
        what differs since.
        """
        return self._to(self.page, {**self.params, EDITION: [version]}) + f"#{figure_id}"

    def cited_record(self, version: str, record_id: str) -> str:
        """The permalink of one record for a citation."""
        return self._to("record", {RECORD.name: [record_id], EDITION: [version]})

    def embedding(self, figure_id: str) -> str:
        """The address that shows one figure alone, with its source line, inside another page."""
        return self._to(self.page, {**self.params, EMBED: ["true"], FIGURE: [figure_id]})

    def record(self, record_id: str) -> str:
        """The permalink of one record."""
        return self._to("record", {RECORD.name: [record_id]})

    def _to(self, page: str, params: Parameters) -> str:
        address = link.href(path_of(page), params)
        return self.base + address.removeprefix("./") if self.base else address


def standing(
    page: str, base: str, question: Question, offered: Iterable[Option], record_id: str, chosen: Selection
) -> Context:
    """The context of a figure on a page: of the filters those that it follows, of its options those that were
    asked and are not at their default.
    """
    dataset = question.dataset
    options = {
        option: values
        for option, values in question.chosen_options.items()
        if option in offered and values != option.default_in(dataset)
    }
    option_params = {option.name: values for option, values in options.items()}
    record = {RECORD.name: (record_id,)} if record_id else {}
    followed = question.followed.as_params(dataset.atlas.span)
    return Context(
        page, base, {**followed, **option_params, **record}, question, chosen.as_params(dataset.atlas.span)
    )


def base_of(url: str | None, page: str) -> str:
    """The address of the app from the address of one of its pages: all before the page's own name."""
    if not url:
        return ""
    return url.rstrip("/").removesuffix(f"/{page}").rstrip("/") + "/"


def choice_in_words(question: Question) -> str:
    """What a figure shows as a sentence that stands on its own, away from the page: filters, and options not
    at their default.
    """
    dataset = question.dataset
    parts = _filters_in_words(question.followed, whole(dataset), dataset.themes)
    options = _worth_saying(question)
    return "; ".join([*parts, *(option.in_words(values, dataset) for option, values in options.items())])


def _filters_in_words(chosen: Selection, default: Selection, labels: Mapping[str, str]) -> list[str]:
    first, last = chosen.first_year, chosen.last_year
    years = f"{first}–{last}" if first < last else str(first)
    all_years = (first, last) == (default.first_year, default.last_year)
    kinds = joined([label("source kind", kind) for kind in chosen.kinds])
    countries = joined([country(code) for code in chosen.countries])
    return [
        joined([labels[theme] for theme in chosen.themes]) if chosen.themes else "All themes",
        f"all years ({years})" if all_years else years,
        f"only with a source of kind {kinds}" if kinds else "all kinds of source",
        *([f"only with a source of {countries}"] if countries else []),
    ]


def _worth_saying(question: Question) -> Options:
    """The options that differ from their default; the title of a figure names its record already."""
    options = question.chosen_options.items()
    return {
        option: values
        for option, values in options
        if option is not RECORD and values != option.default_in(question.dataset)
    }
