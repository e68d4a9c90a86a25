"""Addresses lead to a page, to the record that they name, or to a sentence with 404."""

from __future__ import annotations

import pytest
from starlette.responses import RedirectResponse

from dashboard.figures.pages import HOME, PAGES
from dashboard.ui.door.address import answer_to


@pytest.mark.parametrize("path", ["/", *(f"/{page.name}" for page in PAGES if page is not HOME)])
def test_every_page_of_the_menu_stands_at_its_address(path: str) -> None:
    answer = answer_to(path, "theme=energy")
    assert answer is not None
    assert answer.status_code == 200
    assert b'<div id="root">' in answer.body


@pytest.mark.parametrize(
    ("path", "query", "place"),
    [
        ("/overview", "theme=energy", "/?theme=energy"),
        ("/overview/", "", "/"),
        ("/timeline/", "years=1971&years=1972", "/timeline?years=1971&years=1972"),
        ("/record/tashkent-1966", "", "/record?id=tashkent-1966"),
        ("/record/tashkent-1966/", "theme=trade", "/record?theme=trade&id=tashkent-1966"),
        ("/record/a&b=c", "", "/record?id=a%26b%3Dc"),
        ("//overview", "", "/"),
    ],
)
def test_an_address_that_means_a_page_leads_to_it_with_the_choice(path: str, query: str, place: str) -> None:
    answer = answer_to(path, query)
    assert isinstance(answer, RedirectResponse)
    assert answer.headers["location"] == place


@pytest.mark.parametrize(
    "path",
    [
        "/a/b",
        "/nothing",
        "/timeline/more",
        "/record/a/b",
        "/foo.html",
        "/static/js/none.js",
        "/static/../index.html",
        "/<b>",
    ],
)
def test_an_unknown_address_is_told_so_and_shown_the_pages(path: str) -> None:
    answer = answer_to(path, "")
    assert answer is not None
    assert answer.status_code == 404
    words = bytes(answer.body).decode()
    assert "The Atlas has no page here." in words
    assert '<a href="/timeline">Timeline</a>' in words
    assert "<b>" not in words


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/health",
        "/timeline/_stcore/health",
        "/app/static/x.png",
        "/media/x",
        "/component/x",
        "/favicon.png",
    ],
)
def test_what_streamlit_serves_goes_on_to_it(path: str) -> None:
    assert answer_to(path, "") is None
