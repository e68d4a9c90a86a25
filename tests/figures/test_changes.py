"""What changed since an edition, on the page of changes, on the page of a record, and for whoever follows a
link to an earlier edition.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.data.editions import ENDING, edition_files, packed
from dashboard.figures.changes import EDITIONS, HISTORY, KIND, LIST, SINCE, editions_behind
from dashboard.figures.dataset import Dataset
from dashboard.figures.editions import (
    changes_of,
    changes_since,
    days_of,
    history_of,
    lost_records,
    named_edition,
    steps_of,
    themes_of,
)
from dashboard.figures.question import Question
from dashboard.figures.record import figures_of_record
from dashboard.figures.spec import RECORD, FigureSpec, Option
from dashboard.model.figure import EmptyFigure, Figure, Grid, Listing
from dashboard.model.selection import Selection


def write(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def release(folder: Path, following: str) -> None:
    version = (folder / "VERSION").read_text("utf-8").split()[0]
    (folder / "editions").mkdir(exist_ok=True)
    (folder / "editions" / f"{version}{ENDING}").write_bytes(packed(edition_files(folder)))
    (folder / "VERSION").write_text(following, "utf-8")


@pytest.fixture(scope="module")
def revised(proved_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Three editions: in 1.0.0 the date of an event became finer, in 1.1.0 its title was put right, a place
    was renamed, a passage was added to the talks, and an era was replaced by another.
    """
    folder = tmp_path_factory.mktemp("revised") / "small"
    shutil.copytree(proved_small, folder)
    release(folder, "1.0.0 2022-06-02\n")
    write(folder, "events.csv", "early-contact,195X", "early-contact,1955")
    release(folder, "1.1.0 2022-06-03\n")
    write(folder, "events.csv", "Early contacts", "Early contacts again")
    write(folder, "places.csv", "northern-town,", "northern-town,Old ")
    write(folder, "corrections.csv", "why\n", "why\nearly-contact,title,1.1.0,there were two\n")
    for name in ("eras.csv", "evidence.csv"):
        write(folder, name, "quiet-years,", "still-years,")
    with (folder / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("quiet-years,still-years,the name was taken\n")
    with (folder / "evidence.csv").open("a", encoding="utf-8") as file:
        file.write("trade-round,gazette-2015,,,,,,supports,A second voice.\n")
    return Dataset(read_atlas(folder))


def ask(
    dataset: Dataset, spec: FigureSpec, themes: tuple[str, ...] = (), **options: str
) -> Figure | EmptyFigure:
    named: dict[str, Option] = {"since": SINCE, "kind": KIND, "record": RECORD}
    chosen = {named[name]: (value,) for name, value in options.items()}
    return Question(spec, dataset, Selection(themes, (), *dataset.atlas.span), chosen).answer()


def items(figure: Figure | EmptyFigure) -> dict[str, str]:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    found: dict[str, str] = {}
    for _, held in figure.drawing.groups:
        for item in held:
            found[item.record_id] = " ".join(filter(None, (found.get(item.record_id), item.detail)))
    return found


def cells(figure: Figure | EmptyFigure) -> list[tuple[str, ...]]:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return [tuple(cell.text for cell in row) for row in figure.drawing.rows]


def test_the_editions_before_the_present_are_named_the_newest_first(revised: Dataset) -> None:
    assert days_of(revised) == {"1.0.0": "2 June 2022", "0.9.0": "1 June 2022"}
    assert [(step.since, step.version) for step in steps_of(revised)] == [
        ("0.9.0", "1.0.0"),
        ("1.0.0", "1.1.0"),
    ]


def test_since_the_last_edition_is_the_default_and_names_each_record_with_its_changes(
    revised: Dataset,
) -> None:
    figure = ask(revised, LIST)
    assert figure.title == "5 changes in 5 records since edition 1.0.0"
    found = items(figure)
    assert set(found) == {"early-contact", "northern-town", "still-years", "trade-round"}
    assert found["early-contact"] == (
        "Title: Early contacts → Early contacts again (Correction: there were two)."
    )
    assert found["northern-town"] == "Name: Northern Town → Old Northern Town."
    assert found["still-years"] == ("quiet-years: Given up: Quiet years (the name was taken). New record.")
    assert found["trade-round"].startswith("Evidence added: ")
    assert found["trade-round"].endswith("(A second voice).")


def test_since_an_earlier_edition_the_changes_of_both_steps_stand_together(revised: Dataset) -> None:
    said = items(ask(revised, LIST, since="0.9.0"))["early-contact"]
    assert "1955" in said
    assert "Correction: there were two" in said


def test_a_kind_and_a_theme_narrow_the_list(revised: Dataset) -> None:
    assert set(items(ask(revised, LIST, kind="corrections"))) == {"early-contact"}
    assert set(items(ask(revised, LIST, kind="evidence-added"))) == {"trade-round"}
    assert set(items(ask(revised, LIST, themes=("trade",)))) == {"trade-round"}
    assert set(items(ask(revised, LIST, themes=("trade", "energy")))) == {"trade-round"}, "of any theme"
    nothing = ask(revised, LIST, kind="verdict")
    assert isinstance(nothing, EmptyFigure)
    assert nothing.title == "No changed verdicts since edition 1.0.0"


def test_the_kinds_lead_on_with_the_numbers_of_all_changes_whatever_kind_is_chosen(
    revised: Dataset,
) -> None:
    figure = ask(revised, LIST, kind="corrections")
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    (ways,) = figure.drawing.ways
    assert [(cell.text, bool(cell.params)) for cell in ways.cells] == [
        ("All changes 5", True),
        ("New records 1", True),
        ("Records given up 1", True),
        ("Changed values 2", True),
        ("Evidence added 1", True),
        ("Corrections 1", False),
    ]


def test_a_list_of_changes_compares_the_chosen_edition_with_the_present(revised: Dataset) -> None:
    question = Question(LIST, revised, None, {SINCE: ("0.9.0",)})
    assert editions_behind(question) == [("", "0.9.0", "1.1.0")]
    history = Question(HISTORY, revised, None, {RECORD: ("early-contact",)})
    assert editions_behind(history) == [("1.0.0", "0.9.0", "1.0.0"), ("1.1.0", "1.0.0", "1.1.0")]


def test_the_table_of_editions_counts_what_changed_in_each(revised: Dataset) -> None:
    assert cells(ask(revised, EDITIONS)) == [
        ("1.1.0", "3 June 2022", "1", "1", "3", "1"),
        ("1.0.0", "2 June 2022", "0", "0", "1", "0"),
    ]


def test_the_history_of_a_record_has_old_and_new_values_by_edition(revised: Dataset) -> None:
    figure = ask(revised, HISTORY, record="early-contact")
    assert figure.title == "Changed in edition 1.0.0; 1.1.0, a correction"
    title, date = cells(figure)
    assert title == ("Title", "Early contacts", "Early contacts again", "Correction: there were two")
    assert (date[0], date[2], date[3]) == ("Date", "1955", "–")
    assert HISTORY in figures_of_record(revised, "early-contact")
    assert HISTORY not in figures_of_record(revised, "pipeline-agreement")


def test_the_record_in_the_place_of_another_tells_of_it(revised: Dataset) -> None:
    figure = ask(revised, HISTORY, record="still-years")
    assert figure.title == "New in edition 1.1.0"
    assert {row[0] for row in cells(figure)} == {"New record", "Record given up"}
    assert lost_records(revised) == []


def test_a_record_that_is_gone_without_another_in_its_place_is_a_fault_of_the_aliases(small: Path) -> None:
    release(small, "1.0.0 2022-06-02\n")
    for name in ("eras.csv", "evidence.csv"):
        write(small, name, "quiet-years,", "still-years,")
    (fault,) = lost_records(Dataset(read_atlas(small)))
    assert (fault.file, fault.row, fault.column) == ("aliases.csv", 0, "former_id")
    assert (fault.problem, fault.found) == ("a record of edition 0.9.0 is gone", "quiet-years")


def test_a_link_names_an_earlier_edition_the_present_one_or_one_that_there_is_not(revised: Dataset) -> None:
    assert named_edition(revised, []) == ("", ())
    assert named_edition(revised, ["0.9.0"]) == ("0.9.0", ())
    assert named_edition(revised, ["1.1.0"]) == ("", ())
    since, (problem,) = named_edition(revised, ["7.0.0"])
    assert since == ""
    assert str(problem) == ("The link asks for the edition “7.0.0”; there are 1.1.0, 1.0.0, 0.9.0.")


def test_of_several_editions_in_a_link_the_last_known_one_counts(revised: Dataset) -> None:
    assert named_edition(revised, ["0.9.0", "1.0.0"]) == ("1.0.0", ())
    assert named_edition(revised, ["1.0.0", "0.9.0"]) == ("0.9.0", ())


def test_the_changes_of_some_records_are_those_that_lead_to_them(revised: Dataset) -> None:
    found = changes_of(revised, "1.0.0", ["still-years", "pipeline-agreement"])
    assert {change.record_id for change in found} == {"still-years", "quiet-years"}


def test_a_comparison_is_made_once_for_a_data_set(revised: Dataset) -> None:
    assert changes_since(revised, "0.9.0") is changes_since(revised, "0.9.0")


def test_an_agreement_has_the_themes_of_its_event_and_a_place_none(revised: Dataset) -> None:
    assert themes_of(revised, "early-contact") == ("diplomacy",)
    assert themes_of(revised, "northern-town") == ()
    assert themes_of(revised, "no-such-record") == ()
    agreements = revised.atlas["agreements"]
    for record_id, event in zip(agreements["agreement_id"], agreements["event_id"], strict=True):
        assert themes_of(revised, record_id) == themes_of(revised, event)


def test_a_number_and_an_argument_have_themes_of_their_own_and_a_route_those_of_its_project(
    revised: Dataset,
) -> None:
    assert themes_of(revised, "trade-2018") == ("trade",)
    assert themes_of(revised, "pipeline-length") == ("energy",)
    assert themes_of(revised, "claim-interests") == revised.atlas["claims"]["themes"].iloc[0]
    assert themes_of(revised, "river-line") == ("energy", "trade")
    assert themes_of(revised, "check-trade-2018") == ("trade",)


def test_tables_without_editions_say_so(dataset: Dataset) -> None:
    for spec in (LIST, EDITIONS):
        figure = ask(dataset, spec)
        assert isinstance(figure, EmptyFigure)
        assert figure.why == "These tables have no released edition with which they can be compared."
    assert history_of(dataset, "early-contact") == ()
    since, (problem,) = named_edition(dataset, ["0.1.0"])
    assert (since, problem.expected) == ("", f"there is only {dataset.atlas.version}")


def test_the_kind_is_chosen_by_links_and_the_edition_by_name() -> None:
    assert KIND.by_link
    assert not SINCE.by_link
