"""Twenty readers who choose anew for an hour: whether memory, threads and open files stay where they were."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import altair as alt
import pandas as pd

from .figures import FIRST_YEAR, PAGES, THEMES, median, p95, path_of, table
from .reader import Reader
from .server import ATLAS, ROOT, Server, serving

# What the image says to the allocator (deploy/Dockerfile): else threads of readers keep heaps of their own.
AS_IN_THE_IMAGE = {"MALLOC_ARENA_MAX": "2"}
PICTURE = ROOT / "docs" / "soak.png"
READERS = 20
# Seconds: between two looks at the server; that a reader thinks, at least and at most; after which it has
# let go of readers who left (Streamlit keeps a session for two minutes, in case that they come back).
LOOK, THINKING, LEAVING = 15.0, (4.0, 12.0), 200.0
# Of a hundred acts of a reader so many open another page, and so many leave and come back as somebody else.
PAGE, LEAVE = 20, 5
# The server is warm after this share of the time: its kept figures are as many as it keeps.
WARM = 0.25
_TROUBLE = re.compile(r"Traceback|Error\b|Exception\b|CRITICAL|WARNING", re.IGNORECASE)


@dataclass(frozen=True)
class Look:
    """The server at one moment: minutes since the first reader came, MiB, threads, open files, choices
    answered so far.
    """

    minute: float
    memory: float
    threads: int
    files: int
    choices: int


@dataclass
class Soak:
    """What was seen: looks while there were readers, how long each answer took (minute, milliseconds), and
    the server before the first reader and after the last.
    """

    before: Look
    looks: list[Look] = field(default_factory=list)
    answers: list[tuple[float, float]] = field(default_factory=list)
    after: Look | None = None
    log: str = ""


def soak(minutes: float) -> str:
    """Runs the readers for so many minutes, draws the curve, and says what was seen."""
    with _logged() as (server, log):
        seen = asyncio.run(_watched(server, minutes * 60))
        seen.log = log.read_text("utf-8", errors="replace")
    _picture(seen).save(PICTURE, scale_factor=2)
    return _words(seen, minutes)


@contextmanager
def _logged() -> Iterator[tuple[Server, Path]]:
    with TemporaryDirectory() as place:
        path = Path(place) / "log"
        with path.open("wb") as log, serving(ATLAS, AS_IN_THE_IMAGE, log) as server:
            yield server, path


async def _watched(server: Server, seconds: float) -> Soak:
    for page in PAGES:
        async with Reader(server.port) as reader:
            await reader.visit(path_of(page), PAGES[page])
    await asyncio.sleep(min(LEAVING, seconds))
    seen = Soak(_look(server, 0.0, 0))
    began = time.perf_counter()
    crowd = [_one(server, number, began, seconds, seen) for number in range(READERS)]
    await asyncio.gather(_watch(server, began, seconds, seen), *crowd)
    await asyncio.sleep(LEAVING)
    seen.after = _look(server, (time.perf_counter() - began) / 60, len(seen.answers))
    return seen


async def _watch(server: Server, began: float, seconds: float, seen: Soak) -> None:
    while (now := time.perf_counter() - began) < seconds:
        seen.looks.append(_look(server, now / 60, len(seen.answers)))
        await asyncio.sleep(LOOK)


async def _one(server: Server, number: int, began: float, seconds: float, seen: Soak) -> None:
    """A reader, and whoever takes the place when one leaves."""
    chance = random.Random(number)
    while time.perf_counter() - began < seconds:
        async with Reader(server.port) as reader:
            await _visit(reader, chance)
            while time.perf_counter() - began < seconds and chance.randrange(100) >= LEAVE:
                await asyncio.sleep(chance.uniform(*THINKING))
                if chance.randrange(100) < PAGE:
                    await _visit(reader, chance)
                    continue
                took = await _choose(reader, chance)
                seen.answers.append(((time.perf_counter() - began) / 60, 1000 * took))


async def _visit(reader: Reader, chance: random.Random) -> None:
    """Opens one of the pages that offer years or themes."""
    while True:
        page = chance.choice(list(PAGES))
        await reader.visit(path_of(page), PAGES[page])
        if reader.widgets.keys() & {"theme", "years"}:
            return


async def _choose(reader: Reader, chance: random.Random) -> float:
    """Seconds of an answer to years or themes, few of which anybody chose before."""
    years = sorted(chance.sample(range(FIRST_YEAR, 2026), 2))
    themes = chance.sample(THEMES, chance.choice((1, 1, 2)))
    key = chance.choice(sorted(reader.widgets.keys() & {"theme", "years"}))
    return (await reader.choose(key, themes if key == "theme" else years)).seconds


def _look(server: Server, minute: float, choices: int) -> Look:
    return Look(minute, server.memory(), server.threads(), server.files(), choices)


def _growth(seen: Soak) -> float:
    """How much more memory the last quarter of the looks had than the quarter after the server was warm."""
    warm = seen.looks[int(len(seen.looks) * WARM) :]
    stretch = max(1, int(len(seen.looks) * WARM))
    first, last = ([look.memory for look in part] for part in (warm[:stretch], warm[-stretch:]))
    return median(last) / median(first) - 1


def _words(seen: Soak, minutes: float) -> str:
    after = seen.after or seen.before
    troubles = [line for line in seen.log.splitlines() if _TROUBLE.search(line)]
    rows = [_row(f"before, with {len(PAGES)} pages asked for", seen.before, [])]
    tenth = minutes / 6
    for part in range(6):
        inside = [look for look in seen.looks if part * tenth <= look.minute < (part + 1) * tenth]
        times = [took for minute, took in seen.answers if part * tenth <= minute < (part + 1) * tenth]
        if inside:
            rows.append(_row(f"minutes {part * tenth:g}–{(part + 1) * tenth:g}", inside[-1], times))
    rows.append(_row(f"{LEAVING:g} s after the last has left", after, []))
    return (
        f"{READERS} readers for {minutes:g} minutes, each thinking {THINKING[0]:g} to {THINKING[1]:g} s: "
        f"{len(seen.answers)} choices. Memory from the second quarter of the time to the last: "
        f"**{_growth(seen):+.1%}**. Lines in the server's log that tell of an error or warn: "
        f"**{len(troubles)}**.\n\n"
        + table(["when", "choices so far", "p50, ms", "p95, ms", "MiB", "threads", "open files"], rows)
        + f"\n\n![Memory, threads and open files over {minutes:g} minutes]({PICTURE.name})"
    )


def _row(when: str, look: Look, times: Sequence[float]) -> list[str]:
    middle, high = (f"{median(times):.0f}", f"{p95(times):.0f}") if times else ("–", "–")
    return [when, str(look.choices), middle, high, f"{look.memory:.0f}", str(look.threads), str(look.files)]


def _picture(seen: Soak) -> alt.VConcatChart:
    """Three curves one below the other on one axis of minutes, each from nought."""
    looks = pd.DataFrame([vars(look) for look in seen.looks])
    curves = {"memory": "Memory, MiB", "threads": "Threads", "files": "Open files"}
    panels = [
        alt.Chart(looks, width=620, height=110, title=alt.Title(words, anchor="start"))
        .mark_line(color="#1f5f8b", strokeWidth=1.5)
        .encode(
            x=alt.X("minute:Q", title="Minutes" if name == "files" else None, scale=alt.Scale(nice=False)),
            y=alt.Y(f"{name}:Q", title=None, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=4)),
        )
        for name, words in curves.items()
    ]
    return alt.vconcat(*panels, background="white", padding=12)
