"""The figures of two periods face to face."""

from __future__ import annotations

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.people import met_in
from dashboard.figures.question import Question
from dashboard.figures.spec import Answer, FigureSpec, Option, PageSpec
from dashboard.figures.votes import ASSEMBLY, states_of
from dashboard.model.comparison import Counted, Measured, Periods, Span
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries import compare as ask
from dashboard.queries import votes as ask_votes
from dashboard.views import compare
from dashboard.views.country_names import country

PERIODS = Option(compare.PERIODS, "Two periods, such as 1965-1971,2014-2021")
_KINDS = {kind: words.capitalize() for kind, words in VOCABULARIES["event kind"].items()}

NUMBER = Option(compare.NUMBER, "Number", by_link=True)


def _table(question: Question) -> Answer:
    dataset, written = question.dataset, question.option(PERIODS)
    periods = _periods(dataset, written)
    if periods is None:
        return compare.misread(written)
    counted = _counted(dataset, periods)
    events = dataset.atlas["events"]
    begun = pd.concat([ask.beginning_in(events, years) for years in periods]).drop_duplicates("event_id")
    rows = begun[["event_id", "date", "kind", "title"]].rename(columns={"event_id": "record_id"})
    means = [*_series(dataset, periods), *_voted(dataset, periods)]
    return compare.table(counted, means, periods, rows.reset_index(drop=True), _eras(dataset))


def _records(question: Question) -> Answer:
    dataset = question.dataset
    periods = _periods(dataset, question.option(PERIODS))
    key, _, place = question.option(NUMBER).rpartition("-")
    counted = _counted(dataset, periods) if periods else []
    chosen = next((count for count in counted if count.key == key and place in ("1", "2")), None)
    events = dataset.atlas["events"]
    dates = dict(zip(events["event_id"], events["date_caption"], strict=True))
    return compare.records(chosen, int(place) - 1 if chosen else 0, periods, dataset.titles, dates)


def _periods(dataset: Dataset, written: str) -> Periods | None:
    """The two periods of a link; without any the first and the last era."""
    if written:
        return ask.read_periods(written, dataset.atlas.span)
    years = list(_eras(dataset).values()) or [dataset.atlas.span]
    return years[0], years[-1]


def _eras(dataset: Dataset) -> dict[str, Span]:
    """The years of each era by its label, as far as years can be chosen."""
    eras, span = dataset.atlas["eras"], dataset.atlas.span
    first = eras["period_first"].dt.year.clip(*span)
    last = eras["period_last"].dt.year.fillna(span[1]).clip(*span)
    years = zip(first.astype(int), last.astype(int), strict=True)
    return dict(zip(eras["label"], years, strict=True))


def _counted(dataset: Dataset, periods: Periods) -> list[Counted]:
    events, agreements = dataset.atlas["events"], dataset.atlas["agreements"]
    met = met_in(dataset, events)
    return [
        *_behind(dataset, periods),
        *ask.counted_by("Events by kind", events, "kind", _KINDS, periods),
        *ask.counted_by("Events by theme", events, "themes", dataset.themes, periods),
        *_meetings(dataset, met, periods),
        *_signed(agreements.merge(events[["event_id", "date_first"]], on="event_id"), periods),
    ]


def _signed(texts: pd.DataFrame, periods: Periods) -> list[Counted]:
    """The texts of either period, and those of which the record says what became."""
    heading, known = "Agreements", texts[texts["outcome"] != ""]
    whole, ended = "Texts signed, exchanged or drawn up", "of them, with what became of them"
    return [
        ask.counted_whole("signed", heading, whole, texts, "agreement_id", periods),
        ask.counted_whole("outcome", heading, ended, known, "agreement_id", periods),
    ]


def _behind(dataset: Dataset, periods: Periods) -> list[Counted]:
    """The sources that tell of events which begin in either period."""
    evidence, events = dataset.atlas["evidence"], dataset.atlas["events"]
    dated = evidence.merge(events[["event_id", "date_first"]], left_on="record_id", right_on="event_id")
    heading, label = "What the record rests on", "Sources that tell of events"
    return [
        ask.counted_whole("events", heading, "Events", events, "event_id", periods),
        ask.counted_whole("sources", heading, label, dated, "source_id", periods),
    ]


def _meetings(dataset: Dataset, met: pd.DataFrame, periods: Periods) -> list[Counted]:
    """The visits and calls with persons of both sides, and the persons who took part in most of them."""
    heading, label = "Who met whom", "Visits and calls with persons of both sides"
    listed = met.assign(person=met["first"] + met["second"]).explode("person")
    begun = pd.concat([ask.beginning_in(listed, years) for years in periods])
    most = begun["person"].value_counts().head(compare.MOST_PERSONS).index
    labels = {str(person): dataset.titles[person] for person in most}
    whole = ask.counted_whole("met", heading, label, met, "event_id", periods)
    return [whole, *ask.counted_by(heading, listed, "person", labels, periods)]


def _series(dataset: Dataset, periods: Periods) -> list[Measured]:
    """Trade between the two sides by each count, and what one side delivered to the other."""
    atlas = dataset.atlas
    trade = dataset.trade_series.assign(unit="USD million")
    names = [name for side in atlas.subject.sides for name in side.names]
    series = atlas["indicators"]
    between = series[series["reporter"].isin(names) & series["partner"].isin(names)]
    others = between[~between["indicator_id"].isin(trade["indicator_id"])]
    values = atlas["observations"].merge(others[["indicator_id", "label", "unit"]], on="indicator_id")
    values = values.assign(year=values["period_first"].dt.year)
    sound = values[values["status"] != "doubtful"]
    return [*ask.measured("Trade", trade, periods), *ask.measured("Other series", sound, periods)]


def _voted(dataset: Dataset, periods: Periods) -> list[Measured]:
    """How often the two sides voted alike on whole resolutions of the General Assembly, in per cent."""
    states = states_of(dataset)[:2]
    whole = ask_votes.whole_resolutions(dataset.atlas.votes, ASSEMBLY)
    if whole.empty or len(states) < 2:
        return []
    shares = ask_votes.agreement(whole, states[0], states[1:], "year")
    source_id = str(whole["source_id"].mode().iloc[0])
    label = f"{country(states[0])} and {country(states[1])}: identical votes in the General Assembly"
    yearly = shares.assign(
        indicator_id=source_id, label=label, unit="percent", value=shares["identical"] * 100
    )
    return ask.measured("Votes", yearly, periods)


TABLE = FigureSpec("compare-table", _table, options=(PERIODS,))
RECORDS = FigureSpec("compare-records", _records, options=(PERIODS, NUMBER))

PAGE = PageSpec(
    "compare",
    "Compare",
    "Then and now: what is different?",
    figures=(TABLE, RECORDS),
    example={PERIODS.name: "1965-1971,2014-2021"},
)
