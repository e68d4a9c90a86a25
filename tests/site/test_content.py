"""What a page and a record say before scripts run leads to the same without scripts."""

from __future__ import annotations

from html import unescape

import pytest

from dashboard.figures.pages import BY_NAME
from dashboard.site.content import of_page, of_record
from dashboard.site.publication import Publication


@pytest.fixture(scope="module")
def app(publication: Publication) -> Publication:
    """The small Atlas as the living app shows it."""
    return Publication(publication.dataset, "https://atlas.example/", reads_app=True)


def test_a_record_says_what_it_is_who_says_so_and_how_to_cite_it_and_leads_to_its_plain_page(
    app: Publication,
) -> None:
    words = unescape(str(of_record(app, "pipeline-agreement")))
    assert words.startswith("<h1>Agreement on the river pipeline</h1>")
    assert "<q>In October 2015 the two countries</q>, paragraph 2" in words
    assert "A small Atlas (version 0.9.0). https://atlas.example/record?id=pipeline-agreement</p>" in words
    assert '<a href="read/record/pipeline-agreement.html" target="_self">' in words
    assert '<a href="read/votes/1.html#a-res-1" target="_self">' in str(of_record(app, "a-res-1"))


@pytest.mark.parametrize(("name", "path"), [("overview", "read/index.html"), ("trade", "read/trade.html")])
def test_a_page_says_its_question_and_each_figure_and_leads_to_its_plain_page(
    app: Publication, name: str, path: str
) -> None:
    spec = BY_NAME[name]
    words = unescape(str(of_page(spec, app)))
    assert words.startswith(f"<h1>{spec.title}</h1><p>{spec.question}</p><section>")
    assert words.count("<section>") == len(spec.figures_in(app.dataset))
    assert f'<a href="{path}" target="_self">' in words
