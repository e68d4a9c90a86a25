"""The desk driven as a newcomer follows the recipe, every act written down: what is read, decided, pressed,
clicked and typed.

    python benchmarks/desk_walk.py tests/desk/orlova-2025.txt --out acts.csv

Works on a copy of `data/` and lands the article in it. `benchmarks/desk_keystrokes.py` reckons a person's
time from the acts. What is decided on each proposal stands in `benchmarks/desk_choices.toml`; whatever it
does not name is left out.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
CHOICES = ROOT / "benchmarks" / "desk_choices.toml"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
FIELDS = ("article", "step", "act", "number", "what")


class Hand:
    """A newcomer's hand and eye at a page: does an act and writes it down."""

    def __init__(self, page: Page, article: str) -> None:
        self.page, self.article, self.step = page, article, ""
        self.acts: list[dict[str, Any]] = []

    def note(self, act: str, number: float, what: str) -> None:
        row = (self.article, self.step, act, round(number, 1), " ".join(what.split())[:60])
        self.acts.append(dict(zip(FIELDS, row, strict=True)))

    def read(self, text: str, what: str = "") -> None:
        self.note("read", len(text.split()), what or text)

    def think(self, what: str) -> None:
        self.note("think", 1, what)

    def press(self, key: str, what: str) -> None:
        self.note("key", 1, f"{key.upper()}: {what}")
        self.page.locator("body").press(key)
        self.settle()

    def click(self, place: Locator, what: str) -> None:
        self.note("click", 1, what)
        place.click()
        self.settle()

    def fill(self, place: Locator, text: str, what: str) -> None:
        """Into a field by the mouse, over what stands there, and out of it."""
        self.note("click", 1, what)
        self.note("type", len(text) + 2, what)
        place.click()
        place.press("Control+A")
        place.press_sequentially(text)
        place.press("Tab")
        self.settle()

    def choose(self, box: Locator, text: str, what: str) -> None:
        """From a list by typing what it is called."""
        self.note("click", 1, what)
        self.note("type", len(text) + 1, what)
        place = box.locator("input").first
        place.click()
        place.press_sequentially(text)
        self.page.wait_for_timeout(300)
        place.press("Enter")
        self.settle()

    def settle(self) -> None:
        began = time.monotonic()
        self.page.wait_for_timeout(300)
        self.page.wait_for_selector(IDLE, timeout=120_000)
        self.page.wait_for_timeout(100)
        self.note("machine", time.monotonic() - began - 0.4, "the page")


def walk(hand: Hand, choices: dict[str, Any]) -> None:
    """Everything between opening the page and its word that the check is clean."""
    page = hand.page
    hand.step = "proposals"
    _together(hand, choices)
    while page.locator(".st-key-desk-accept").count():
        _singly(hand, choices)
    hand.step = "tied to nothing"
    for row in choices.get("made", []):
        _made(hand, row)
    if page.get_by_text("All that are tied to nothing").count():
        hand.click(page.get_by_text("All that are tied to nothing"), "open the list")
        hand.read(page.locator("details ul").first.inner_text(), "what is tied to nothing")
        hand.think("nothing more to tell")
        hand.click(page.locator(".st-key-desk-leave-untied button"), "leave all out")
    hand.step = "document and check"
    for name, value in choices.get("source", {}).items():
        hand.think(name)
        place = page.locator(f".st-key-desk-source-{name}")
        if "choose" in value:
            hand.choose(place, value["choose"], name)
        else:
            hand.fill(place.locator("input").first, value["fill"], name)
    if choices.get("source"):
        hand.click(page.get_by_role("button", name="Save the document's row"), "save")
    hand.press("w", "check and write")
    page.get_by_text("The check is clean").wait_for(timeout=120_000)
    hand.read(page.get_by_text("Land it:").inner_text(), "the check is clean")


def _together(hand: Hand, choices: dict[str, Any]) -> None:
    page = hand.page
    for button, key in (("desk-accept-all", "a"), ("desk-leave-all", "x")):
        if not page.locator(f".st-key-{button}").count():
            continue
        page.wait_for_timeout(500)
        hand.read(page.locator("h2").first.inner_text() + " what to do with those that stand here")
        boxes = page.locator('[data-testid="stCheckbox"]')
        shown = [(box.inner_text(), text) for box, text in zip(boxes.all(), _sentences(page), strict=True)]
        flipped = choices.get("flipped", [])
        wrong = [label for label, _ in shown if any(part in label for part in flipped)]
        for label, sentence in shown:
            hand.read(f"{label} {sentence}")
            hand.think("is it so?")
        for label in wrong:
            hand.click(boxes.filter(has_text=label).locator("label"), f"tick of {label}")
        if wrong:
            hand.click(page.locator(f".st-key-{button} button"), "all others")
        else:
            hand.press(key, "all of them")


def _sentences(page: Page) -> list[str]:
    # Accepted rows have paragraphs too, further down and folded away.
    return [part.inner_text() for part in page.locator(".desk-paragraph:visible").all()]


