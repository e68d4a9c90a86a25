"""The desk as a coder sees it: the quote in its paragraph, keys that decide, coverage in view, rows that wait
for the check.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data.desk_folder import DETAILS, DeskFolder
from dashboard.data.manuscript import read_manuscript
from dashboard.ui.desk.page import is_local

ROOT = Path(__file__).resolve().parents[3]
LETTER = ROOT / "tests" / "desk" / "letter-2022.txt"


@pytest.fixture
def folder(tmp_path: Path) -> DeskFolder:
    begun = DeskFolder(tmp_path / "a")
    details = {**dict.fromkeys(DETAILS, ""), "source_id": "letter-2022", "published": "2022-03"}
    begun.begin(read_manuscript(LETTER), details)
    return begun


@pytest.fixture
def opened(folder: DeskFolder, proved_small: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    monkeypatch.setattr(sys, "argv", ["desk.py", str(folder.path)])
    app = AppTest.from_file(str(ROOT / "desk.py"), default_timeout=60).run()
    assert [error.message for error in app.exception] == []
    return app


@pytest.fixture
def desk(opened: AppTest) -> AppTest:
    """The desk with each proposal by itself."""
    return opened.main.button(key="desk-apart-all").click().run()


def is_title(field: Any) -> bool:
    """Whether a field is the title of a record, not that of the document."""
    return field.label == "title" and not field.key.startswith("desk-source")


def text_of(app: AppTest) -> str:
    return "\n".join(str(getattr(element.proto, "body", "")) for element in app.get("html"))


def test_the_first_proposal_is_one_that_may_be_known_and_its_quote_is_marked(desk: AppTest) -> None:
    html = text_of(desk)
    assert "<mark>October 2015 the two countries signed</mark>" in html
    assert desk.main.button_group[0].value == "pipeline-agreement"
    assert "0 of 8 proposals decided · 0 of 9 sentences tied to a record · 6 with a year" in html


def test_a_key_accepts_and_the_next_proposal_comes(desk: AppTest, folder: DeskFolder) -> None:
    app = desk.main.button(key="desk-accept").click().run()
    html = text_of(app)
    assert "1 of 8 proposals decided · 1 of 9 sentences tied" in html
    assert "Project: River pipeline" in html
    (decision,) = folder.decisions().values()
    assert decision.rows[0].cells["record_id"] == "pipeline-agreement"
    app = app.main.button(key="desk-reject").click().run()
    app = app.main.button(key="desk-undo").click().run()
    assert "1 of 8 proposals decided" in text_of(app)
    assert "Project: River pipeline" in text_of(app)


def test_another_record_can_be_chosen_and_a_new_one_has_to_be_said_in_own_words(
    desk: AppTest, folder: DeskFolder
) -> None:
    app = desk.main.button_group[0].set_value("").run()
    assert "A row of events.csv" in text_of(app)
    assert "<li>title:" in text_of(app)
    app = app.main.button(key="desk-accept").click().run()
    assert folder.decisions() == {}, "what lacks words opens to be edited instead"
    fields = {field.label: field for field in app.main.text_input if not field.key.startswith("desk-source")}
    fields["title"].set_value("An agreement at the house")
    fields["summary"].set_value("They agreed there.")
    themes = next(field for field in app.main.multiselect if field.label == "themes")
    assert "Energy" in themes.options, "themes are chosen by their names"
    themes.set_value(["energy"])
    saved = next(button for button in app.main.button if button.label == "Save and accept")
    app = saved.click().run()
    assert [error.message for error in app.exception] == []
    (decision,) = folder.decisions().values()
    assert decision.rows[0].cells["title"] == "An agreement at the house"
    assert decision.rows[0].table == "events"
    assert decision.rows[0].cells["event_id"] == "agreement-house-2015", "the id is made of the title"
    assert decision.rows[1].cells["record_id"] == "agreement-house-2015"


def test_what_is_nearly_certain_is_accepted_together_but_for_what_loses_its_tick(
    opened: AppTest, folder: DeskFolder
) -> None:
    html = text_of(opened)
    assert "Very likely in the record already" in html
    assert "<mark>October 2015 the two countries signed</mark>" in html, "every sentence is in view"
    first, *others = opened.main.checkbox
    assert first.label.startswith("Event: ")
    assert all(box.value for box in (first, *others))
    app = first.uncheck().run()
    app = app.main.button(key="desk-accept-all").click().run()
    assert [error.message for error in app.exception] == []
    assert len(folder.decisions()) == len(others)
    assert {row.table for made in folder.decisions().values() for row in made.rows} == {"evidence"}
    assert app.main.button(key="desk-accept"), "what lost its tick comes by itself"
    app.main.button(key="desk-undo").click().run()
    assert folder.decisions() == {}, "what was decided together is taken back together"


def test_sentences_tied_to_nothing_are_left_out_together_and_come_back_together(
    desk: AppTest, folder: DeskFolder
) -> None:
    app = desk.main.button(key="desk-leave-untied").click().run()
    assert "Tied to nothing: 0" in text_of(app)
    assert len(folder.decisions()) == 6
    app = app.main.button(key="desk-undo").click().run()
    assert "Tied to nothing: 6" in text_of(app)


def test_a_row_that_was_begun_is_there_when_the_page_is_opened_again(
    desk: AppTest, folder: DeskFolder
) -> None:
    app = desk.main.button(key="desk-make").click().run()
    app = app.main.button(key="desk-edit-key").click().run()
    (title,) = [field for field in app.main.text_input if is_title(field)]
    title.set_value("Half a title").run()
    again = AppTest.from_file(str(ROOT / "desk.py"), default_timeout=60).run()
    assert [error.message for error in again.exception] == []
    (title,) = [field for field in again.main.text_input if is_title(field)]
    assert title.value == "Half a title", "the row stands open as it was left"
    assert folder.decisions() == {}


def test_the_check_speaks_before_anything_is_written(desk: AppTest, folder: DeskFolder) -> None:
    app = desk.main.button(key="desk-accept").click().run()
    app = app.main.button(key="desk-write").click().run()
    assert "no row counts until the check is clean" in text_of(app)
    assert not (folder.path / "rows").exists()


def test_what_was_accepted_is_opened_again_also_what_the_coder_wrote(
    desk: AppTest, folder: DeskFolder
) -> None:
    app = desk.main.button(key="desk-accept").click().run()
    (key,) = folder.decisions()
    app = app.main.button(key=f"desk-open-{key}").click().run()
    assert ", accepted</p>" in text_of(app)
    box = next(box for box in app.main.selectbox if box.label.startswith("Sentence"))
    told = next(place for place, said in enumerate(box.options) if "October 2015" in said)
    app = box.select_index(told).run()
    app = app.main.button(key="desk-make").click().run()
    app = app.main.button_group[0].set_value("pipeline-agreement").run()
    app = app.main.button(key="desk-accept").click().run()
    mine = next(key for key in folder.decisions() if key.startswith("coder-"))
    again = AppTest.from_file(str(ROOT / "desk.py"), default_timeout=60).run()
    again = again.main.button(key=f"desk-open-{mine}").click().run()
    assert [error.message for error in again.exception] == []
    assert ", accepted</p>" in text_of(again)
    assert again.main.button_group[0].options[0] == "Agreement on the river pipeline"


def test_a_sentence_that_is_tied_to_nothing_gets_a_row_of_its_own(desk: AppTest) -> None:
    assert "Tied to nothing: 6" in text_of(desk)
    app = desk.main.button(key="desk-make").click().run()
    assert [error.message for error in app.exception] == []
    assert str(app.query_params["at"]).startswith("coder-event-para")


def test_a_row_that_was_made_waits_until_it_is_decided(desk: AppTest) -> None:
    app = desk.main.button(key="desk-make").click().run()
    made = str(app.query_params["at"])
    app = app.main.button(key="desk-next").click().run()
    for _ in range(8):
        app = app.main.button(key="desk-reject").click().run()
    assert app.query_params["at"] == made, "nothing that was made is lost on the way"


def test_any_other_record_can_be_chosen_by_its_title(desk: AppTest, folder: DeskFolder) -> None:
    box = next(box for box in desk.main.selectbox if box.label == "Another record")
    assert "Early contacts" in box.options
    app = box.set_value("early-contact").run()
    app.main.button(key="desk-accept").click().run()
    (decision,) = folder.decisions().values()
    assert [row.cells["record_id"] for row in decision.rows] == ["early-contact"]


def test_the_fields_of_a_row_follow_the_record_that_is_chosen(desk: AppTest) -> None:
    app = desk.main.button(key="desk-edit-key").click().run()
    fields = [field for field in app.main.text_input if field.label == "record_id"]
    assert [field.value for field in fields] == ["pipeline-agreement"]
    box = next(box for box in app.main.selectbox if box.label == "Another record")
    app = box.set_value("early-contact").run()
    fields = [field for field in app.main.text_input if field.label == "record_id"]
    assert [field.value for field in fields] == ["early-contact"]


def test_what_is_seldom_filled_is_folded_away(desk: AppTest) -> None:
    app = desk.main.button_group[0].set_value("").run()
    app = app.main.button(key="desk-accept").click().run()
    (folded,) = [part for part in app.expander if part.label == "Every other cell"]
    inside = {field.label for field in folded.text_input}
    assert {"event_id", "series (may be empty)", "number (may be empty)"} <= inside
    assert inside.isdisjoint({"title", "summary", "date"})


def test_a_sentence_that_tells_nothing_is_left_out_and_counts_no_longer(desk: AppTest) -> None:
    app = desk.main.button(key="desk-leave").click().run()
    assert "Tied to nothing: 5" in text_of(app)
    box = next(box for box in app.main.selectbox if box.label.startswith("Sentence"))
    assert box.index == 0, "the next sentence stands chosen"
    assert "0 of 8 proposals decided" in text_of(app)
    app = app.main.button(key="desk-undo").click().run()
    assert "Tied to nothing: 6" in text_of(app)


def test_without_a_document_the_desk_asks_for_one(
    proved_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    monkeypatch.setattr(sys, "argv", ["desk.py"])
    app = AppTest.from_file(str(ROOT / "desk.py"), default_timeout=60).run()
    assert [field.label[:10] for field in app.main.text_input] == ["A document"]
    app.main.text_input[0].set_value("no-such-letter.txt").run()
    assert "The desk cannot open" in text_of(app)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:8501/", True),
        ("http://127.0.0.1:8501/?at=k", True),
        ("http://[::1]:8501/", True),
        (None, True),
        ("http://192.168.1.7:8501/", False),
        ("https://atlas.example/desk", False),
        ("http://localhost.atlas.example/", False),
    ],
)
def test_the_desk_opens_on_its_own_machine_only(url: str | None, local: bool) -> None:
    assert is_local(url) == local


def test_the_app_has_no_part_of_the_desk() -> None:
    from dashboard.figures.pages import PAGES

    assert "desk" not in {page.name for page in PAGES}
    assert "desk" not in (ROOT / "app.py").read_text("utf-8")
