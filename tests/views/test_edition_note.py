"""The note for whoever followed a link to an earlier edition."""

from __future__ import annotations

from dashboard.model.change import ADDED, VALUE, Change
from dashboard.views.edition_note import MOST, of_page, of_record

EDITION = ("0.1.0", "22 November 2026", "0.3.0")


def dated(record_id: str, corrected: bool = False) -> Change:
    return Change(record_id, "events", "", VALUE, "date", "1971", "1971-08-09", "read anew", corrected)


def test_a_record_has_its_old_and_new_values_and_the_way_to_all_changes() -> None:
    html = of_record(*EDITION, [dated("talks")], {})
    assert "names edition 0.1.0 of 22 November 2026; this is edition 0.3.0." in html
    assert "1 thing in this record changed since:" in html
    assert "<li>Date: 1971 → 9 August 1971 (read anew)</li>" in html
    assert 'href="changes?edition=0.1.0"' in html


def test_a_record_that_did_not_change_or_is_new_says_so() -> None:
    assert "Nothing in this record has changed since." in of_record(*EDITION, [], {})
    assert "This record is new since." in of_record(*EDITION, [Change("talks", "events", "", ADDED)], {})


def test_of_very_many_changes_the_rest_is_counted() -> None:
    html = of_record(*EDITION, [dated("talks")] * (MOST + 3), {})
    assert html.count("<li>") == MOST + 1
    assert "and 3 more" in html


def test_a_page_counts_new_changed_and_corrected_records_once_each() -> None:
    shown = [dated("a"), dated("a"), dated("b", corrected=True), Change("c", "events", "", ADDED)]
    assert "shown here: 1 new, 2 changed and 1 corrected since." in of_page(*EDITION, shown)
    assert "shown here: none has changed since." in of_page(*EDITION, [])


def test_what_the_tables_hold_is_text() -> None:
    wrong = Change("talks", "events", "", VALUE, "title", "<b>A</b>", "<img src=x>")
    html = of_record(*EDITION, [wrong], {})
    assert "<b>" not in html
    assert "&lt;img src=x&gt;" in html
