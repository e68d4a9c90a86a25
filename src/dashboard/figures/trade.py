"""The figures of trade, and the names of the choices that they answer."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.figures.cache import SingleFlightCache
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder, documents_of
from dashboard.model.selection import Selection
from dashboard.model.vocabulary import label
from dashboard.queries import events as ask_events
from dashboard.queries import stated as ask_stated
from dashboard.queries import trade as ask_trade
from dashboard.views import trade
from dashboard.views.arguments import short_name

PAIRS: Mapping[str, str] = {
    "imf-comtrade": "To Russia: IMF × UN Comtrade",
    "cow-comtrade": "To Russia: Correlates of War × UN Comtrade",
    "cow-comtrade-ussr": "To the USSR: Correlates of War × UN Comtrade",
    "cow-imf": "To Russia: Correlates of War × IMF",
    "cow-imf-to-pakistan": "To Pakistan: Correlates of War × IMF",
    "cow-comtrade-to-pakistan": "To Pakistan: Correlates of War × UN Comtrade",
    "imf-comtrade-to-pakistan": "To Pakistan: IMF × UN Comtrade",
}
_SERIES: SingleFlightCache[pd.DataFrame] = SingleFlightCache(2)


def verdicts_of(dataset: Dataset, stated: pd.DataFrame) -> dict[str, tuple[str, str, str]]:
    """For each stated number that a check tests: the check, its verdict, and the verdict in words."""
    checks = dataset.atlas["checks"]
    verdict = checks.set_index("check_id")["verdict"]
    tested = ask_stated.tested_by(dataset.atlas["evidence"], checks, stated["quantity_id"])
    return {quantity_id: (check_id, verdict[check_id], label("verdict", verdict[check_id])) for quantity_id, check_id in tested.items()}


def spoken(dataset: Dataset, stated: pd.DataFrame) -> pd.DataFrame:
    """The stated numbers with `by`: whether a document says them."""
    return stated.assign(by=stated["quantity_id"].map(ask_stated.speakers(dataset.atlas["evidence"], dataset.atlas["sources"])))


def speakers_of(dataset: Dataset, record_ids: pd.Series) -> dict[str, list[str]]:
    """For each record, who says so, in short: documents by author and year first, then every other source by its publisher."""
    documents = {row["source_id"]: short_name(row) for row in documents_of(dataset).to_dict("records")}
    rows = dataset.atlas["sources"].to_dict("records")
    others = {row["source_id"]: str(row["publisher"] or row["author"] or row["title"]) for row in rows if row["source_id"] not in documents}
    evidence = dataset.atlas["evidence"]
    said = evidence[evidence["record_id"].isin(record_ids) & (evidence["stance"] == "supports")].groupby("record_id", sort=False)["source_id"]
    behind = {str(record_id): list(own) for record_id, own in said}
    return {
        record_id: list(dict.fromkeys(names[one] for names in (documents, others) for one in behind.get(record_id, ()) if one in names))
        for record_id in record_ids
    }


def series_of(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """The observations of trade in the chosen years that may be drawn; read out of the tables once for all choices."""
    atlas = dataset.atlas
    series = _SERIES.answer(atlas.digest, lambda: ask_trade.plotted(ask_trade.trade_series(atlas["indicators"], atlas["observations"])))
    return series[series["year"].between(selection.first_year, selection.last_year)]


def _trade_lines(dataset: Dataset, asked: Asked) -> Answer:
    years = (asked.selection.first_year, asked.selection.last_year)
    series = series_of(dataset, asked.selection)
    stated = spoken(dataset, ask_events.in_years(ask_trade.stated_trade(dataset.atlas["quantities"]), "period", *years))
    direction = asked.option("direction", "to-russia")
    return trade.lines(
        series[series["direction"] == direction],
        stated[stated["direction"] == direction],
        ask_trade.DIRECTIONS[direction],
        years,
        "log" if asked.option("scale") == "log" else "linear",
        asked.mode,
    )


def _trade_mirror(dataset: Dataset, asked: Asked) -> Answer:
    gaps, one, other = _mirror(dataset, asked)
    return trade.mirror(gaps, one, other, asked.mode, _pair(asked).beware)


def _trade_mirror_table(dataset: Dataset, asked: Asked) -> Answer:
    return trade.mirror_table(*_mirror(dataset, asked))


def _pair(asked: Asked) -> ask_trade.Pair:
    return ask_trade.PAIRS[asked.option("counts", "imf-comtrade")]


def _mirror(dataset: Dataset, asked: Asked) -> tuple[pd.DataFrame, pd.Series, pd.Series]:
    """The gaps and the two counts; of a count that the tables do not have, the row is empty, and so are the gaps."""
    pair = _pair(asked)
    counts = dataset.atlas["indicators"].set_index("indicator_id", drop=False).reindex([pair.one, pair.other])
    return ask_trade.mirror_gap(series_of(dataset, asked.selection), pair.one, pair.other), counts.iloc[0], counts.iloc[1]


def _trade_statements(dataset: Dataset, asked: Asked) -> Answer:
    """Numbers without a period stand in every choice of years, because nobody says to which year they belong."""
    told = ask_trade.told_of_trade(dataset.atlas["quantities"])
    dated = ask_events.in_years(told[told["period"] != ""], "period", asked.selection.first_year, asked.selection.last_year)
    own = spoken(dataset, pd.concat([dated, told[told["period"] == ""]]))
    speakers = speakers_of(dataset, own["quantity_id"])
    own = own.assign(read_in=["; ".join(speakers[one]) for one in own["quantity_id"]])
    return trade.statements(own, verdicts_of(dataset, own))


FIGURES: Mapping[str, Builder] = {
    "trade-lines": _trade_lines,
    "trade-mirror": _trade_mirror,
    "trade-mirror-table": _trade_mirror_table,
    "trade-statements": _trade_statements,
}
