"""How states voted in the United Nations: agreement by year and topic, and where two of them voted apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Cell, Chart, EmptyFigure, Figure, Grid
from dashboard.model.vote import FEWEST, NO_TOPIC
from dashboard.views import crosshair, year_axis
from dashboard.views.country_names import country
from dashboard.views.formatting import count, joined, number
from dashboard.views.theme import SERIES_COLOURS, Mode, layered

MEASURES: Mapping[str, str] = {
    "identical": "Share of identical votes",
    "index": "Index of agreement (abstention half)",
}
RELATIONS: Mapping[str, str] = {
    "opposite": "One in favour, one against",
    "partly": "One of them abstained",
    "same": "The same vote",
}
# A topic of fewer votes is in the table and not in its title.
FEWEST_OF_TOPIC = 20

_WHOLE = (
    "Counted are whole resolutions of the General Assembly on which both states voted or "
    "abstained, each once: roll calls "
    "on paragraphs and amendments, and roll calls printed under several symbols, are left out. "
    "What is put to the vote "
    "changes from year to year, so a share says who voted alike, not who agreed."
)
_GAPS = (
    "No roll call was taken in 1964. Resolutions adopted without a vote or without a recorded vote "
    "are in no count."
)

SEAT = "The votes of a predecessor in a state’s seat count as its own."


def agreement(shares: pd.DataFrame, pair: Sequence[str], measure: str, mode: Mode) -> Figure | EmptyFigure:
    """How often the first state of the pair voted as each other state, year by year.

    `shares` as from queries.votes.agreement by `year`, with `record_id`; years of fewer than FEWEST votes are
    not joined.
    """
    figure_id, title = (
        "votes-agreement",
        f"How often {country(pair[0])} voted like others in the General Assembly",
    )
    drawn = shares[shares["votes"] >= FEWEST]
    if drawn.empty:
        return EmptyFigure(
            figure_id,
            title,
            f"No year of this choice has {FEWEST} votes on whole resolutions.",
            "Widen the years.",
        )
    drawn = drawn.assign(
        name=drawn["state"].map(country),
        share=drawn[measure],
        words=drawn[measure].map(per_cent),
        mark=[mark_of(*pair) for pair in zip(drawn["state"], drawn["year"], strict=True)],
    )
    return Figure(
        figure_id=figure_id,
        title=_finding(drawn, pair),
        drawing=Chart(
            _lines(drawn, measure, mode),
            {
                "shares": drawn[["mark", "year", "name", "share", "votes", "words"]],
                **crosshair.data(drawn.assign(key=drawn["name"], when=drawn["year"].astype(str)), "year"),
            },
            selectable=True,
        ),
        marks=tuple(drawn["mark"]),
        rows=shares[["record_id", "state", "year", "votes", "identical", "index", "opposite"]].reset_index(
            drop=True
        ),
        subtitle=f"{MEASURES[measure]}, by year, in the General Assembly; {country(pair[0])} with each",
        message=f"Lines of {MEASURES[measure].lower()} by year. " + " ".join(_ends(drawn)),
        note=f"{_WHOLE} {_GAPS} {SEAT} Years with fewer than {FEWEST} such votes are left out of the "
        "drawing, not of the table.",
    )


def mark_of(state: str, year: int) -> str:
    """What the mark of a state in a year is called in a link."""
    return f"{state}-{year}"


def per_cent(share: float) -> str:
    """A share of 0 to 1 in words."""
    return f"{100 * share:.0f} per cent"


def _finding(drawn: pd.DataFrame, pair: Sequence[str]) -> str:
    """The decade in which the pair voted alike most often, worked out from what is drawn."""
    both = drawn[drawn["state"] == pair[1]]
    names = f"{country(pair[0])} and {country(pair[1])}"
    if both.empty:
        return f"{names} cast no vote together in these years"
    weighed = both.assign(decade=both["year"] // 10 * 10, alike=both["share"] * both["votes"]).groupby(
        "decade"
    )
    means = weighed["alike"].sum() / weighed["votes"].sum()
    if len(means) == 1:
        when = "–".join(dict.fromkeys([str(both["year"].min()), str(both["year"].max())]))
        return f"{names} voted alike in {when}: {per_cent(means.iloc[0])}"
    best = int(str(means.idxmax()))
    return f"{names} voted alike most often in the {best}s: {per_cent(means.loc[best])}"


def _ends(drawn: pd.DataFrame) -> list[str]:
    sentences = []
    for name, rows in drawn.groupby("name", sort=False):
        first, last = rows.iloc[0], rows.iloc[-1]
        low, high = rows["share"].min(), rows["share"].max()
        sentences.append(
            f"{name}: {first['words']} in {first['year']}, {last['words']} in {last['year']}, "
            f"lowest {per_cent(low)}, highest {per_cent(high)}."
        )
    return sentences


def _lines(drawn: pd.DataFrame, measure: str, mode: Mode) -> dict[str, Any]:
    names = list(dict.fromkeys(drawn["name"]))
    first, last = int(drawn["year"].min()), int(drawn["year"].max())
    ticks = year_axis.ticks((first, last))
    years = alt.Axis(title=None, format="d", values=ticks, labelFlush=False, labelSeparation=6)
    scale = alt.Scale(domain=[first, max(last, first + 1)], nice=False)
    x = alt.X("year:Q", scale=scale, axis=years)
    y = alt.Y("share:Q", scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(title=None, format=".0%", tickCount=5))
    palette = list(SERIES_COLOURS[mode][: len(names)])
    key = alt.Legend(title=None)
    colour = alt.Color("name:N", scale=alt.Scale(domain=names, range=palette), legend=key)
    tooltip = [
        alt.Tooltip("name:N", title="With"),
        alt.Tooltip("year:Q", title="Year", format="d"),
        alt.Tooltip("words:N", title=MEASURES[measure]),
        alt.Tooltip("votes:Q", title="Votes counted"),
    ]
    isolated = alt.selection_point(name=crosshair.ISOLATED, fields=["name"], bind="legend", toggle="true")
    faint = crosshair.set_off(picked=False)
    base = alt.Chart(alt.NamedData("shares")).encode(x=x, y=y, color=colour)
    lines = base.mark_line(strokeWidth=2).encode(opacity=faint).add_params(isolated)
    points = (
        base.transform_calculate(said="datum.name + ', ' + datum.year + ': ' + datum.words")
        .mark_point(filled=True, size=40, cursor="pointer")
        .encode(
            tooltip=tooltip,
            description=alt.Description("said:N"),
            shape=alt.Shape("name:N", legend=key),
            opacity=crosshair.set_off(),
        )
        .add_params(crosshair.picking("mark"))
    )
    near = crosshair.layers(names, x, mode)
    return layered([*near, lines, points, *crosshair.readout(mode, 4)], mode, 320)


def by_topic(
    shares: pd.DataFrame, states: Sequence[str], labels: Mapping[str, str], first: str
) -> Figure | EmptyFigure:
    """How often the first state voted as each other state on each topic; `shares` by `topic`, with
    `record_id`.
    """
    figure_id, title = "votes-topics", f"On what {country(first)} voted like others"
    if shares.empty:
        return EmptyFigure(
            figure_id, title, "No vote on a whole resolution falls into these years.", "Widen the years."
        )
    columns = (shares[name].tolist() for name in ("topic", "state", "identical", "votes"))
    table = {(topic, state): (share, cast) for topic, state, share, cast in zip(*columns, strict=True)}
    order = shares.groupby("topic")["votes"].max().sort_values(ascending=False).index
    rows = tuple(_topic_row(topic, table, states, labels) for topic in order)
    others = joined([country(state) for state in states])
    return Figure(
        figure_id=figure_id,
        title=_most_and_least(shares, first, states[0], labels) or title + ", by topic",
        subtitle="Share of identical votes on whole resolutions of the General Assembly, by topic",
        drawing=Grid(("Topic", *(country(state) for state in states), "Votes"), rows),
        rows=shares[["record_id", "topic", "state", "votes", "identical", "index", "opposite"]].reset_index(
            drop=True
        ),
        message=f"A table of {count(len(rows), 'topic')} with the share of identical votes with {others}.",
        note="The share of identical votes on whole resolutions; a vote may have several topics, by "
        "rules of words that the codebook states.",
    )


def _most_and_least(shares: pd.DataFrame, first: str, second: str, labels: Mapping[str, str]) -> str:
    """On which topic two states voted alike most and least often; nothing with fewer than two topics that
    have a name and votes enough.
    """
    weighty = (shares["state"] == second) & (shares["votes"] >= FEWEST_OF_TOPIC) & (shares["topic"] != "")
    ranked = shares[weighty].sort_values(["identical", "topic"])
    if len(ranked) < 2:
        return ""
    least, most = ranked.iloc[0], ranked.iloc[-1]
    said = [f"{labels[row['topic']]} ({per_cent(float(row['identical']))})" for row in (most, least)]
    return f"{country(first)} and {country(second)} voted alike most on {said[0]}, least on {said[1]}"


def _topic_row(
    topic: str,
    table: Mapping[tuple[str, str], tuple[float, int]],
    states: Sequence[str],
    labels: Mapping[str, str],
) -> tuple[Cell, ...]:
    params = (("topic", topic or "none"), ("body", "general-assembly"), ("what", "whole"))
    name = Cell(labels.get(topic, NO_TOPIC.capitalize()), params=params, to="votes-list")
    found = [table.get((topic, state)) for state in states]
    cells = [Cell(per_cent(share[0]) if share else "–") for share in found]
    return (name, *cells, Cell(number(max(cast for _, cast in filter(None, found)))))


def apart(
    counts: pd.DataFrame, source_ids: Sequence[str], pair: Sequence[str], labels: Mapping[str, str]
) -> Figure | EmptyFigure:
    """Where the pair voted apart: decades by topics, each number leads to its list. `counts` as from
    queries.votes.apart_by_decade.
    """
    figure_id, title = "votes-apart", f"Where {country(pair[0])} and {country(pair[1])} voted apart"
    if counts.empty:
        return EmptyFigure(
            figure_id,
            title,
            "They did not vote apart on a whole resolution in these years.",
            "Widen the years.",
        )
    decades = sorted(counts["decade"].unique())
    columns = (counts[name].tolist() for name in ("topic", "relation", "decade", "votes"))
    numbers = {
        (topic, relation, decade): cast for topic, relation, decade, cast in zip(*columns, strict=True)
    }
    totals = counts.groupby("topic")["votes"].sum().sort_values(ascending=False)
    rows = tuple(_apart_row(topic, numbers, decades, labels) for topic in totals.index)
    opposite = counts[counts["relation"] == "opposite"]
    worst = opposite.groupby("decade")["votes"].sum()
    peak = f", most in the {worst.idxmax()}s" if len(worst) else ""
    if len(decades) == 1:
        topic = str(totals.index[0])
        peak = f", most on {labels.get(topic, NO_TOPIC)}: {count(int(totals.iloc[0]), 'vote')}"
    return Figure(
        figure_id=figure_id,
        title=title + peak,
        drawing=Grid(("Topic", *(f"{decade}s" for decade in decades)), rows),
        rows=counts.assign(
            record_id=source_ids[0], topic=counts["topic"].map(lambda topic: labels.get(topic, NO_TOPIC))
        ),
        message=f"A table of {count(len(rows), 'topic')} by {count(len(decades), 'decade')}: how many "
        "votes were opposite, and how many half apart.",
        note=(
            "In each cell the votes with one in favour and one against, then those on which "
            "one of the two abstained. "
            "A vote with several topics stands under each of them. " + _GAPS
        ),
    )


def _apart_row(
    topic: str, numbers: Mapping[tuple[str, str, int], int], decades: Sequence[int], labels: Mapping[str, str]
) -> tuple[Cell, ...]:
    cells = [Cell(labels.get(topic, NO_TOPIC.capitalize()))]
    for decade in decades:
        opposite, partly = (numbers.get((topic, relation, decade), 0) for relation in ("opposite", "partly"))
        params = (
            ("topic", topic or "none"),
            ("relation", "apart"),
            ("body", "general-assembly"),
            ("what", "whole"),
            ("years", str(decade)),
            ("years", str(decade + 9)),
        )
        tone = "fails" if opposite else ("partly" if partly else "silent")
        words = f"{number(opposite)}\u00a0+\u00a0{number(partly)}" if opposite + partly else "–"
        cells.append(Cell(words, tone=tone, params=params if opposite + partly else (), to="votes-list"))
    return tuple(cells)