def _singly(hand: Hand, choices: dict[str, Any]) -> None:
    page = hand.page
    heading = page.locator("h2").first.inner_text()
    sentence = page.locator(".desk-sentence").first.inner_text()
    records = page.locator('[data-testid="stButtonGroup"]').first
    offered = records.inner_text() if "may be in the record" in page.locator("body").inner_text() else ""
    hand.read(f"{heading} {sentence} {offered}")
    hand.think("keep it?")
    row = next((row for row in choices.get("kept", []) if _is_meant(row, heading, sentence)), None)
    if row is None:
        hand.press("x", heading)
        return
    _take(hand, row, heading)


def _is_meant(row: dict[str, Any], heading: str, sentence: str) -> bool:
    return heading.lower().startswith(row["kind"]) and row["says"] in f"{heading} {sentence}"


def _take(hand: Hand, row: dict[str, Any], heading: str) -> None:
    page = hand.page
    if row.get("record"):
        hand.think("which record")
        hand.click(page.get_by_role("radio", name=re.compile(row["record"])).first, row["record"])
    if row.get("search"):
        hand.think("another record")
        hand.choose(page.locator('[class*="st-key-desk-other"]'), row["search"], "another record")
    hand.press("a", heading)
    if not page.locator(".st-key-desk-save").count():
        return
    for name, value in row.get("chosen", {}).items():
        hand.think(name)
        hand.choose(_field(page, name), value, name)
    for name, value in row.get("filled", {}).items():
        hand.think(name)
        hand.fill(_field(page, name).locator("input").first, value, name)
    fields = page.locator(".st-key-desk-form input:visible").all()
    hand.read(" ".join(field.input_value() for field in fields), "the row as it is filled")
    hand.think("is it right?")
    hand.click(page.locator(".st-key-desk-save button"), "save and accept")


def _made(hand: Hand, row: dict[str, Any]) -> None:
    page = hand.page
    hand.think("which sentence")
    hand.choose(page.locator('[class*="st-key-desk-untied"]').first, row["says"], "the sentence")
    if row["kind"] != "event":
        hand.click(page.locator(".st-key-desk-kind").get_by_text(row["kind"]), row["kind"])
    hand.press("m", "make a row")
    hand.read(page.locator("h2").first.inner_text() + " " + page.locator(".desk-sentence").first.inner_text())
    _take(hand, row, "the row")


def _field(page: Page, name: str) -> Locator:
    return page.locator(f'.st-key-desk-form [class*="-{name}"]').first


def main() -> None:
    """Walk one article and write its acts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("article", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="acts are written there; other articles stay")
    options = parser.parse_args()
    name = options.article.stem
    choices = tomllib.loads(CHOICES.read_text("utf-8"))[name]
    with TemporaryDirectory() as place:
        acts = _walked(options.article, name, choices, Path(place))
    others = []
    if options.out.exists():
        with options.out.open(encoding="utf-8", newline="") as file:
            others = [row for row in csv.DictReader(file) if row["article"] != name]
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*others, *acts])


def _walked(article: Path, name: str, choices: dict[str, Any], place: Path) -> list[dict[str, Any]]:
    data, folder = place / "data", place / f"desk-{name}"
    shutil.copytree(ROOT / "data", data)
    details = [part for key, value in choices["document"].items() for part in (f"--{key}", value)]
    command = ["desk", str(article), "--out", str(folder), *details]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        hand = Hand(browser.new_page(viewport={"width": 1440, "height": 1000}), name)
        hand.step = "recipe and article"
        hand.read(_recipe(), "the recipe")
        hand.read(article.read_text("utf-8"), "the article")
        hand.step = "laying in"
        typed = " ".join([f"desk {article.name} --out desk-{name}", *details])
        hand.think("the command")
        hand.note("type", len(typed) + 4 * len(details), "the command, the rest of it copied")
        _machine(hand, data, command)
        server, address = _served(folder, data)
        try:
            hand.note("type", len(f"desk-{name}") + 1, "open the page, the rest copied")
            began = time.monotonic()
            hand.page.goto(address)
            hand.page.locator(".desk-bar").wait_for(timeout=180_000)
            hand.note("machine", time.monotonic() - began, "the page opens")
            hand.settle()
            walk(hand, choices)
        finally:
            server.terminate()
            server.wait()
        hand.step = "landing"
        hand.note("type", len(f"desk-{name}") + 1, "the command, the rest copied")
        _machine(hand, data, ["desk", "land", str(folder)])
        browser.close()
    return hand.acts


def _machine(hand: Hand, data: Path, command: list[str]) -> None:
    began = time.monotonic()
    subprocess.run([sys.executable, "-m", "dashboard", "--data", str(data), *command], check=True, cwd=ROOT)
    hand.note("machine", time.monotonic() - began, " ".join(command[:2]))


def _served(folder: Path, data: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--server.port={port}", "--server.headless=true", "--server.address=127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", "desk.py", *options, "--", str(folder)]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "ATLAS_DATA": str(data)})
    for _ in range(300):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.2)
    return server, f"http://127.0.0.1:{port}/"


def _recipe() -> str:
    """The recipe up to landing, as it stands in CONTRIBUTING."""
    whole = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    begun = whole.split("### Add a document with the desk", 1)[1]
    return begun.split("**A second coder**", 1)[0]


if __name__ == "__main__":
    main()
