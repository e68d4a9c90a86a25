"""Links from everywhere: thousands of broken and hostile ones, and none ends in a traceback, an unnamed value
or a filter that nobody asked for.
"""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.figures.pages import PAGES
from dashboard.model.selection import KIND, RECORD, THEME, YEARS, read_selection, shown
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.queries.aliases import resolve
from dashboard.views import markup
from dashboard.views.link import to_record, under_choice

Open = Callable[..., AppTest]
Elements = Callable[[object], Iterator[tuple[tuple[str, ...], object]]]

THEMES, KINDS = ("diplomacy", "defence", "trade", "energy", "society"), VOCABULARIES["source kind"]
FIRST_YEAR, HORIZON = SPAN = (1947, 2026)
SMALL_THEMES = ("diplomacy", "trade", "energy")
LINKS = 20_000

HOSTILE = (
    "",
    " ",
    "\x00",
    "%00",
    "../../etc/passwd",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1)) **b** :red[c] $x$",
    '=HYPERLINK("https://example.org")',
    "{{7*7}}${7*7}",
    "\u202egnidart\u202c",
    "ENERGY",
    "energy ",
    "energy,trade",
    "еnergy",
    "ｅnergy",
    "é" * 3,
    "𝟚𝟘𝟙𝟜",
    "2014.0",
    "+2014",
    "２０１４",
    "1e9",
    "-1",
    "99999999999999999999",
    "nan",
    "null",
    "true",
    "x" * 5000,
    "\n\r\t",
    "\ud7ff\ue000\uffff",
    "👩‍👩‍👧‍👦",
)
# A page's own options, which it reads by itself.
OPTIONS = (
    "order",
    "verdict",
    "table",
    "direction",
    "scale",
    "counts",
    "view",
    "votes",
    "flow",
    "find",
    "year",
    "figure",
    "embed",
    "edition",
    "change",
    "unknown",
    "__proto__",
)


def any_value(chance: random.Random, *likely: str) -> str:
    kind = chance.random()
    if kind < 0.45 and likely:
        return chance.choice(likely)
    if kind < 0.8:
        return chance.choice(HOSTILE)
    return "".join(
        chr(
            chance.choice(
                (
                    chance.randrange(0x20, 0x250),
                    chance.randrange(0x600, 0x700),
                    chance.randrange(0x2000, 0x2070),
                )
            )
        )
        for _ in range(chance.randrange(12))
    )


def any_link(chance: random.Random) -> dict[str, list[str]]:
    years = [str(chance.randrange(1900, 2060)) for _ in range(3)]
    likely = {THEME: THEMES, KIND: KINDS, YEARS: years, RECORD: ("river-pipeline", "no-such-record")}
    return {
        name: [any_value(chance, *values) for _ in range(chance.choice((0, 1, 1, 2, 2, 3)))]
        for name, values in likely.items()
    }


def test_thousands_of_links_are_judged_without_an_error_an_unnamed_value_or_a_wrong_filter() -> None:
    chance = random.Random(20261122)
    for _ in range(LINKS):
        link = any_link(chance)
        selection, problems = read_selection(link, THEMES, KINDS, SPAN)
        assert set(selection.themes) == set(link[THEME]) & set(THEMES)
        assert set(selection.kinds) == set(link[KIND]) & set(KINDS)
        named = [problem.found for problem in problems]
        for value in [one for one in link[THEME] if one not in THEMES] + [
            one for one in link[KIND] if one not in KINDS
        ]:
            assert shown(value) in named
        sound = [
            one for one in link[YEARS] if re.fullmatch("[0-9]{4}", one) and FIRST_YEAR <= int(one) <= HORIZON
        ]
        if len(link[YEARS]) == 2 and len(sound) == 2:
            assert (selection.first_year, selection.last_year) == tuple(sorted(map(int, sound)))
        else:
            assert (selection.first_year, selection.last_year) == (FIRST_YEAR, HORIZON)
            assert not link[YEARS] or any("year" in problem.parameter for problem in problems)
        assert read_selection(selection.as_params(SPAN), THEMES, KINDS, SPAN) == (selection, ())
        for problem in problems:
            assert len(problem.found) <= 60
            assert not [
                sign
                for sign in problem.found
                if unicodedata.category(sign) == "Cc" or sign in "\u202a\u202b\u202c\u202d\u202e"
            ]


