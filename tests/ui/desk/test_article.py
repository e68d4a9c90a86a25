"""A short article coded by the recipe on the tables of the Atlas: what is likely accepted together, the
others decided singly, two new records said in own words, and landed in a copy of the tables.
"""

from __future__ import annotations

import csv
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.__main__ import main
from dashboard.data.desk_folder import DETAILS, DeskFolder
from dashboard.data.manuscript import read_manuscript

ROOT = Path(__file__).resolve().parents[3]
ARTICLE = ROOT / "tests" / "desk" / "orlova-2025.txt"
CHOICES = tomllib.loads((ROOT / "benchmarks" / "desk_choices.toml").read_text("utf-8"))["orlova-2025"]


def heading_of(app: AppTest) -> str:
    headings = [body for body in bodies(app) if body.startswith("<h2>")]
    return headings[0].removeprefix("<h2>").lower()


def bodies(app: AppTest) -> list[str]:
    return [str(getattr(element.proto, "body", "")) for element in app.get("html")]


def choice_for(app: AppTest) -> dict[str, Any] | None:
    """What the newcomer made of the proposal that stands there."""
    heading, said = heading_of(app), "\n".join(bodies(app)[:12])
    sentence = said.partition('class="desk-sentence">')[2].partition("</p>")[0]
    rows = (row for row in CHOICES["kept"] if heading.startswith(row["kind"]))
    return next((row for row in rows if row["says"] in heading_of(app) + sentence), None)


def is_of_row(field: Any, name: str) -> bool:
    return field.label.removesuffix(" (may be empty)") == name and not field.key.startswith("desk-source")


def fill(app: AppTest, row: dict[str, Any]) -> AppTest:
    for name, value in row.get("chosen", {}).items():
        box = next(field for field in app.main.selectbox if is_of_row(field, name))
        box.set_value(next(option for option in box.options if value.casefold() in option.casefold()))
    for name, value in row.get("filled", {}).items():
        next(field for field in app.main.text_input if is_of_row(field, name)).set_value(value)
    return app.main.button(key="desk-save").click().run()


def singly(app: AppTest) -> AppTest:
    row = choice_for(app)
    if row is None:
        return app.main.button(key="desk-reject").click().run()
    app = app.main.button(key="desk-accept").click().run()
    return fill(app, row) if any(button.key == "desk-save" for button in app.main.button) else app


def test_a_short_article_is_coded_and_landed_by_the_recipe(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(shutil.copytree(data, tmp_path / "data"))
    folder = DeskFolder(tmp_path / "desk-orlova-2025")
    details = {**dict.fromkeys(DETAILS, ""), "source_id": "orlova-2025", **CHOICES["document"]}
    folder.begin(read_manuscript(ARTICLE), details)
    monkeypatch.setenv("ATLAS_DATA", str(copy))
    monkeypatch.setattr(sys, "argv", ["desk.py", str(folder.path)])
    app = AppTest.from_file(str(ROOT / "desk.py"), default_timeout=240).run()
    for key in ("desk-accept-all", "desk-leave-all"):
        app = app.main.button(key=key).click().run()
    for _ in range(20):
        if not any(button.key == "desk-reject" for button in app.main.button):
            break
        app = singly(app)
    app = app.main.button(key="desk-leave-untied").click().run()
    fields = {field.key: field for field in (*app.main.selectbox, *app.main.text_input)}
    for name, value in CHOICES["source"].items():
        fields[f"desk-source-{name}"].set_value(value.get("choose") or value["fill"])
    app = next(button for button in app.main.button if button.label.startswith("Save the doc")).click().run()
    app = app.main.button(key="desk-write").click().run()
    assert "The check is clean" in "\n".join(bodies(app))
    assert [error.message for error in app.exception] == []
    assert main(["--data", str(copy), "desk", "land", str(folder.path)]) == 0
    with (copy / "evidence.csv").open(encoding="utf-8", newline="") as file:
        landed = {row["record_id"] for row in csv.DictReader(file) if row["source_id"] == "orlova-2025"}
    assert {"lavrov-visit-2021", "pakistan-stream-protocol-2021", "druzhba-2024", "druzhba"} < landed
    assert len(landed) == 11
