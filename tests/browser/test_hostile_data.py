"""Tables whose every text is an attack: it is shown as text, on every page, and nothing of it is followed or
executed.
"""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from dashboard.data.atlas import read_atlas
from dashboard.data.finding import SENTENCES
from dashboard.figures.pages import PAGES
from dashboard.model.schema import TABLES, Column, Holds

ROOT = Path(__file__).resolve().parents[2]
LONG = "long" * 1000
# The one image that a page holds is the map as a picture, which is made here.
PICTURE = r'<img src="data:image/svg\+xml;base64,([^"]*)" alt="[^"]*" width="\d+" height="\d+"></img>'

# Each text begins alike, so that it can be found on the page, and tries another way out.
ATTACKS = (
    "ATTACK <img src=x onerror=\"document.title='HACKED'\">",
    "ATTACK <script>document.title='HACKED'</script>",
    "ATTACK </style><svg onload=\"document.title='HACKED'\">",
    "ATTACK [a](javascript:alert(1)) ![b](https://evil.example/b.png) **bold** :red[c]",
    'ATTACK " onmouseover="document.title=\'HACKED\'" x="',
    '=HYPERLINK("https://evil.example","ATTACK")',
    # Signs of direction are refused, letters that run to the left are not.
    "ATTACK \u05d9\u05de\u05d9\u05df \u0627\u0644\u06cc\u0645\u06cc\u0646 ${7*7} {{7*7}} $x^2$",
    f"ATTACK {LONG}",
)
# Cells that have to agree with something else: a quote with its document, a paragraph, a unit with what is
# reckoned in it, a rule that is sought in votes, a speaker who may be an actor, a name that stands in a link,
# the version of an edition.
BOUND = {
    "quote",
    "locator",
    "unit",
    "field",
    "value",
    "rule",
    "speaker",
    "figure",
    "option",
    "choice",
    "tour",
    "page",
    "query",
    "edition",
}
# Cells that lead to others by their words, or that have to be worded alike wherever they stand.
ALIKE = {"family", "stated", "indicator", "option_title", "choice_label", "publisher"}
ROUND = str.maketrans("{}", "()")


def is_open(column: Column) -> bool:
    return (
        column.holds is Holds.TEXT
        and not column.vocabulary
        and not column.points_to
        and column.name not in BOUND
    )


@pytest.fixture
def hostile(small: Path) -> Path:
    """The small Atlas with an attack in every cell that takes free text."""
    number = 0
    for table in TABLES:
        path = small / table.file
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in filter(is_open, table.columns):
                row[column.name] = _attack(table.name, row, column.name, number)
                number += column.name not in ALIKE
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [column.name for column in table.columns], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    read_atlas(small)
    assert number > 60
    return small


def _attack(table: str, row: dict[str, str], column: str, number: int) -> str:
    """One of the attacks in turn; the stops of one line and the steps of one tour have to
    say the same of it, and words that lead to
    others become the same attack at both ends.
    """
    if column in ALIKE:
        return row[column] and f"{ATTACKS[len(row[column]) % len(ATTACKS)]} {row[column]}"
    if column == "short":
        # A short name has to be the shorter one.
        return min(ATTACKS, key=len)
    turn = number
    if table == "routes":
        turn = len(row["route_id"])
    elif (table, column) == ("tours", "title"):
        turn = len(row["tour"])
    attack = ATTACKS[turn % len(ATTACKS)].replace(";", ",")
    # Braces in a sentence are places for numbers, and the rules refuse any that nothing fits.
    return attack.translate(ROUND) if column in SENTENCES.get(table, ()) else attack


def records_of(folder: Path) -> list[str]:
    """One record of each kind."""
    atlas = read_atlas(folder)
    return [
        str(atlas[table.name].iloc[0, 0]) for table in TABLES if table.id_column and table.name != "aliases"
    ]


def test_every_page_runs_on_hostile_tables_and_escapes_them(
    hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(hostile))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    views = [(page.name, "") for page in PAGES[1:]] + [
        ("record", record_id) for record_id in records_of(hostile)
    ]
    seen = bodies_of(app)
    for page, record_id in views:
        app = app.switch_page(f"pages/{page}.py")
        if record_id:
            app.query_params["id"] = record_id
        app = app.run()
        assert [error.message for error in app.exception] == [], (page, record_id)
        seen += bodies_of(app)
    assert "ATTACK" in seen
    pictures = [b64decode(one).decode("utf-8") for one in re.findall(PICTURE, seen)]
    assert "ATTACK" in "".join(pictures)
    for svg in pictures:
        assert {one.tag.split("}")[1] for one in ElementTree.fromstring(svg).iter()} <= {
            "svg",
            "rect",
            "path",
            "circle",
            "text",
        }
        assert not re.search(r"<[a-z][^<>]*\s(on[a-z]+|href)=", svg, re.IGNORECASE)
    seen = re.sub(PICTURE, "", seen)
    assert not re.search(r"<(script|img|svg)\b", seen, re.IGNORECASE)
    attributes = attributes_of(seen)
    assert "title" in {name for name, _ in attributes}
    assert not [name for name, _ in attributes if name.startswith("on")]
    assert not [
        value
        for name, value in attributes
        if name in ("href", "src") and value.strip().lower().startswith("javascript:")
    ]
    assert [attack for attack in ATTACKS if escape(attack) not in seen] == []


def attributes_of(text: str) -> list[tuple[str, str]]:
    """Every attribute of every element as a browser would read it, with what its value says."""
    found: list[tuple[str, str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend((name, value or "") for name, value in attrs)

    Reader().feed(text)
    return found


def bodies_of(app: AppTest) -> str:
    return "".join(str(element.proto.body) for element in app.get("html"))


def test_a_browser_shows_the_attacks_as_text_and_follows_none(
    hostile: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    page_of_its_own: Page,
    settle: Callable[[Page], None],
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(hostile))
    url = request.getfixturevalue("fresh_app_url")
    dialogs: list[str] = []
    page_of_its_own.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for page in ("timeline", "map", "record?id=pipeline-agreement"):
        page_of_its_own.goto(f"{url}/{page}")
        settle(page_of_its_own)
        assert "ATTACK" in page_of_its_own.inner_text("body"), page
        # An attack that ran makes this the whole title; one that stands in a title as text is part of it.
        assert page_of_its_own.title() != "HACKED"
        assert (
            page_of_its_own.locator(
                "[onerror], [onload], [onmouseover], img[src='x'], a[href^='javascript']"
            ).count()
            == 0
        )
    assert "<img src=x onerror=" in page_of_its_own.inner_text(
        "body"
    ) or "<script>" in page_of_its_own.inner_text("body")
    assert dialogs == []
