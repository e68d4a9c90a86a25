"""Every page as a whole: it runs, it says what is shown, and it draws nothing without its sources."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, PAGES, followed_on
from dashboard.figures.spec import COUNTRIES, EVENTS, KINDS, LAST_YEAR, THEMES, YEARS
from dashboard.views.register import LEADING, MOST_IN_FULL

Open = Callable[..., AppTest]
Elements = Callable[[object], Iterator[tuple[tuple[str, ...], object]]]

NAMES = [page.name for page in PAGES]
CHOSEN = {"theme": ["energy"], "years": ["2014", "2021"], "kind": ["news"]}
EMPTY = {"theme": ["society"], "years": ["1949", "1949"], "kind": ["reference"]}
RECORD = "diplomatic-relations-1948"
VISITS = [
    *(
        pytest.param(name, link, id=f"{name}-{words}")
        for name in NAMES
        for words, link in {"plain": {}, "chosen": CHOSEN}.items()
    ),
    *(
        pytest.param(name, EMPTY, id=f"{name}-empty")
        for name in ("overview", "timeline", "trade", "map", "arguments")
    ),
    *(pytest.param(name, {"id": [RECORD]}, id=f"{name}-a record") for name in ("record", "timeline", "map")),
    pytest.param("trade", {"direction": ["total"], "scale": ["log"]}, id="trade-its own options"),
    pytest.param("find", {"q": ["pipeline"]}, id="find-a question"),
    pytest.param("timeline", {"country": ["IND", "RUS"]}, id="timeline-countries of sources"),
    pytest.param("find", {"q": ["xyzzy"]}, id="find-a question in vain"),
]
every_page = pytest.mark.parametrize("page", NAMES)
every_visit = pytest.mark.parametrize(("page", "link"), VISITS)

# What does not draw: room for other things, what asks the reader, what leads or loads somewhere, words.
# Everything else draws.
ROOM = {
    "dialog",
    "flex_container",
    "column",
    "expander",
    "tab_container",
    "tab",
    "container",
    "vertical",
    "horizontal",
    "form",
}
ASKS = {
    "button",
    "button_group",
    "selectbox",
    "multiselect",
    "slider",
    "number_input",
    "text_input",
    "text_area",
    "toggle",
    "radio",
    "checkbox",
}
LEADS = {"page_link", "download_button"}
WORDS = {"html", "code", "markdown", "warning"}
# Tables that explain the tables: they show no record, so no source can stand behind them.
ABOUT_THE_TABLES = "<caption>Codebook of "
# A chart that is drawn when this is opened.
FOLD = "Show the chart"
DRAWN_HTML = re.compile(r'class="[^"]*\batlas-(grid|list|dots|article|plate)\b|data-held="')


def html_of(element: object) -> str:
    return str(getattr(element.proto, "body", "")) if getattr(element, "type", "") == "html" else ""  # type: ignore[attr-defined]


def draws(element: object) -> bool:
    """True for a chart, a map, a table, or HTML that is one; also for any kind of element that no list here
    names.
    """
    return getattr(element, "type", "") not in ROOM | ASKS | LEADS | WORDS or bool(
        DRAWN_HTML.search(html_of(element))
    )


def figure_of(keys: tuple[str, ...]) -> str:
    return next((key.removeprefix("figure-") for key in keys if key.startswith("figure-")), "")


def warnings_of(app: AppTest, elements: Elements) -> list[str]:
    """What the reader is told to be wrong with the link, as text."""
    told = re.findall(r'<p class="atlas-warning"[^>]*>(.*?)</p>', text_of(app, elements))
    return [
        *(unescape(re.sub(r"<[^>]+>", "", one)) for one in told),
        *(warning.value.replace("\\", "") for warning in app.warning),
    ]


def text_of(app: AppTest, elements: Elements) -> str:
    return "\n".join(html_of(element) for _, element in elements(app.main))


def dialog_of(app: AppTest, elements: Elements) -> str:
    """What stands in a dialog, which is no part of the page."""
    page = {id(element) for _, element in elements(app.main)}
    everything = elements(app._tree)
    return "".join(html_of(element) for _, element in everything if id(element) not in page)


@every_visit
def test_a_page_runs_without_an_error(
    open_page: Open, elements: Elements, page: str, link: dict[str, list[str]]
) -> None:
    app = open_page(page, **link)
    assert [error.message for error in app.exception] == []
    assert [error.value for error in app.error] == []
    assert warnings_of(app, elements) == []


@every_visit
def test_every_drawing_stands_in_a_figure_with_title_sources_and_panel(
    open_page: Open, elements: Elements, page: str, link: dict[str, list[str]]
) -> None:
    app = open_page(page, **link)
    inside: dict[str, list[object]] = {}
    for keys, element in elements(app.main):
        about_tables = ABOUT_THE_TABLES in html_of(element)
        assert not draws(element) or figure_of(keys) or about_tables, (
            f"{page} draws outside a figure: {html_of(element)[:120] or element}"
        )
        if figure_of(keys):
            inside.setdefault(figure_of(keys), []).append(element)
    for figure_id, parts in inside.items():
        html = "".join(html_of(part) for part in parts)
        assert 'class="atlas-figure"' in html, f"{figure_id} has no title"
        if any(draws(part) for part in parts):
            assert 'class="atlas-sources"' in html, f"{figure_id} has no source line"
            assert any(getattr(part, "type", "") == "button_group" for part in parts), (
                f"{figure_id} has no line"
            )
        elif not any(getattr(part, "label", "").startswith(FOLD) for part in parts):
            assert 'class="atlas-absence"' in html, f"{figure_id} is neither drawn nor said to be absent"


@every_page
def test_a_page_shows_the_figures_that_it_declares_in_their_order(
    open_page: Open, elements: Elements, atlas: Atlas, page: str
) -> None:
    app = open_page(page, **({"id": ["pakistan-stream"]} if page == "record" else {}))
    shown = dict.fromkeys(figure_of(keys) for keys, _ in elements(app.main) if figure_of(keys))
    declared = [spec.figure_id for spec in BY_NAME[page].figures_in(Dataset(atlas))]
    assert shown
    assert set(shown) <= set(declared)
    assert list(shown) == [figure_id for figure_id in declared if figure_id in shown]


@every_page
def test_one_heading_stands_above_every_page_and_a_sentence_of_the_filters_that_it_obeys(
    open_page: Open, elements: Elements, atlas: Atlas, page: str
) -> None:
    html = text_of(open_page(page, **CHOSEN), elements)
    follows = followed_on(BY_NAME[page], Dataset(atlas))
    assert html.count("<h1") == 1
    sentence = re.findall(r'<p class="atlas-choice"[^>]*>(.*?)</p>', html)[0]
    assert ("Energy" in sentence) == (THEMES in follows)
    assert ("do not apply here" in sentence) == (not follows >= EVENTS)
    assert ("2014–2021" in sentence) == bool(follows & {YEARS, LAST_YEAR})


@pytest.mark.parametrize(
    ("page", "counted"),
    [
        ("timeline", "1 of 4 events · Energy · 2014–2016"),
        ("arguments", "0 of 1 argument · Energy · years do not apply here"),
        ("checks", "1 checked statement · themes and years do not apply here"),
        ("trade", "3 of 5 yearly values · 2014–2016 · themes do not apply here"),
        ("agreements", "1 of 1 agreement · Energy · 2014–2016"),
        ("sources", "3 of 5 sources · Energy · 2014–2016"),
    ],
)
def test_a_page_counts_its_own_rows_and_says_which_filters_it_cannot_obey(
    open_page: Open,
    elements: Elements,
    proved_small: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    counted: str,
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    html = text_of(open_page(page, theme=["energy"], years=["2014", "2016"]), elements)
    (sentence,) = re.findall(r'<p class="atlas-choice" role="status">(.*?)</p>', html)
    assert sentence == counted


@every_page
def test_a_page_offers_the_filters_that_it_obeys_and_no_others(
    open_page: Open, atlas: Atlas, page: str
) -> None:
    offered = {element.key for element in open_page(page, **CHOSEN).sidebar if hasattr(element, "key")}
    follows = followed_on(BY_NAME[page], Dataset(atlas))
    assert ("theme" in offered) == (THEMES in follows)
    assert ("years" in offered) == bool(follows & {YEARS, LAST_YEAR})
    assert ("kind" in offered) == (KINDS in follows)
    assert ("filters-country" in offered) == (COUNTRIES in follows)


def test_themes_are_offered_by_name_with_the_events_that_they_have_under_the_other_filters(
    open_page: Open, proved_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    offered = open_page("timeline", years=["2014", "2016"], theme=["energy"]).sidebar
    options = [option.content for option in offered.button_group(key="theme").proto.options]
    assert options == ["Diplomacy 1", "Trade 0", "Energy 1"]
    assert offered.multiselect(key="kind").options == [
        "Document 1",
        "Data set 0",
        "Official 0",
        "News 1",
        "Reference 0",
        "Academic 0",
        "Think tank 0",
    ]


@every_page
def test_the_choice_of_a_link_holds_on_every_page(open_page: Open, page: str) -> None:
    app = open_page(page, **CHOSEN)
    ways = [str(link.proto.query_string) for link in app.sidebar.get("page_link")]
    assert set(ways) == {"theme=energy&years=2014&years=2021&kind=news"}
    assert app.query_params["theme"] in ("energy", ["energy"])
    assert list(app.query_params["years"]) == ["2014", "2021"]


@every_page
def test_a_choice_can_be_cleared_and_only_then(open_page: Open, page: str) -> None:
    assert [button for button in open_page(page).main.button if "Clear" in button.label] == []
    assert [button.label for button in open_page(page, **CHOSEN).main.button if "Clear" in button.label] == [
        "Clear all filters"
    ]


def test_clearing_forgets_every_filter(
    root: Path, elements: Elements, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(small))
    app = AppTest.from_file(str(root / "app.py"), default_timeout=60)
    chosen = {"theme": ["energy"], "years": ["2014", "2016"], "kind": ["document"], "country": ["PAK"]}
    for name, values in chosen.items():
        app.query_params[name] = values
    app.run()
    assert "1 of 4 events · Energy · 2014–2016" in text_of(app, elements)
    next(button for button in app.main.button if button.label == "Clear all filters").click().run()
    assert app.sidebar.button_group(key="theme").value == []
    assert app.sidebar.multiselect(key="kind").value == []
    assert app.sidebar.slider(key="years").value == (1947, 2022)
    assert "country" not in app.query_params
    assert 'class="atlas-choice"' not in text_of(app, elements), (
        "the first page does not say that all is shown"
    )


@pytest.mark.parametrize(
    ("params", "named"),
    [
        ({"theme": ["sport"]}, ["sport"]),
        ({"theme": ["energy", "sport"], "kind": ["rumour"]}, ["sport", "rumour"]),
        ({"years": ["2014", "soon"]}, ["soon"]),
        ({"years": ["1900", "2030"]}, ["1900", "2030"]),
        ({"years": ["2014"]}, ["2014"]),
        ({"id": ["no-such-record"]}, ["no-such-record"]),
        ({"theme": ["<script>alert(1)</script>"]}, ["<script>alert"]),
        ({"id": ["**bold** :red[x] [a](https://example.org)"]}, ["bold"]),
    ],
)
def test_a_bad_value_in_a_link_is_named_to_the_reader(
    open_page: Open, elements: Elements, params: dict[str, list[str]], named: list[str]
) -> None:
    app = open_page("arguments", **params)
    said = warnings_of(app, elements)
    assert [error.message for error in app.exception] == []
    assert len(said) == len(named)
    for value, sentence in zip(named, said, strict=True):
        assert value in sentence


def test_what_looks_like_markup_in_a_link_stays_text(open_page: Open, elements: Elements) -> None:
    app = open_page("arguments", id=["<b>[a](https://example.org)</b> :red[x]"])
    html = text_of(app, elements)
    assert "&lt;b&gt;[a](https://example.org)&lt;/b&gt; :red[x]" in html or not app.warning
    assert "<b>[a]" not in html
    assert not [warning for warning in app.warning if "](" in warning.value]


def test_years_in_the_wrong_order_are_put_right_and_that_is_told(open_page: Open, elements: Elements) -> None:
    app = open_page("timeline", years=["2021", "2014"])
    (told,) = warnings_of(app, elements)
    assert "2021, 2014" in told
    assert "read as 2014–2021" in told
    assert "2014–2021" in text_of(app, elements).replace(told, "")
    assert app.sidebar.slider(key="years").value == (2014, 2021)


def test_what_other_sites_hang_on_to_a_link_is_passed_over(open_page: Open, elements: Elements) -> None:
    app = open_page("arguments", utm_source=["letter"], fbclid=["x" * 200], theme=["energy"])
    assert warnings_of(app, elements) == []
    assert not [code.value for code in app.code if "utm_" in code.value or "fbclid" in code.value]


def test_a_record_in_the_link_opens_as_one_card_where_a_figure_marks_it(
    open_page: Open, elements: Elements
) -> None:
    for page, cards in (("timeline", 1), ("overview", 1), ("checks", 0), ("record", 0)):
        html = dialog_of(open_page(page, id=[RECORD]), elements)
        assert html.count('class="atlas-mark-card"') == cards, page
    app = open_page("timeline", id=[RECORD], theme=["diplomacy"])
    html = dialog_of(app, elements)
    assert f'href="record?theme=diplomacy&amp;id={RECORD}"' in html
    assert 'class="atlas-panel"' not in text_of(app, elements), "only what was clicked opens"


def test_a_closed_panel_costs_nothing(open_page: Open, elements: Elements) -> None:
    assert 'class="atlas-panel"' not in text_of(open_page("timeline"), elements)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids.add(dict(attrs).get("id") or "")
        if tag == "a":
            self.found.append(dict(attrs).get("href") or "")


@every_page
def test_links_inside_the_atlas_keep_the_choice(open_page: Open, elements: Elements, page: str) -> None:
    parser = _Links()
    parser.feed(
        text_of(
            open_page(page, **CHOSEN, **({"id": ["pakistan-stream"]} if page == "record" else {})), elements
        )
    )
    # A step of a tour leads to a view that the tour chose, so only its links have a choice of their own.
    steps = [href for href in parser.found if "tour=" in href]
    assert bool(steps) == (page == "tours")
    # A link within the page leaves the query of the address as it is.
    anchors = [href.removeprefix("#") for href in parser.found if href.startswith("#")]
    assert set(anchors) <= parser.ids
    links = [href for href in parser.found if href not in steps and not href.startswith("#")]
    inside = [href for href in links if href.startswith("record")]
    assert all(
        "theme=energy" in href and "years=2014" in href and "years=2021" in href and "id=" in href
        for href in inside
    )
    here = [href for href in links if href.startswith("?")]
    assert all("theme=energy" in href and href.count("years=") == 2 for href in here)
    assert [href for href in links if not href.startswith(("record", "?", "https://", "http://"))] == []


def test_a_step_of_a_tour_has_the_choice_of_the_tour_and_not_that_of_the_reader(
    open_page: Open, elements: Elements, atlas: Atlas
) -> None:
    parser = _Links()
    parser.feed(text_of(open_page("tours", **CHOSEN), elements))
    expected = [
        (row.page, {**parse_qs(row.query), "tour": [row.tour], "step": [str(row.step)]})
        for row in atlas["tours"].itertuples()
    ]
    steps = [urlsplit(href) for href in parser.found if "tour=" in href]
    found = [(step.path, parse_qs(step.query)) for step in steps]
    assert all(step in found for step in expected)
    assert all(step in expected for step in found)


@pytest.mark.parametrize(
    "table",
    [
        "events",
        "sources",
        "actors",
        "places",
        "projects",
        "quantities",
        "indicators",
        "claims",
        "checks",
        "themes",
    ],
)
def test_a_record_of_every_kind_has_its_page(
    open_page: Open, elements: Elements, atlas: object, table: str
) -> None:
    frame = atlas[table]  # type: ignore[index]
    record_id = frame.iloc[0, 0]
    app = open_page("record", id=[record_id])
    assert [error.message for error in app.exception] == []
    assert record_id in text_of(app, elements)


def test_faulty_tables_show_their_report_and_no_page(
    open_page: Open, elements: Elements, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = small / "events.csv"
    events.write_text(
        events.read_text("utf-8")
        .replace("2017,Visit", "soon,Visit")
        .replace(",visit,happened,", ",party,happened,"),
        "utf-8",
    )
    monkeypatch.setenv("ATLAS_DATA", str(small))
    for page in ("overview", "timeline", "record"):
        app = open_page(page, theme=["energy"])
        html = text_of(app, elements)
        assert [error.message for error in app.exception] == []
        assert "The tables have faults" in html
        assert "events.csv:4 date: not a date" in html
        assert "events.csv:2 kind: unknown event kind" in html
        assert "Traceback" not in html
        assert not [element for _, element in elements(app.main) if draws(element)]


def test_the_app_runs_on_another_folder_of_tables(
    open_page: Open, elements: Elements, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(small))
    for page in NAMES:
        app = open_page(page)
        assert [error.message for error in app.exception] == [], page
    assert "<h1>A small Atlas</h1>" in text_of(open_page("overview"), elements)


@every_page
def test_every_page_runs_on_an_atlas_of_two_other_countries(
    open_page: Open, elements: Elements, another: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(another))
    app = open_page(
        page, theme=["power"], years=["1905", "2022"], **({"id": ["sea-cable"]} if page == "record" else {})
    )
    assert [error.message for error in app.exception] == []
    assert warnings_of(app, elements) == []
    words = text_of(app, elements)
    assert "Power" in words or re.search(r"themes[^<]* do not apply here", words)


def test_every_page_offers_its_own_link_with_the_choice(open_page: Open) -> None:
    app = open_page("timeline", theme=["energy"], years=["2014", "2021"])
    assert any(
        code.value.endswith("timeline?theme=energy&years=2014&years=2021") for code in app.sidebar.code
    )


def test_a_former_id_leads_to_the_record_that_took_its_place(
    open_page: Open, elements: Elements, atlas: Atlas
) -> None:
    aliases = atlas["aliases"]
    former, now = aliases["former_id"].iloc[0], aliases["record_id"].iloc[0]
    app = open_page("record", id=[former])
    assert warnings_of(app, elements) == []
    assert now in text_of(app, elements)


def test_a_page_for_paper_ends_with_every_source_behind_its_figures(
    open_page: Open, elements: Elements, atlas: Atlas
) -> None:
    html = text_of(open_page("timeline", theme=["energy"], years=["2014", "2016"], paper=["true"]), elements)
    number, references = (
        re.findall(r"<h2>The (\d+) sources of this page</h2>", html),
        re.findall(r"<ol class=\"atlas-references\">(.*?)</ol>", html, re.DOTALL),
    )
    assert references[0].count("<li>") == int(number[0])
    closed = (zlib.decompress(b64decode(held)).decode() for held in re.findall(r'data-held="([^"]*)"', html))
    shown = set(re.findall(r"record\?[^\"]*id=([\w-]+)", " ".join([html, *closed])))
    events = set(atlas["events"]["event_id"]) & shown
    behind = atlas["sources"][
        atlas["sources"]["source_id"].isin(atlas["evidence"].query("record_id in @events")["source_id"])
    ]
    assert len(events) > 3
    assert [
        title for title in behind["title"] if letters(title) not in letters(unescape(references[0]))
    ] == []


def test_a_page_for_paper_with_many_sources_names_the_leading_ones_and_counts_the_others(
    open_page: Open, elements: Elements
) -> None:
    html = text_of(open_page("timeline", **CHOSEN, paper=["true"]), elements)
    (number,) = re.findall(r"<h2>The (\d+) sources of this page</h2>", html)
    (references,) = re.findall(r"<ol class=\"atlas-references\">(.*?)</ol>", html, re.DOTALL)
    assert int(number) > MOST_IN_FULL
    assert references.count("<li>") == LEADING
    assert f"And {int(number) - LEADING} more, each in full at" in html


def letters(text: str) -> str:
    """What is left of a title after a reference has put its quotation marks and stops in order."""
    return re.sub(r"\W", "", text).casefold()


def test_a_page_for_the_screen_writes_no_references_and_leads_to_the_one_for_paper(
    open_page: Open, elements: Elements
) -> None:
    app = open_page("timeline", **CHOSEN)
    assert "atlas-references" not in text_of(app, elements)
    assert any(
        "timeline?theme=energy&amp;years=2014&amp;years=2021&amp;kind=news&amp;paper=true" in html_of(element)
        for _, element in elements(app.sidebar)
    )


def test_a_wrong_word_for_paper_is_named(open_page: Open, elements: Elements) -> None:
    app = open_page("arguments", paper=["yes"])
    assert warnings_of(app, elements) == [
        "The link asks for a page for paper by the word “yes”; there is true."
    ]
    assert "atlas-references" not in text_of(app, elements)


def test_a_record_ends_with_a_report_of_a_fault_for_the_chosen_field(open_page: Open, root: Path) -> None:
    def report(app: AppTest) -> str:
        return next(code.value for code in app.code if code.value.startswith("Record: "))

    app = AppTest.from_file(str(root / "app.py"), default_timeout=60).switch_page("pages/record.py")
    app.query_params["id"] = [RECORD]
    whole = report(app.run())
    assert f"Record: {RECORD} (event)" in whole
    assert f"record?id={RECORD}" in whole
    assert "\ndate: " in whole
    assert "\nsummary: " in whole
    narrowed = report(app.main.selectbox(key=f"fault-{RECORD}").set_value("date").run())
    assert "\ndate: " in narrowed
    assert "\nsummary: " not in narrowed


def test_a_folded_chart_is_drawn_when_its_fold_is_opened(open_page: Open) -> None:
    app = open_page("context")
    drawn = len(app.get("vega_lite_chart")) + len(app.get("arrow_vega_lite_chart"))
    folds = [fold for fold in app.expander if fold.label.startswith(FOLD)]
    assert len(folds) > 8
    assert all(not fold.children for fold in folds)
    assert 0 < drawn < len(folds)


@pytest.mark.parametrize("page", ["overview", "timeline", "sources"])
def test_a_choice_of_a_theme_builds_no_chart_anew(page: str, open_page: Open) -> None:
    def built(theme: str) -> list[tuple[str, str]]:
        app = open_page(page, theme=[theme])
        charts = [*app.get("vega_lite_chart"), *app.get("arrow_vega_lite_chart")]
        return [(chart.proto.spec, chart.proto.alt) for chart in charts]

    assert built("trade"), "there are charts"
    assert built("trade") == built("defence"), "another text here and Streamlit builds a chart anew"
