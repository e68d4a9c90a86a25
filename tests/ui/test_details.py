"""The panel of a figure: closed it costs nothing, open it makes one tab, and its words are those of the
reader's own choice.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui.details import CITE, DOWNLOAD, LINK, NOTE, SOURCES, TABLE

ROOT = Path(__file__).resolve().parents[2]
FIGURE = "trade-lines"


def trade(tab: str = "", figure_id: str = FIGURE, page: str = "trade", **params: list[str]) -> AppTest:
    """A page with the panel of one figure open on a tab (closed if no tab is named)."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).switch_page(f"pages/{page}.py")
    for name, values in params.items():
        app.query_params[name] = values
    if tab:
        app.session_state[f"panel-{figure_id}"] = tab
    app.run()
    assert not app.exception
    return app


def texts_of(app: AppTest) -> str:
    return " ".join(str(html.proto.body) for html in app.get("html"))


def labels_of(app: AppTest) -> list[str]:
    return [button.label for button in app.get("download_button")]


def parts_of(app: AppTest, figure_id: str = FIGURE) -> list[str]:
    """The parts that a figure's line offers, as they are written and heard."""
    group = next(one for one in app.get("button_group") if one.key == f"panel-{figure_id}")
    return [option.content for option in group.proto.options]


def test_a_line_offers_sources_note_table_citation_download_and_link_each_by_a_name_of_its_own() -> None:
    written = parts_of(trade())
    assert [part.split(" :small")[0] for part in written][1:] == ["Note", "Table", "Cite", "Download", "Link"]
    assert re.fullmatch(r"\d+ sources :small\[trade lines\]", written[0])
    every = parts_of(trade()) + parts_of(trade(), "trade-statements")
    assert len(set(every)) == len(every)


def test_a_closed_part_is_not_made() -> None:
    app = trade()
    assert not labels_of(app)
    assert 'class="atlas-panel"' not in texts_of(app)


def test_the_note_stands_on_paper_and_opens_on_the_screen() -> None:
    closed, open_ = texts_of(trade()), texts_of(trade(NOTE))
    assert '<p class="atlas-note atlas-paper">Million US dollars' in closed
    assert '<p class="atlas-note">Million US dollars' not in closed
    assert '<p class="atlas-note">Million US dollars' in open_


def test_the_sources_stand_by_kind_with_what_they_say() -> None:
    words = texts_of(trade(SOURCES))
    assert "atlas-panel" in words
    assert "Correlates of War" in words


def test_the_table_holds_the_rows_of_the_figure() -> None:
    assert "The rows of “" in texts_of(trade(TABLE))


def test_a_figure_is_cited_with_choice_version_and_link_and_can_be_taken_in_three_forms() -> None:
    app = trade(CITE, years=["1990", "2020"])
    (cited,) = [code.value for code in app.main.code]
    assert "[Figure]" in cited
    assert "(version " in cited
    assert "1990–2020" in cited
    assert re.search(r"trade\?years=1990&years=2020&edition=[0-9.]+#trade-lines$", cited)
    assert labels_of(app) == ["BibTeX", "RIS", "CSL-JSON"]


def kinds_of_citation(app: AppTest) -> Any:
    return next(group for group in app.get("button_group") if group.key == f"cite-{FIGURE}")


def cited_as(app: AppTest, what: str) -> str:
    """The sentence or sentences under an option of the citation tab, named by its first words."""
    control = kinds_of_citation(app)
    control.set_value(next(option for option in control.options if option.startswith(what))).run()
    assert not app.exception
    (code,) = app.main.code
    return str(code.value)


def test_the_atlas_one_source_and_all_sources_can_be_cited_too() -> None:
    app = trade(CITE)
    assert "[Data set and dashboard]" in cited_as(app, "The Atlas")
    one = cited_as(app, "A source")
    every = cited_as(app, "All ").split("\n\n")
    assert one in every
    assert f"All {len(every)} sources" in kinds_of_citation(app).options


def test_a_chosen_record_opens_the_panel_on_itself_and_can_be_cited() -> None:
    record_id = "dots-russia-imports-from-pakistan"
    app = trade(CITE, id=[record_id])
    assert f"id={record_id}" in texts_of(app)
    assert re.search(rf"record\?id={record_id}&edition=[0-9.]+$", cited_as(app, "This record"))


def test_a_chart_leaves_as_rows_packet_and_picture_and_a_table_without_the_picture() -> None:
    assert labels_of(trade(DOWNLOAD)) == [
        "Rows (CSV)",
        "Packet (zip)",
        "Proof (zip)",
        "Picture (SVG)",
        "Picture (PNG)",
    ]
    table = trade(DOWNLOAD, "trade-statements")
    assert labels_of(table) == ["Rows (CSV)", "Packet (zip)", "Proof (zip)"]
    assert "has no picture" in texts_of(table)


def test_the_links_keep_what_the_figure_follows_and_name_the_figure() -> None:
    plain, embedded = (code.value for code in trade(LINK, theme=["energy"], years=["2014", "2021"]).main.code)
    assert plain.endswith("trade?years=2014&years=2021#trade-lines")
    assert embedded.endswith("trade?years=2014&years=2021&embed=true&figure=trade-lines")


@pytest.mark.parametrize("table", ["events", "evidence", "observations", "themes", "aliases"])
def test_the_data_page_shows_any_table_and_offers_everything_whole(table: str) -> None:
    app = trade(page="data", table=[table])
    assert app.selectbox[0].value == table
    assert labels_of(app) == [
        f"Table {table} (CSV)",
        "Whole Atlas (data package)",
        "All evidence (JSON-LD)",
        "BibTeX",
        "RIS",
        "CSL-JSON",
    ]


def test_the_data_page_finds_rows_by_words_from_the_link() -> None:
    words = texts_of(trade(page="data", table=["sources"], find=["dawn"]))
    assert "Sources: " in words
    assert " of " in words
    assert "holds “zzzz”" in texts_of(trade(page="data", table=["sources"], find=["zzzz"]))


def test_the_data_page_names_a_table_that_does_not_exist() -> None:
    app = trade(page="data", table=["<script>"])
    assert app.selectbox[0].value == "events"
    assert "script" in " ".join(warning.value for warning in app.warning) + texts_of(app)


def test_a_record_that_the_figure_does_not_show_narrows_nothing() -> None:
    app = trade(CITE, id=["energy"])
    assert not [option for option in kinds_of_citation(app).options if option == "This record"]
