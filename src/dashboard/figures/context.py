"""The figures of what surrounds the two countries, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder
from dashboard.figures.trade import speakers_of, spoken
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import context as ask
from dashboard.queries import events as ask_events
from dashboard.queries import stated as ask_stated
from dashboard.views import context
from dashboard.views.formatting import quantity

# What documents state of the subjects of this page.
SUBJECTS = ("share of nuclear in energy mix", "aid", "loss from terrorism", "deaths from terrorism")
FIRST, LAST = "2001-01-01", "2017-12-31"
SUMMED = {
    "gtd-pakistan-terrorism-deaths": "Terrorism, Global Terrorism Database",
    "ucdp-pakistan-conflict-deaths": "All organised violence, UCDP",
    "economic-survey-pakistan-terrorism-loss": "Yearly rows of the Economic Survey 2016–17",
}


def _family(figure_id: str, name: str, dataset: Dataset, asked: Asked) -> Answer:
    years, atlas, family = (asked.selection.first_year, asked.selection.last_year), dataset.atlas, ask.FAMILIES[name]
    observed = ask.observed(family, atlas["indicators"], atlas["observations"], *years)
    told = spoken(dataset, ask.comparable(family, atlas["quantities"], *years))
    return context.family(name, figure_id, observed, told, years, asked.mode)


def _votes(dataset: Dataset, asked: Asked) -> Answer:
    return _family("context-votes", f"votes-{asked.option('votes', 'all')}", dataset, asked)


def _trade_with_others(dataset: Dataset, asked: Asked) -> Answer:
    return _family("context-trade", f"trade-{asked.option('flow', 'from-pakistan')}", dataset, asked)


def _russia_elsewhere(dataset: Dataset, asked: Asked) -> Answer:
    name = "russia-imports" if asked.option("flow", "from-pakistan") == "from-pakistan" else "russia-exports"
    return _family("context-russia", name, dataset, asked)


def _deaths_total(dataset: Dataset, asked: Asked) -> Answer:
    series = ("gtd-pakistan-terrorism-deaths", "ucdp-pakistan-conflict-deaths")
    sums = _sums(dataset, asked, series, FIRST, LAST, "2001–2017")
    return context.totals(
        "context-deaths-total",
        "Deaths in Pakistan since 2001: sums of two series, and totals that people state, number of people",
        "The sums are ours, for 2001–2017 whatever years are chosen; each stated total has a period of its own, named beside it. "
        "They count different things: terrorism, all organised violence, civilians only, or all who are said to have lost their lives.",
        sums,
        _told(dataset, asked, "deaths from terrorism"),
        asked.mode,
    )


def _losses_total(dataset: Dataset, asked: Asked) -> Answer:
    sums = _sums(dataset, asked, ("economic-survey-pakistan-terrorism-loss",), "2001-07-01", "2017-03-31", "July 2001 – March 2017")
    return context.totals(
        "context-losses-total",
        "Pakistan’s loss from terrorism: the sum of the yearly estimates, and totals that people state, billion US dollars",
        "All go back to one estimate by the Pakistani government, so agreement is no independent proof. The sum is ours; prices are as in each survey.",
        sums,
        _told(dataset, asked, "loss from terrorism"),
        asked.mode,
    )


def _sums(dataset: Dataset, asked: Asked, series: tuple[str, ...], first: str, last: str, when: str) -> pd.DataFrame:
    """The sums as rows of a figure; none if the chosen years do not touch their period."""
    if asked.selection.last_year < int(first[:4]) or asked.selection.first_year > int(last[:4]):
        series = ()
    sums = ask.summed(dataset.atlas["indicators"], dataset.atlas["observations"], series, first, last)
    words = [quantity(round(value, 2), unit) for value, unit in zip(sums["value"], sums["unit"], strict=True)]
    return pd.DataFrame({"record_id": sums["indicator_id"], "who": sums["indicator_id"].map(SUMMED), "value": sums["value"], "words": words, "when": when})


def _told(dataset: Dataset, asked: Asked, indicator: str) -> pd.DataFrame:
    """The stated totals as rows of a figure, each under the name of who states it: documents first."""
    quantities = dataset.atlas["quantities"]
    own = ask_events.in_years(quantities[quantities["indicator"] == indicator], "period", asked.selection.first_year, asked.selection.last_year)
    own = spoken(dataset, own).sort_values(["by", "value"], kind="stable")
    words = [quantity(*row) for row in own[["value", "unit", "qualifier"]].itertuples(index=False)]
    names = {quantity_id: speakers[0] for quantity_id, speakers in speakers_of(dataset, own["quantity_id"]).items()}
    return pd.DataFrame(
        {
            "record_id": own["quantity_id"],
            "who": own["quantity_id"].map(names),
            "value": own["value"],
            "words": words,
            "when": own["period_caption"],
            "by": own["by"],
        }
    )


def _statements(dataset: Dataset, asked: Asked) -> Answer:
    quantities, checks = dataset.atlas["quantities"], dataset.atlas["checks"]
    own = quantities[quantities["indicator"].isin(SUBJECTS)]
    own = own.assign(place=own["indicator"].map({name: place for place, name in enumerate(SUBJECTS)})).sort_values("place", kind="stable")
    own = ask_events.in_years(own, "period", asked.selection.first_year, asked.selection.last_year)
    tested = ask_stated.tested_by(dataset.atlas["evidence"], checks, own["quantity_id"])
    return context.documents_say(own, checks, tested, VOCABULARIES["verdict"])


_PLAIN = ("arms", "ideal-points", "memberships", "aid", "nuclear", "deaths", "losses", "opium")

FIGURES: Mapping[str, Builder] = {
    "context-statements": _statements,
    "context-votes": _votes,
    "context-trade": _trade_with_others,
    "context-russia": _russia_elsewhere,
    "context-deaths-total": _deaths_total,
    "context-losses-total": _losses_total,
    **{f"context-{name}": partial(_family, f"context-{name}", name) for name in _PLAIN},
}
