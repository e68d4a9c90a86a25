"""Measured without a browser: what a rerun costs the server, how fifty readers fare, what memory each takes,
and what more rows cost.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from .figures import FIRST_YEAR, PAGES, THEMES, median, p95, path_of, ratio, table
from .generate import write
from .reader import Reader
from .server import ATLAS, EMPTY, EMPTY_TUNED, TEMPLATE, Server, serving

# What a page offers in the sidebar, the one that is chosen first: themes, else years.
OFFERED = ("theme", "years")
Choice = dict[str, list[str] | list[int]]
Measured = tuple[float, float, float]  # CPU and middle and 95th percentile of latency, all in milliseconds


def reruns(runs: int) -> str:
    """Server CPU and latency of a choice: one that nobody made before, and one that is already prepared; all
    servers up at the same time.
    """
    with ExitStack() as stack:
        floors = [stack.enter_context(serving(app)) for app in (EMPTY, EMPTY_TUNED, TEMPLATE)]
        atlas = stack.enter_context(serving(ATLAS))
        subjects = [(one.app.name, one, "") for one in floors] + [
            (f"Atlas: {page}", atlas, page) for page in PAGES
        ]
        runs_of = [(name, asyncio.run(_rerun(server, page, runs))) for name, server, page in subjects]
        measured = [(name, *costs) for name, costs in runs_of if costs]
    floor_cpu, floor_time = measured[1][2][0], measured[1][2][1]
    plain = measured[0][2]
    rows = [
        [
            name,
            *_cells(new),
            *_cells(again),
            ratio(again[0], floor_cpu),
            ratio(again[1], floor_time),
            ratio(again[1], plain[1]),
        ]
        for name, new, again in measured
    ]
    header = [
        "server",
        "new: CPU",
        "p50",
        "p95",
        "asked before: CPU",
        "p50",
        "p95",
        "CPU to tuned floor",
        "p50 to tuned floor",
        "p50 to floor as it comes",
    ]
    return f"{runs} choices each, milliseconds.\n\n" + table(header, rows)


async def _rerun(server: Server, page: str, runs: int) -> tuple[Measured, Measured] | None:
    """None for a page that offers neither themes nor years."""
    choices = _choices(runs, seed=runs)
    async with Reader(server.port) as reader:
        await reader.visit(path_of(page), PAGES.get(page, {}))
        if not any(key in reader.widgets for key in OFFERED):
            return None
        return await _chosen(server, reader, choices), await _chosen(server, reader, choices)


async def _chosen(server: Server, reader: Reader, choices: Sequence[Choice]) -> Measured:
    before, times = server.cpu(), []
    for choice in choices:
        times.append(1000 * await _seconds(reader, choice))
    return 1000 * (server.cpu() - before) / len(choices), median(times), p95(times)


async def _seconds(reader: Reader, choice: Choice) -> float:
    """How long the page takes to answer a choice of what it offers."""
    key = next(key for key in OFFERED if key in reader.widgets)
    return (await reader.choose(key, choice[key])).seconds


def _choices(number: int, seed: int) -> list[Choice]:
    """So many different sets of themes and ranges of years."""
    sets = [list(themes) for size in (1, 2, 3) for themes in itertools.combinations(THEMES, size)]
    ranges = [[first, last] for first in range(FIRST_YEAR + 1, FIRST_YEAR + 40) for last in range(2005, 2020)]
    chance = random.Random(seed)
    drawn = zip(chance.sample(sets, number), chance.sample(ranges, number), strict=True)
    return [{"theme": themes, "years": years} for themes, years in drawn]


def _cells(measured: Measured) -> list[str]:
    return [f"{value:.1f}" for value in measured]


def readers(numbers: Sequence[int], rounds: int, thinking: float) -> str:
    """So many readers at once, each choosing, waiting for the page, thinking, choosing again: latency of all
    choices together.
    """
    rows = []
    for number in numbers:
        floor = 0.0
        for app, pages in (
            (EMPTY, [""]),
            (EMPTY_TUNED, [""]),
            (TEMPLATE, [""]),
            (ATLAS, ["overview", "timeline", "trade", "arguments", "sources"]),
        ):
            with serving(app) as server:
                asyncio.run(_visit_all(server, pages))
                before, began = server.cpu(), time.perf_counter()
                times = asyncio.run(_crowd(server, pages, number, rounds, thinking))
                busy = (server.cpu() - before) / (time.perf_counter() - began)
            floor = floor or p95(times)
            rows.append(
                [
                    app.name,
                    str(number),
                    f"{median(times):.0f}",
                    f"{p95(times):.0f}",
                    f"{busy:.0%}",
                    ratio(p95(times), floor),
                ]
            )
    words = (
        f"Each reader makes {rounds} choices, {thinking:g} seconds apart. Milliseconds; the Atlas's "
        "readers sit on five pages.\n\n"
    )
    return words + table(
        ["server", "readers", "p50", "p95", "one core busy", "p95 to floor as it comes"], rows
    )


async def _visit_all(server: Server, pages: Sequence[str]) -> None:
    for page in pages:
        async with Reader(server.port) as reader:
            await reader.visit(path_of(page))


async def _crowd(
    server: Server, pages: Sequence[str], number: int, rounds: int, thinking: float
) -> list[float]:
    own = [
        _one_of_many(server, pages[one % len(pages)], random.Random(one), rounds, thinking)
        for one in range(number)
    ]
    return [value for times in await asyncio.gather(*own) for value in times]


async def _one_of_many(
    server: Server, page: str, chance: random.Random, rounds: int, thinking: float
) -> list[float]:
    times = []
    async with Reader(server.port) as reader:
        await asyncio.sleep(chance.random() * thinking)
        await reader.visit(path_of(page))
        for _ in range(rounds):
            await asyncio.sleep(thinking * chance.uniform(0.8, 1.2))
            years = sorted(chance.sample(range(FIRST_YEAR, 2020), 2))
            choice: Choice = {"theme": chance.sample(THEMES, chance.choice((1, 1, 2))), "years": years}
            times.append(1000 * await _seconds(reader, choice))
    return times


def memory(number: int) -> str:
    """Resident memory when healthy, after the first reader, and for each further reader of the same page."""
    rows = []
    floor = 0.0
    for app, page in ((EMPTY, ""), (EMPTY_TUNED, ""), (TEMPLATE, ""), (ATLAS, "timeline")):
        with serving(app) as server:
            start = server.memory()
            first, further, answer = asyncio.run(_gather(server, page, number))
            floor = floor or further
            rows.append(
                [
                    app.name,
                    f"{server.seconds_to_start:.2f}",
                    f"{answer:.2f}",
                    f"{start:.0f}",
                    f"{first:.0f}",
                    f"{1024 * further:.0f}",
                    ratio(further, floor),
                ]
            )
    header = [
        "server",
        "start to healthy, s",
        "first page of all, s",
        "MiB at start",
        "MiB after the first reader",
        "KiB for each further reader",
        "to floor",
    ]
    return f"{number} further readers, all connected.\n\n" + table(header, rows)


async def _gather(server: Server, page: str, number: int) -> tuple[float, float, float]:
    crowd = [Reader(server.port) for _ in range(number + 5)]
    try:
        async with Reader(server.port) as one:
            answer = (await one.visit(path_of(page))).seconds
            first = server.memory()
            for reader in crowd[:5]:  # the first few settle the allocator
                await (await reader.__aenter__()).visit(path_of(page))
            settled = server.memory()
            for reader in crowd[5:]:
                await (await reader.__aenter__()).visit(path_of(page))
            return first, (server.memory() - settled) / number, answer
    finally:
        for reader in crowd:
            await reader.__aexit__(None, None, None)


def rows(runs: int, times: Sequence[int]) -> str:
    """The same choices with the same tables repeated: seconds to read and check them, and what each page then
    costs.
    """
    found: dict[tuple[int, str], tuple[Measured, Measured, int]] = {}
    reading: dict[int, float] = {}
    pages = ("overview", "timeline", "trade", "sources")
    for number in times:
        with TemporaryDirectory() as place:
            write(Path(place) / "data", number)
            with serving(ATLAS, {"ATLAS_DATA": str(Path(place) / "data")}) as server:
                reading[number], _ = asyncio.run(_first(server, "arguments"))
                for page in pages:
                    size = asyncio.run(_first(server, page))[1]
                    costs = asyncio.run(_rerun(server, page, runs))
                    assert costs is not None
                    found[number, page] = (*costs, size)
    lines = []
    for page in pages:
        for number in times:
            new, again, size = found[number, page]
            lines.append(
                [
                    f"{page}, {number}×",
                    f"{size / 1024:.0f}",
                    *_cells(new),
                    *_cells(again),
                    ratio(again[1], found[times[0], page][1][1]),
                    ratio(new[1], found[times[0], page][0][1]),
                ]
            )
    header = [
        "page",
        "KiB of messages",
        "new: CPU",
        "p50",
        "p95",
        "asked before: CPU",
        "p50",
        "p95",
        "asked before to 1×",
        "new to 1×",
    ]
    said = ", ".join(f"{number}×: {seconds:.1f} s" for number, seconds in reading.items())
    return (
        f"{runs} choices each, milliseconds. First page of a fresh server, which reads and "
        f"checks the tables: {said}.\n\n" + table(header, lines)
    )


async def _first(server: Server, page: str) -> tuple[float, int]:
    async with Reader(server.port) as reader:
        answer = await reader.visit(path_of(page))
        return answer.seconds, answer.size
