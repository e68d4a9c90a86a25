"""A figure in the edition says what it says in the app, and long ones go on over several pages."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pandas as pd

from dashboard.figures.overview import DISAGREEMENTS
from dashboard.figures.question import Question
from dashboard.figures.rendered import rendered
from dashboard.model.figure import Cell, Chart, DataTable, Deck, Dots, EmptyFigure, Figure, Grid, SvgImage
from dashboard.site.figure import pages_of, part_path, pieces_of
from dashboard.site.page import figures_of
from dashboard.site.publication import SHOWN, Links, Publication


def words_of(markup: str) -> list[str]:
    return unescape(re.sub(r"<[^>]+>", " ", markup)).split()


def test_the_words_of_every_figure_are_those_of_the_app(
    publication: Publication, pages: dict[str, str]
) -> None:
    for spec, _ in figures_of(SHOWN, publication):
        shown = rendered(Question(spec, publication.dataset))
        if isinstance(shown.figure, EmptyFigure):
            continue
        stem = f"figure/{spec.figure_id}"
        held = " ".join(
            " ".join(words_of(pages[path])) for path in sorted(pages) if path.startswith((f"{stem}.",))
        )
        assert " ".join(words_of(shown.figure.title)) in held, spec.figure_id
        if not isinstance(shown.figure.drawing, Chart | Deck | SvgImage | DataTable):
            # Ways to other choices need the living app.
            told = re.sub(r'<div class="atlas-ways">.*?</div>', "", shown.before, flags=re.DOTALL)
            missing = set(words_of(told)) - set(held.split())
            assert not missing, (spec.figure_id, missing)
        else:
            assert " ".join(words_of(shown.figure.message)) in held, spec.figure_id


def test_a_chart_has_a_text_alternative_and_a_file_for_day_night_and_phone(
    edition: dict[str, bytes], pages: dict[str, str]
) -> None:
    page = pages["figure/timeline-lanes.html"]
    assert re.search(r'<img src="\.\./figure/timeline-lanes-page-light\.svg" alt="[^"]{20,}"', page)
    for ending in ("page-light", "page-dark", "phone-light", "phone-dark"):
        assert edition[f"figure/timeline-lanes-{ending}.svg"].startswith(b"<svg")


def test_what_is_long_goes_on_under_the_next_number() -> None:
    assert [part_path("figure/a", number) for number in (1, 2)] == ["figure/a.html", "figure/a.part-2.html"]


def test_a_figure_takes_its_rows_its_sources_and_its_citation_along(
    publication: Publication, pages: dict[str, str], edition: dict[str, bytes]
) -> None:
    page = pages["figure/checks-list.html"]
    assert "Cite and download" in page
    assert "behind it" in page
    assert edition["figure/checks-list.csv"].startswith(b"\xef\xbb\xbfrecord_id")
    (spec, home), *_ = figures_of(SHOWN[:1], publication)
    assert [path for path, _ in pages_of(Question(spec, publication.dataset), home, publication)]


def test_a_cell_that_leads_to_a_figure_of_another_page_leads_to_its_place_there(
    publication: Publication,
) -> None:
    row = tuple(
        (Cell("words", **cell),)
        for cell in (
            {"page": "trade", "to": "trade-lines", "params": (("year", "2015"),)},
            {"page": "record", "params": (("id", "river-line"),)},
            {"page": "record", "params": (("id", "nothing"),)},
            {"params": (("year", "2015"),), "record_id": "river-line"},
        )
    )
    figure = Figure("x", "X", Grid(("A",), row), pd.DataFrame({"record_id": ["river-line"]}), "Words.")
    (question, *_) = (Question(spec, publication.dataset) for spec, _ in figures_of(SHOWN, publication))
    (table,) = pieces_of(figure, question, Links(publication, "figure/x.html"), "")
    assert re.findall(r'<th scope="row"[^>]*>(?:<a href="([^"]*)"[^>]*>)?words', table) == [
        "../trade.html#trade-lines",
        "../record/river-line.html",
        "",
        "../record/river-line.html",
    ]


def test_the_picture_to_take_away_carries_its_words_and_the_citation_its_address(
    publication: Publication, pages: dict[str, str], edition: dict[str, bytes]
) -> None:
    page = pages["figure/timeline-lanes.html"]
    (picture,) = re.findall(r'<a href="\.\./([^"]*)"[^>]*>Picture \(SVG\)</a>', page)
    assert "version 0.9.0 of 1 June 2022" in edition[picture].decode("utf-8")
    assert re.findall(r'<a href="\.\./([^"]*)"[^>]*>Rows \(CSV\)</a>', page) == ["figure/timeline-lanes.csv"]
    (cited,) = re.findall(r'<p class="cite">(.*?)</p>', page)
    assert cited.endswith("https://atlas.example/pr/timeline?edition=0.9.0#timeline-lanes")
    assert f'href="{publication.base}figure/timeline-lanes.html"' in page


def test_the_whole_name_of_a_source_stands_behind_its_short_one(publication: Publication) -> None:
    question = Question(DISAGREEMENTS, publication.dataset)
    figure = question.answer()
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Dots)
    short = figure.drawing.lines[0].dots[0].by[0]
    named = replace(figure, drawing=replace(figure.drawing, in_full={short: "Its Whole Name"}))
    pieces = pieces_of(named, question, Links(publication), "")
    assert f'<abbr title="Its Whole Name">{short}</abbr>' in "".join(pieces)
