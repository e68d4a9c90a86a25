"""The figures of families of series: which there are, and on which page, is written in the data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import YEARS, Answer, FigureSpec, Option
from dashboard.figures.stated import speakers_of, spoken
from dashboard.queries import context as ask
from dashboard.queries import events as ask_events
from dashboard.views import context, facts
from dashboard.views.formatting import quantity

_BY_YEARS = frozenset({YEARS})
SUM = "sum"

Row = Mapping[str, Any]


def family_figures(dataset: Dataset, page: str) -> tuple[FigureSpec, ...]:
    """One figure for each `figure` that the table of families has for a page, in its order."""
    key = ("family-figures", page)
    specs: tuple[FigureSpec, ...] = dataset.texts.answer(key, lambda: _family_figures(dataset, page))
    return specs


def charts_of(dataset: Dataset, ids: Collection[str]) -> list[facts.Place]:
    """The charts that draw any of some series or stated numbers: the families of which they are members, the
    first of each figure, and the counts of trade, by direction.
    """
    families, members = dataset.atlas["families"], dataset.atlas["family_members"]
    drawn = set(members.loc[members["member"].isin(set(ids)), "family"])
    first = families.drop_duplicates("figure").set_index("figure")["choice"].to_dict()
    found: dict[str, facts.Place] = {}
    for row in families[families["family"].isin(drawn)].to_dict("records"):
        chosen = ((row["option"], row["choice"]),) if row["choice"] != first[row["figure"]] else ()
        place = facts.Place(row["title"], row["page"], f"{row['page']}-{row['figure']}", chosen)
        found.setdefault(row["figure"], place)
    return list(found.values())


def _family_figures(dataset: Dataset, page: str) -> tuple[FigureSpec, ...]:
    families = dataset.atlas["families"]
    families = families[families["page"] == page]
    options = {str(name): _option(str(name), rows) for name, rows in families.groupby("option") if name}
    return tuple(
        _spec(f"{page}-{name}", rows.to_dict("records"), options)
        for name, rows in families.groupby("figure", sort=False)
    )


def _option(name: str, rows: pd.DataFrame) -> Option:
    choices = dict(zip(rows["choice"], rows["choice_label"], strict=True))
    return Option(name, rows["option_title"].iloc[0], choices)


def _spec(figure_id: str, rows: list[Row], options: Mapping[str, Option]) -> FigureSpec:
    """The figure of one family, or of several of which an option chooses one."""
    option = options.get(rows[0]["option"])
    choices = {row["choice"]: row for row in rows}

    def build(question: Question) -> Answer:
        row = choices[question.option(option)] if option else rows[0]
        return _sums(figure_id, row, question) if row["kind"] == SUM else _panels(figure_id, row, question)

    return FigureSpec(figure_id, build, _BY_YEARS, (option,) if option else ())


def _family(dataset: Dataset, name: str) -> ask.Family:
    members = dataset.atlas["family_members"]
    return ask.families(members[members["family"] == name])[name]


def _rows_of(dataset: Dataset, name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The values of a family and the stated numbers beside them, of all years: made once for all choices."""

    def made() -> tuple[pd.DataFrame, pd.DataFrame]:
        atlas, family = dataset.atlas, _family(dataset, name)
        values = ask.placed(family, atlas["indicators"], atlas["observations"])
        return values, ask.stated_beside(family, atlas["quantities"])

    rows: tuple[pd.DataFrame, pd.DataFrame] = dataset.lookups.answer(("family", name), made)
    return rows


def _panels(figure_id: str, row: Row, question: Question) -> Answer:
    atlas, years = question.dataset.atlas, question.years
    placed, beside = _rows_of(question.dataset, row["family"])
    observed = ask.within(placed, *years, atlas["breaks"])
    stated = spoken(question.dataset, ask.in_years(beside, *years))
    breaks = ask.breaks_in(observed, atlas["breaks"])
    return context.family(look_of(row), figure_id, observed, stated, years, question.mode, breaks)


def _sums(figure_id: str, row: Row, question: Question) -> Answer:
    sums = _sums_of_series(row, question)
    totals = _stated_totals(row["stated"], question)
    return context.totals(figure_id, look_of(row), sums, totals, question.mode)


def look_of(row: Row) -> context.Look:
    """How a family is drawn and what is said of it, from its row."""
    return context.Look(
        row["title"], row["kind"], row["scale"] == "common", row["note"], row["unit"], row["finding"]
    )


def _sums_of_series(row: Row, question: Question) -> pd.DataFrame:
    """The sums as rows of a figure; none if the chosen years do not touch their period."""
    atlas, first, last = question.dataset.atlas, row["period_first"], row["period_last"]
    panels = _family(question.dataset, row["family"]).panels
    names = {indicator_id: panel for panel, series in panels.items() for indicator_id in series}
    outside = question.years[1] < first.year or question.years[0] > last.year
    summed = () if outside else tuple(names)
    sums = ask.summed(atlas["indicators"], atlas["observations"], summed, first, last)
    words = [quantity(round(value, 2), unit) for value, unit in zip(sums["value"], sums["unit"], strict=True)]
    return pd.DataFrame(
        {
            "record_id": sums["indicator_id"],
            "who": sums["indicator_id"].map(names),
            "value": sums["value"],
            "words": words,
            "when": row["period_caption"],
        }
    )


def _stated_totals(indicator: str, question: Question) -> pd.DataFrame:
    """The stated totals as rows of a figure, each under the name of who states it: documents first."""
    quantities = question.dataset.atlas["quantities"]
    stated = ask_events.in_years(quantities[quantities["indicator"] == indicator], "period", *question.years)
    stated = spoken(question.dataset, stated).sort_values(["by", "value"], kind="stable")
    words = [quantity(*row) for row in stated[["value", "unit", "qualifier"]].itertuples(index=False)]
    speakers = speakers_of(question.dataset, stated["quantity_id"])
    names = {quantity_id: named[0] for quantity_id, named in speakers.items()}
    return pd.DataFrame(
        {
            "record_id": stated["quantity_id"],
            "who": stated["quantity_id"].map(names),
            "value": stated["value"],
            "words": words,
            "when": stated["period_caption"],
            "by": stated["by"],
        }
    )
