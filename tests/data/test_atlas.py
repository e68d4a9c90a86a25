"""The Atlas exists whole and without a fault, or not at all; then every fault of every table is named at
once.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.__main__ import main
from dashboard.data.atlas import Atlas, read_atlas
from dashboard.model.fault import FaultyData
from dashboard.model.schema import TABLES
from dashboard.model.schema.votes import VOTES


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replace one passage of a file, which has to be there."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def faults_of(folder: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(FaultyData) as caught:
        read_atlas(folder)
    return [(fault.file, fault.row, fault.column, fault.problem) for fault in caught.value.faults]


def test_lists_numbers_and_dates_have_their_types(small_atlas: Atlas) -> None:
    events = small_atlas["events"].set_index("event_id")
    assert events.loc["pipeline-agreement", "themes"] == ("energy", "diplomacy")
    assert events.loc["visit-dropped", "projects"] == ()
    assert events.loc["pipeline-agreement", "weight"] == 1
    assert small_atlas["observations"]["value"].dtype == float
    assert small_atlas["places"].set_index("place_id")["longitude"].isna().to_dict()["somewhere"]


def test_a_date_column_has_its_text_its_bounds_and_its_caption(small_atlas: Atlas) -> None:
    row = small_atlas["events"].set_index("event_id").loc["trade-round"]
    assert (row["date"], row["date_first"].date(), row["date_last"].date()) == (
        "2018~",
        date(2018, 1, 1),
        date(2018, 12, 31),
    )
    assert (row["date_approximate"], row["date_caption"]) == (True, "about 2018")
    length = small_atlas["quantities"].set_index("quantity_id").loc["pipeline-length"]
    assert length["period_caption"] == ""
    assert pd.isna(length["period_first"])


def test_every_record_is_known_by_its_id(small_atlas: Atlas) -> None:
    assert small_atlas.table_of["pipeline-agreement"] == "events"
    assert small_atlas.table_of["river-line"] == "routes"
    assert "pipeline-deal" not in small_atlas.table_of


def test_one_reader_cannot_change_what_another_reads(small_atlas: Atlas) -> None:
    mine = small_atlas["events"]
    mine.loc[0, "title"] = "Mine"
    mine["colour"] = "red"
    assert small_atlas["events"].loc[0, "title"] != "Mine"
    assert "colour" not in small_atlas["events"]


def test_the_horizon_is_the_year_of_the_release(small_atlas: Atlas) -> None:
    assert (small_atlas.version, small_atlas.released, small_atlas.horizon) == (
        "0.9.0",
        date(2022, 6, 1),
        2022,
    )


def test_every_fault_of_every_table_is_named_at_once(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "actors.csv").unlink()
    (small / "eras.csv").write_bytes(b"")
    (small / "claims.csv").write_bytes(b"claim_id,topic,statement,themes\n\xff")
    edit(small, "places.csv", ",precision", "")
    edit(small, "events.csv", "2017,Visit", "2017-17,Visit")
    edit(small, "events.csv", "visit,happened", "party,happened")
    edit(small, "themes.csv", "trade,Trade", "sport,Sport")
    edit(small, "themes.csv", "#332288", "violet")
    edit(small, "line_styles.csv", ",0\n", ",beside\n")
    edit(small, "pairs.csv", ",russia-imports,", ",nobodys-imports,")
    edit(small, "families.csv", ",line,own,", ",curve,own,")
    edit(small, "family_members.csv", "trade-2018,", "trade-2081,")
    edit(small, "atlas.toml", "first_year = 1947", "first_year = 47")
    edit(small, "observations.csv", "100.5", "plenty")
    edit(small, "quantities.csv", "pipeline-length,length", "trade-2018,length")
    edit(small, "milestones.csv", "river-pipeline,", "mountain-pipeline,")
    edit(small, "checks.csv", "Trade stood at 500", "Trade stood at 900")
    edit(small, "sources.csv", "https://example.org/voice", "voice at example")
    edit(small, "evidence.csv", "In October 2015 the two countries", "In November 2015 the two countries")
    edit(small, "indicators.csv", "exports,FOB,USD million", "exports,fob,USD million")
    edit(small, "routes.csv", "1,southern-port", "one,southern-port")
    edit(small, "projects.csv", "energy;trade", "energy;;trade")
    edit(small, "aliases.csv", "pipeline-deal,", "Pipeline Deal,")
    edit(small, "vote_topics.csv", "topic-rivers", "Topic Rivers")
    edit(small, "event_votes.csv", "vote_id\n", "vote_id\nnobodys-visit,a-res-1\n")
    edit(small, "glossary.csv", ",en", ",English please")
    edit(small, "series.csv", ",talks,", ",chats,")
    edit(small, "agreements.csv", "2016/..", "from 2016")
    edit(small, "offices.csv", ",PAK", ",Pakistan")
    edit(small, "terms.csv", "minister-of-rivers,", "minister-of-hills,")
    edit(small, "breaks.csv", ",coverage,", ",gap,")
    edit(small, "readings.csv", ",stance,A,", ",stance,C,")
    edit(small, "corrections.csv", "pipeline-agreement,date,", "pipeline-agreement,colour,")
    edit(small, "publishers.csv", "Statistics Office,", "Statistics Bureau,")
    edit(small, "tours.csv", "pipeline,2,", "pipeline,two,")
    found = set(faults_of(small))
    assert {
        ("actors.csv", 0, "", "the file is missing"),
        ("eras.csv", 0, "", "the file is empty"),
        ("claims.csv", 2, "", "not UTF-8"),
        ("places.csv", 1, "precision", "column missing"),
        ("events.csv", 4, "date", "not a date"),
        ("events.csv", 2, "kind", "unknown event kind"),
        ("themes.csv", 2, "colour_light", "not a colour"),
        ("line_styles.csv", 2, "side", "not a number"),
        ("pairs.csv", 2, "first", "no such record"),
        ("families.csv", 2, "kind", "unknown family kind"),
        ("family_members.csv", 4, "member", "no such record"),
        ("atlas.toml", 0, "first_year", "not what is needed"),
        ("observations.csv", 3, "value", "not a number"),
        ("quantities.csv", 3, "quantity_id", "the row stands twice"),
        ("milestones.csv", 2, "project_id", "no such record"),
        ("checks.csv", 2, "quote", "the quote does not stand in that paragraph"),
        ("sources.csv", 2, "url", "not an address"),
        ("evidence.csv", 4, "quote", "the quote does not stand in that paragraph"),
        ("indicators.csv", 2, "valuation", "unknown valuation"),
        ("routes.csv", 2, "seq", "not a whole number"),
        ("projects.csv", 2, "themes", "not an id"),
        ("vote_topics.csv", 2, "topic_id", "not an id"),
        ("event_votes.csv", 2, "event_id", "no such record"),
        ("glossary.csv", 2, "language", "not a language"),
        ("aliases.csv", 2, "former_id", "not an id"),
        ("series.csv", 2, "kind", "unknown series kind"),
        ("agreements.csv", 2, "in_force", "not a date"),
        ("offices.csv", 2, "country", "not a country"),
        ("terms.csv", 2, "office_id", "no such record"),
        ("breaks.csv", 2, "kind", "unknown break kind"),
        ("readings.csv", 2, "coder", "unknown coder"),
        ("corrections.csv", 2, "field", "no field of this record"),
        ("publishers.csv", 2, "publisher", "publishes no source"),
        ("tours.csv", 3, "step", "not a whole number"),
    } <= found
    assert {file for file, _, _, _ in found} == {table.file for table in (*TABLES, VOTES)} | {"atlas.toml"}

    assert main(["--data", str(small), "check"]) == 1
    report = capsys.readouterr().err.splitlines()
    assert len(report) == len(found) + 1
    assert report[-1] == f"{len(found)} faults"
    assert (
        'observations.csv:3 value: not a number, found "plenty", '
        "expected a plain number such as 12.4, below 10^18" in report
    )
    assert "Traceback" not in "\n".join(report)


@pytest.mark.parametrize("command", ["check", "describe"])
def test_no_command_works_on_faulty_tables(small: Path, command: str) -> None:
    edit(small, "events.csv", "2017,Visit", "soon,Visit")
    assert main(["--data", str(small), command]) == 1
    assert not (small / "datapackage.json").exists()


def test_sound_tables_are_reported_with_their_rows(
    proved_small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(proved_small), "check"]) == 0
    assert "no faults. 3 themes, 5 sources" in capsys.readouterr().out


def test_superlatives_are_listed_to_be_read(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(small, "events.csv", "Officials spoke of tariffs.", "It was the first round. Officials spoke.")
    assert main(["--data", str(small), "check", "--superlatives"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "events.csv:5 trade-round: It was the first round.",
        "to be read: 1",
    ]


def test_superlatives_of_a_table_that_cannot_be_read_are_not_listed(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "events.csv").unlink()
    assert main(["--data", str(small), "check", "--superlatives"]) == 1
    assert "the file is missing" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_a_sentence(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "README.md").mkdir()
    assert main(["--data", str(small), "describe"]) == 1
    report = capsys.readouterr().err
    assert report.startswith("README.md:0: the file cannot be written")
    assert "Traceback" not in report


def test_a_folder_in_place_of_the_votes_is_named_and_not_called_missing(small: Path) -> None:
    (small / VOTES.file).unlink()
    (small / VOTES.file).mkdir()
    with pytest.raises(FaultyData) as refused:
        read_atlas(small)
    told = [fault.problem for fault in refused.value.faults if fault.file == VOTES.file]
    assert told == ["a folder stands where the file should be"]