def test_thousands_of_links_are_written_so_that_they_read_back_the_same() -> None:
    chance = random.Random(7)
    aliases = pd.DataFrame({"former_id": ["old"], "record_id": ["new"], "reason": ["one"]})
    for _ in range(LINKS // 10):
        link = any_link(chance)
        record_id = any_value(chance, "pakistan-stream")
        choice = {name: values for name, values in link.items() if name != RECORD}
        (address,) = re.findall(
            'href="([^"]*)"', under_choice(markup.link("a record", to_record(record_id)), choice)
        )
        parts = urlsplit(html.unescape(address))
        assert (parts.scheme, parts.netloc, parts.path) == ("", "", "record")
        back = parse_qs(parts.query, keep_blank_values=True, encoding="utf-8")
        assert back.pop(RECORD) == [record_id]
        assert back == {name: values for name, values in choice.items() if values}
        assert resolve(aliases, record_id) == record_id


def pages_and_seeds() -> Iterator[tuple[str, int]]:
    for number, page in enumerate(PAGES):
        yield from ((page.name, 10 * number + seed) for seed in range(3))


@pytest.mark.parametrize(("page", "seed"), pages_and_seeds())
def test_a_page_under_a_hostile_link_runs_and_names_what_it_does_not_know(
    open_page: Open,
    elements: Elements,
    proved_small: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    seed: int,
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    chance = random.Random(seed)
    link = any_link(chance)
    link |= {name: [any_value(chance)] for name in chance.sample(OPTIONS, 8)}
    link["q"] = [any_value(chance)]
    app = open_page(page, **{name: values for name, values in link.items() if values})
    assert [error.message for error in app.exception] == []
    bodies = [
        str(element.proto.body) for _, element in elements(app.main) if getattr(element, "type", "") == "html"
    ]  # type: ignore[attr-defined]
    assert not [body for body in bodies if "<script" in body.lower() or re.search(r"<[^>]*\bonerror", body)]
    said = html.unescape(" ".join(body for body in bodies if "atlas-warning" in body))
    for value in [one for one in link[THEME] if one not in SMALL_THEMES] + [
        one for one in link[KIND] if one not in KINDS
    ]:
        assert f"“{shown(value)}”" in said
    if page == "timeline":
        assert app.sidebar.button_group(key=THEME).value == [
            theme for theme in SMALL_THEMES if theme in link[THEME]
        ]


@pytest.mark.parametrize(
    "years",
    [
        ["2014.0", "2021"],
        ["+2016", "2021"],
        ["２０１６", "2021"],
        ["2_016", "2021"],
        ["0002016", "2021"],
        ["1900", "2016"],
        ["2014"],
        ["2014", "2015", "2016"],
    ],
)
def test_years_that_are_refused_are_not_shown_either(
    open_page: Open, elements: Elements, proved_small: Path, monkeypatch: pytest.MonkeyPatch, years: list[str]
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    app = open_page("timeline", years=years)
    assert [error.message for error in app.exception] == []
    said = said_of(app, elements)
    assert "so all years are shown" in said
    slider = app.sidebar.slider(key=YEARS)
    assert slider.value == (slider.min, slider.max)


def test_refused_values_and_unknown_names_are_said_and_stand_in_no_address(
    open_page: Open, elements: Elements, proved_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    app = open_page("trade", direction=["x" * 6000], themes=["energy"], theme=["trade"])
    said = said_of(app, elements)
    assert "a value has at most 100 characters, this one has 6,000" in said
    assert "“themes”; perhaps theme is meant" in said
    addresses = [str(element.value) for element in app.code]
    assert addresses
    assert not [address for address in addresses if "xxx" in address or "themes" in address]


def said_of(app: AppTest, elements: Elements) -> str:
    """What the reader is told to be wrong with the link."""
    bodies = [
        str(element.proto.body) for _, element in elements(app.main) if getattr(element, "type", "") == "html"
    ]  # type: ignore[attr-defined]
    return html.unescape(" ".join(body for body in bodies if "atlas-warning" in body))
