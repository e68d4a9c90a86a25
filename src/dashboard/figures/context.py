"""The figures of what surrounds the two countries, in numbers."""

from __future__ import annotations

from functools import partial

import pandas as pd

from dashboard.figures.question import Question
from dashboard.figures.spec import YEARS, Answer, FigureSpec, Option, PageSpec
from dashboard.figures.trade import speakers_of, spoken
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import context as ask
from dashboard.queries import events as ask_events
from dashboard.queries import stated as ask_stated
from dashboard.views import context
from dashboard.views.formatting import quantity

VOTES = Option("votes", "Votes", {"all": "All recorded votes", "non-unanimous": "Contested votes only"})
FLOW = Option("flow", "Direction of trade", {"from-pakistan": "From Pakistan", "to-pakistan": "To Pakistan"})

# What documents state of the subjects of this page.
SUBJECTS = ("share of nuclear in energy mix", "aid", "loss from terrorism", "deaths from terrorism")
FIRST, LAST = "2001-01-01", "2017-12-31"
SUMMED = {
    "gtd-pakistan-terrorism-deaths": "Terrorism, Global Terrorism Database",
    "ucdp-pakistan-conflict-deaths": "All organised violence, UCDP",
    "economic-survey-pakistan-terrorism-loss": "Yearly rows of the Economic Survey 2016–17",
}


def _family(figure_id: str, name: str, question: Question) -> Answer:
    atlas, family, years = question.dataset.atlas, ask.FAMILIES[name], question.years
    observed = ask.observed(family, atlas["indicators"], atlas["observations"], *years, atlas["breaks"])
    stated = spoken(question.dataset, ask.comparable(family, atlas["quantities"], *years))
    breaks = ask.breaks_in(observed, atlas["breaks"])
    return context.family(name, figure_id, observed, stated, years, question.mode, breaks)


def _votes(question: Question) -> Answer:
    return _family("context-votes", f"votes-{question.option(VOTES)}", question)


def _trade_with_others(question: Question) -> Answer:
    return _family("context-trade", f"trade-{question.option(FLOW)}", question)


def _russia_elsewhere(question: Question) -> Answer:
    name = "russia-imports" if question.option(FLOW) == "from-pakistan" else "russia-exports"
    return _family("context-russia", name, question)


def _deaths_total(question: Question) -> Answer:
    series = ("gtd-pakistan-terrorism-deaths", "ucdp-pakistan-conflict-deaths")
    sums = _sums(question, series, FIRST, LAST, "2001–2017")
    return context.totals(
        "context-deaths-total",
        "Deaths in Pakistan since 2001: sums of two series, and totals that people state, number of people",
        "The sums are ours, for 2001–2017 whatever years are chosen; each stated total has a "
        "period of its own, named beside it. "
        "They count different things: terrorism, all organised violence, civilians only, or "
        "all who are said to have lost their lives.",
        sums,
        _told(question, "deaths from terrorism"),
        question.mode,
    )


def _losses_total(question: Question) -> Answer:
    sums = _sums(
        question,
        ("economic-survey-pakistan-terrorism-loss",),
        "2001-07-01",
        "2017-03-31",
        "July 2001 – March 2017",
    )
    return context.totals(
        "context-losses-total",
        "Pakistan’s loss from terrorism: the sum of the yearly estimates, and totals that "
        "people state, billion US dollars",
        "All go back to one estimate by the Pakistani government, so agreement is no "
        "independent proof. The sum is ours; prices are as in each survey.",
        sums,
        _told(question, "loss from terrorism"),
        question.mode,
    )


def _sums(question: Question, series: tuple[str, ...], first: str, last: str, when: str) -> pd.DataFrame:
    """The sums as rows of a figure; none if the chosen years do not touch their period."""
    if question.years[1] < int(first[:4]) or question.years[0] > int(last[:4]):
        series = ()
    sums = ask.summed(
        question.dataset.atlas["indicators"], question.dataset.atlas["observations"], series, first, last
    )
    words = [quantity(round(value, 2), unit) for value, unit in zip(sums["value"], sums["unit"], strict=True)]
    return pd.DataFrame(
        {
            "record_id": sums["indicator_id"],
            "who": sums["indicator_id"].map(SUMMED),
            "value": sums["value"],
            "words": words,
            "when": when,
        }
    )


def _told(question: Question, indicator: str) -> pd.DataFrame:
    """The stated totals as rows of a figure, each under the name of who states it: documents first."""
    quantities = question.dataset.atlas["quantities"]
    own = ask_events.in_years(quantities[quantities["indicator"] == indicator], "period", *question.years)
    own = spoken(question.dataset, own).sort_values(["by", "value"], kind="stable")
    words = [quantity(*row) for row in own[["value", "unit", "qualifier"]].itertuples(index=False)]
    names = {
        quantity_id: speakers[0]
        for quantity_id, speakers in speakers_of(question.dataset, own["quantity_id"]).items()
    }
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


def _statements(question: Question) -> Answer:
    quantities, checks = question.dataset.atlas["quantities"], question.dataset.atlas["checks"]
    own = quantities[quantities["indicator"].isin(SUBJECTS)]
    own = own.assign(
        place=own["indicator"].map({name: place for place, name in enumerate(SUBJECTS)})
    ).sort_values("place", kind="stable")
    own = ask_events.in_years(own, "period", *question.years)
    tested = ask_stated.tested_by(question.dataset.atlas["evidence"], checks, own["quantity_id"])
    return context.documents_say(own, checks, tested, VOCABULARIES["verdict"])


_PLAIN = ("arms", "ideal-points", "memberships", "aid", "nuclear", "deaths", "losses", "opium")
_BY_YEARS = frozenset({YEARS})
_FAMILIES = {
    name: FigureSpec(f"context-{name}", partial(_family, f"context-{name}", name), _BY_YEARS)
    for name in _PLAIN
}

STATEMENTS = FigureSpec("context-statements", _statements, _BY_YEARS)
ARMS = _FAMILIES["arms"]
VOTING = FigureSpec("context-votes", _votes, _BY_YEARS, (VOTES,))
IDEAL_POINTS, MEMBERSHIPS = _FAMILIES["ideal-points"], _FAMILIES["memberships"]
TRADE = FigureSpec("context-trade", _trade_with_others, _BY_YEARS, (FLOW,))
RUSSIA = FigureSpec("context-russia", _russia_elsewhere, _BY_YEARS, (FLOW,))
AID, NUCLEAR, DEATHS = _FAMILIES["aid"], _FAMILIES["nuclear"], _FAMILIES["deaths"]
DEATHS_TOTAL = FigureSpec("context-deaths-total", _deaths_total, _BY_YEARS)
LOSSES, OPIUM = _FAMILIES["losses"], _FAMILIES["opium"]
LOSSES_TOTAL = FigureSpec("context-losses-total", _losses_total, _BY_YEARS)

PAGE = PageSpec(
    "context",
    "Context",
    "What else was counted: arms, votes, aid, energy, terrorism?",
    section="Numbers",
    figures=(
        STATEMENTS,
        ARMS,
        VOTING,
        IDEAL_POINTS,
        MEMBERSHIPS,
        TRADE,
        RUSSIA,
        AID,
        NUCLEAR,
        DEATHS,
        DEATHS_TOTAL,
        LOSSES,
        LOSSES_TOTAL,
        OPIUM,
    ),
)
