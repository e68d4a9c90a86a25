"""Take the pictures of README: every page, wide and on a phone, light and dark, from the running app."""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dashboard.data.atlas import read_atlas
from dashboard.data.subject import read_subject
from dashboard.figures import pages
from dashboard.figures.pages import path_of
from dashboard.views import link
from dashboard.views.theme import Mode, Palette, palette, rgb

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
STAMP = PICTURES / "taken.json"
SHOWN = (
    "pages",
    "static",
    "src/dashboard/figures",
    "src/dashboard/views",
    "src/dashboard/ui/style.css",
    ".streamlit/config.toml",
)

# Where each page is pictured.
_SUBJECT, _ = read_subject(ROOT / "data")
assert _SUBJECT is not None
PAGES = {page.name: link.href(path_of(page.name), pages.example(page, _SUBJECT)) for page in pages.PAGES}
SCHEMES: tuple[Mode, ...] = ("light", "dark")
WIDTHS = {"wide": (1440, 1000), "phone": (390, 844)}
ON_PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 "
    "Mobile Safari/537.36"
)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@cache
def theme_colours() -> Palette:
    """The colours of the themes, which are small on most pages and must not be lost."""
    return palette(read_atlas(ROOT / "data")["themes"])


def stamp() -> str:
    """A hash of the code that draws (pages, figures, views, style): when it changes, the pictures are out of
    date.
    """
    hasher = hashlib.sha256()
    for name in SHOWN:
        path = ROOT / name
        for file in (
            [path]
            if path.is_file()
            else sorted(one for one in path.rglob("*") if one.is_file() and "__pycache__" not in one.parts)
        ):
            hasher.update(file.relative_to(ROOT).as_posix().encode() + file.read_bytes())
    return hasher.hexdigest()


@contextmanager
def running() -> Iterator[str]:
    """The app on a free port; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1).read()
                break
            except OSError:
                time.sleep(0.5)
        yield f"http://localhost:{port}/"
    finally:
        server.terminate()
        server.wait()


def take(browser: Browser, address: str, width: tuple[int, int], scheme: Mode) -> bytes:
    """One page as PNG, once it is drawn."""
    agent = ON_PHONE if width == WIDTHS["phone"] else None
    context = browser.new_context(
        viewport={"width": width[0], "height": width[1]}, color_scheme=scheme, user_agent=agent
    )
    page = context.new_page()
    page.goto(address, timeout=120_000)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=120_000)
    page.wait_for_selector("h1", timeout=120_000)
    has_map = page.locator('[data-testid="stDeckGlJsonChart"]').count() > 0
    page.wait_for_timeout(12_000 if has_map else 3000)  # without a graphics card a map takes seconds
    picture = page.screenshot(timeout=120_000)
    context.close()
    return picture


def in_true_colours(picture: Image.Image, mode: Mode) -> Image.Image:
    """A picture in 256 colours of its own, none of them mixed: a mixing quantiser gives up small saturated
    areas, such as the dots of the themes.

    The themes' colours come first, then the commonest, leaving out what can hardly be told from one that is
    in. The file has a third of the size of the whole.
    """
    pixels = np.asarray(picture.convert("RGB")).astype(np.int32)
    flat = pixels.reshape(-1, 3) @ np.array([65536, 256, 1])
    codes, place, counts = np.unique(flat, return_inverse=True, return_counts=True)
    colours = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1)
    seeds = np.array([rgb(pair[mode]) for pair in theme_colours().values()])
    order = np.concatenate([seeds, colours[np.argsort(-counts, kind="stable")]])
    distances = range(1, 256)
    fitting = bisect_left(distances, True, key=lambda distance: len(_apart(order, distance)) <= 256)
    palette = _apart(order, distances[fitting])
    nearest = np.array(
        [int(np.abs(palette - colour).sum(axis=1).argmin()) for colour in colours], dtype=np.uint8
    )
    small = Image.fromarray(nearest[place].reshape(pixels.shape[:2]))
    small.putpalette(palette.astype(np.uint8).tobytes())
    return small


def _apart(colours: np.ndarray, distance: int) -> np.ndarray:
    """The first colours that lie at least so far apart in one of red, green and blue; a palette too many ends
    the search.
    """
    kept = colours[:1]
    for colour in colours[1:]:
        if np.abs(kept - colour).max(axis=1).min() >= distance:
            kept = np.concatenate([kept, colour[None]])
            if len(kept) > 256:
                break
    return kept


def main() -> None:
    """Take all pictures, or those of the pages named, and note what they show."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="only these pages: " + ", ".join(PAGES))
    chosen = parser.parse_args().pages or list(PAGES)
    PICTURES.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with tempfile.TemporaryDirectory() as profile, running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*FLAGS, f"--disk-cache-dir={profile}"]
        )
        for name in chosen:
            for width, size in WIDTHS.items():
                for scheme in SCHEMES:
                    raw = take(browser, address + PAGES[name], size, scheme)
                    in_true_colours(Image.open(io.BytesIO(raw)), scheme).save(
                        PICTURES / f"{name}-{width}-{scheme}.png", optimize=True
                    )
        browser.close()
    STAMP.write_text(json.dumps({"shows": stamp()}) + "\n", "utf-8")


if __name__ == "__main__":
    main()
