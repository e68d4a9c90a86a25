"""Addresses lead to a page, to the record that they name, or to a sentence with 404."""

from __future__ import annotations

import pytest
from starlette.responses import RedirectResponse, Response

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import HOME, PAGES
from dashboard.site import living
from dashboard.ui.door.address import Spoken, answer_to, base_of, before_tables


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
        "/_stcore",
        "/_stcore/nothing",
        "/timeline/_stcore/nothing",
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


@pytest.mark.parametrize("path", ["/figure/trade-lines.png", "/record/visit.json", "/feed.json"])
def test_a_server_that_has_no_tables_yet_says_so_and_not_that_a_file_does_not_exist(path: str) -> None:
    plain = answer_to(path, "")
    assert plain is not None
    answer = before_tables(plain)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    page = answer_to("/timeline", "")
    assert page is not None
    assert before_tables(page) is page


@pytest.mark.parametrize(
    "host",
    [
        "",
        "a" * 3000,
        "a" * 254,
        "atlas.example:123456",
        "atlas.example\\foreign",
        "[" + ":" * 3000 + "]",
        "[::1",
        '"><script>',
        "two words",
    ],
)
def test_a_host_that_is_no_name_stands_in_no_address(host: str) -> None:
    """Files hold the address thousands of times, and are kept: a long name would fill the memory."""
    scope = {"type": "http", "headers": [(b"host", host.encode())], "scheme": "https"}
    assert base_of(scope) == "/"


@pytest.mark.parametrize(
    "host", ["atlas.example", "localhost:8501", "127.0.0.1:8501", "[::1]:8501", "a" * 253]
)
def test_a_name_with_or_without_a_port_is_that_of_the_app(host: str) -> None:
    scope = {"type": "http", "headers": [(b"host", host.encode())], "scheme": "https"}
    assert base_of(scope) == f"https://{host}/"


class TestWithTables:
    """Answers of a door whose tables are read, spoken by the edition's own functions."""

    @pytest.fixture
    def spoken(self, small_atlas: Atlas) -> Spoken:
        return Spoken(Dataset(small_atlas), living, "https://atlas.example/")

    def ask(self, spoken: Spoken, path: str, query: str = "") -> Response:
        plain = answer_to(path, query)
        assert plain is not None
        return spoken.answer(path, query, plain)

    def test_a_record_has_its_title_and_its_words_in_the_first_html(self, spoken: Spoken) -> None:
        answer = self.ask(spoken, "/record", "id=pipeline-agreement")
        page = bytes(answer.body).decode()
        title = spoken.dataset.titles["pipeline-agreement"]
        assert answer.status_code == 200
        assert f"<title>{title} – " in page
        assert '<meta data-atlas name="citation_title"' in page
        assert f"<noscript><h1>{title}</h1>" in page
        assert '<div id="root">' in page
        assert 'rel="cite-as"' in answer.headers["link"]

    @pytest.mark.parametrize("path", ["/record//pipeline-agreement", "//record///pipeline-agreement/"])
    def test_slashes_too_many_lead_to_the_record_all_the_same(self, spoken: Spoken, path: str) -> None:
        assert self.ask(spoken, path).headers["location"] == "/record?id=pipeline-agreement"

    def test_the_way_to_the_edition_stands_in_the_head_where_the_host_names_one(
        self, spoken: Spoken, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ATLAS_EDITION", "https://static.example/")
        page = bytes(self.ask(spoken, "/timeline").body).decode()
        assert '<link rel="alternate" data-atlas-edition="" href="https://static.example/">' in page
        assert "<title>Timeline – " in page

    def test_a_record_that_there_is_not_answers_404_and_still_opens_the_app(self, spoken: Spoken) -> None:
        answer = self.ask(spoken, "/record", "id=nothing")
        assert answer.status_code == 404
        assert b'<div id="root">' in answer.body
        assert self.ask(spoken, "/record/nothing").status_code == 404
        assert self.ask(spoken, "/record/nothing.json").status_code == 404

    def test_a_file_has_its_type_and_a_record_its_short_address(self, spoken: Spoken) -> None:
        answer = self.ask(spoken, "/record/pipeline-agreement.json")
        assert answer.headers["content-type"] == "application/json"
        assert self.ask(spoken, "/record/pipeline-agreement").status_code == 308

    def test_no_address_leaves_the_edition(self, spoken: Spoken) -> None:
        for path in ("/read/../data/events.csv", "/read/..%2fx.html", "/read//etc/passwd.html"):
            assert self.ask(spoken, path).status_code == 404


def scope(host: str, scheme: str = "https") -> dict[str, object]:
    headers = [(b"host", host.encode()), (b"x-forwarded-proto", scheme.encode())]
    return {"type": "http", "scheme": "http", "headers": headers}


def test_the_address_of_the_app_is_that_under_which_it_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert base_of(scope("atlas.example:8501")) == "https://atlas.example:8501/"
    assert base_of(scope('x"><script>')) == "/"
    assert base_of(scope("a.example", "javascript")) == "http://a.example/"
    monkeypatch.setenv("ATLAS_ADDRESS", "https://atlas.example/pr")
    assert base_of(scope("other.example")) == "https://atlas.example/pr/"
