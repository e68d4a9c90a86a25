"""Who says so, by capital: the countries that tell of a record, of all events, and of what one country alone
reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Cell, Chart, EmptyFigure, Figure, Grid, Item, Listing
from dashboard.model.subject import Voice
from dashboard.views.country_names import country
from dashboard.views.formatting import count, number
from dashboard.views.theme import INK, Mode, layered

MOST_COUNTRIES = 12
OTHERS = "other countries"

_WORDS = {
    "supports": "reports it",
    "disputes": "disputes it",
    "supports and disputes": "reports and disputes it",
}
_TONES = {"supports": "holds", "disputes": "fails", "supports and disputes": "partly"}
_NOTE = (
    "A source counts for the country of the publisher that first reported what it says. Sources of "
    "international bodies count for no country."
)


def of_record(
    tellings: pd.DataFrame, record_id: str, voices: Sequence[Voice], caveat: str = ""
) -> Figure | EmptyFigure:
    """Which countries' publishers tell of a record, and which of the capitals named are silent.

    `tellings` has `record_id`, `country`, `stance` and `sources`, as from queries.capitals.told_by_country;
    `caveat` joins the note.
    """
    figure_id, title = "record-capitals", "Who says so, by capital"
    by_country = tellings[tellings["record_id"] == record_id].set_index("country")
    if by_country.empty:
        return EmptyFigure(
            figure_id, title, "No source with a known country tells of it.", "Look at its sources below."
        )
    capitals = {voice.country: voice.capital for voice in voices}
    named = [*capitals, *(code for code in by_country.index if code not in capitals)]
    rows = tuple(_voice(code, by_country, record_id, capitals) for code in named)
    silent = [capitals[code] for code in capitals if code not in by_country.index]
    return Figure(
        figure_id=figure_id,
        title=f"Told by sources of {_countries(len(by_country))}"
        + (f"; silent: {', '.join(silent)}" if silent else ""),
        drawing=Grid(("Country", "What its sources say", "Sources"), rows),
        rows=by_country.reset_index()[["record_id", "country", "stance", "sources"]],
        message=f"A table of {_countries(len(named))}, each with what its sources say of the record.",
        note=f"{_NOTE} {caveat}".strip(),
    )


def events_by_country(
    grouped: pd.DataFrame, labels: Mapping[str, str], by: str, mode: Mode, caveat: str = ""
) -> Figure | EmptyFigure:
    """How many events sources of each country tell of, under each theme or era.

    `grouped` has `record_id`, `country`, `group`; `labels` name the groups in the order drawn; `by` is theme
    or era.
    """
    figure_id, title = "sources-capitals", f"Events by country of source and {by}"
    if grouped.empty:
        return EmptyFigure(
            figure_id, title, "No source with a known country tells of these events.", "Widen the years."
        )
    shown = grouped.assign(
        country=_most_telling(grouped), group=grouped["group"].map(labels)
    ).drop_duplicates()
    counts = shown.groupby(["country", "group"]).size().rename("events").reset_index()
    order = shown.groupby("country")["record_id"].nunique().sort_values(ascending=False)
    countries = [
        *(name for name in order.index if name != OTHERS),
        *(name for name in order.index if name == OTHERS),
    ]
    counts["row"] = counts["country"].map(countries.index)
    counts["column"] = counts["group"].map(list(labels.values()).index)
    return Figure(
        figure_id=figure_id,
        title=f"{country(str(grouped['country'].mode().iloc[0]))} tells most: events by country of "
        f"source and {by}",
        drawing=Chart(_spec(len(countries), mode), {"counts": counts}),
        rows=shown[["record_id", "country", "group"]],
        message=f"Events told by sources of {_countries(len(countries))}, by {by}: " + _most(order),
        note=f"An event counts once for each country that tells of it. {_NOTE} {caveat}".strip(),
    )


def of_one_country(alone: pd.DataFrame, events: pd.DataFrame, caveat: str = "") -> Figure | EmptyFigure:
    """The events that sources of one country alone report. `alone` has `record_id` and `country`."""
    figure_id, title = "sources-one-country", "Reported by one country’s sources only"
    listed = events.merge(alone.rename(columns={"record_id": "event_id"}), on="event_id")
    if listed.empty:
        return EmptyFigure(
            figure_id, title, "Every event shown has sources of two countries or more.", "Widen the years."
        )
    listed = listed.sort_values(["date_first", "event_id"])
    order = listed["country"].value_counts().index
    groups = tuple(_group(code, listed[listed["country"] == code]) for code in order)
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(listed), 'event')} of {number(len(events))} {'is' if len(listed) == 1 else 'are'} "
        "reported by one country’s sources only",
        drawing=Listing(groups),
        rows=listed.rename(columns={"event_id": "record_id"})[["record_id", "country", "date", "title"]],
        message=f"A list of {count(len(listed), 'event')} under {_countries(len(groups))}.",
        note=f"{_NOTE} {caveat}".strip(),
    )


def _voice(code: str, voices: pd.DataFrame, record_id: str, capitals: Mapping[str, str]) -> tuple[Cell, ...]:
    name = f"{country(code)} ({capitals[code]})" if code in capitals else country(code)
    if code not in voices.index:
        return Cell(name), Cell("silent", tone="silent"), Cell("0")
    stance = str(voices.loc[code, "stance"])
    return (
        Cell(name, record_id),
        Cell(_WORDS[stance], tone=_TONES[stance]),
        Cell(str(voices.loc[code, "sources"])),
    )


def _group(code: str, events: pd.DataFrame) -> tuple[str, tuple[Item, ...]]:
    items = (Item(row["event_id"], row["title"], row["date_caption"]) for row in events.to_dict("records"))
    return f"{country(code)} ({len(events)})", tuple(items)


def _most_telling(grouped: pd.DataFrame) -> list[str]:
    """The name of each row's country, or that of the others beyond the countries that tell most."""
    telling = grouped.groupby("country")["record_id"].nunique().sort_values(ascending=False, kind="stable")
    most = set(telling.index[:MOST_COUNTRIES])
    return [country(code) if code in most else OTHERS for code in grouped["country"]]


def _most(order: pd.Series) -> str:
    return ", ".join(f"{name} {number}" for name, number in order.head(5).items()) + "."


def _countries(number: int) -> str:
    return count(number, "country", "countries")


@lru_cache(maxsize=32)
def _spec(countries: int, mode: Mode) -> dict[str, Any]:
    """Kept, because Altair takes longer to write it than all else takes. Not to be changed.

    The order of countries and groups stands in the rows: a browser builds a chart anew whose specification
    differs, and only replaces rows.
    """
    ink = INK[mode]
    base = alt.Chart(alt.NamedData("counts")).encode(
        y=alt.Y("country:N", sort=_by("row"), axis=alt.Axis(title=None, grid=False)),
        x=alt.X(
            "group:N",
            sort=_by("column"),
            axis=alt.Axis(title=None, orient="top", labelAngle=-40, grid=False),
        ),
    )
    shade = alt.Color("events:Q", scale=alt.Scale(type="sqrt", range=[ink.panel, ink.accent]), legend=None)
    cells = base.mark_rect(stroke=ink.ground, strokeWidth=2).encode(color=shade)
    halo = base.mark_text(stroke=ink.ground, strokeWidth=3, strokeOpacity=0.8).encode(
        text=alt.Text("events:Q")
    )
    numbers = base.mark_text(color=ink.text).encode(text=alt.Text("events:Q"))
    return layered([cells, halo, numbers], mode, 24 * countries)


def _by(column: str) -> alt.EncodingSortField:
    return alt.EncodingSortField(column, op="min")
