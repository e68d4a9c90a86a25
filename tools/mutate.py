"""Change modules in the ways that a slip could, run the tests that carry out the changed line, and list the
changes that no test noticed.

    python tools/mutate.py map tests/figures tests/queries    # once: which tests carry out which statements
    python tools/mutate.py try --sample 250 --seed 1          # changes drawn at random
    python tools/mutate.py try src/dashboard/figures/votes.py # changes of one module

Nothing is written to the project: a change lives in the memory of the process that runs its tests.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.abc
import importlib.util
import inspect
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from itertools import islice
from math import sqrt
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from mutations import PACKAGES, ROOT, SOURCE, Change, by_line, drawn
from statement_map import (
    Counting,
    Tests,
    forked,
    importing,
    mirror_of,
    name_of,
    read_once,
    run_until_noticed,
    session_of,
    short,
    write_map,
)

MAP = Path(tempfile.gettempdir()) / "tests-by-statement.json"
# Handed out as text and run by readers, never imported.
SCRIPTS = (SOURCE / "dashboard" / "exports" / "proof" / "check.py",)
KILLED, SURVIVED, TOO_LONG, ANEW = "killed", "survived", "too long", "to be imported anew"
UNFIT = 3
"""The status of a process that could not exchange the code of a function."""


def main() -> int:
    """Make the map, or try changes and print the survivors; 1 if one survived."""
    options = _parser().parse_args()
    os.chdir(ROOT)
    if options.task == "map":
        names = options.names or [f"tests/{name}" for name in PACKAGES]
        sys.meta_path.insert(0, Counting())
        session_of(names, lambda session: write_map(session, options.map, options.limit))
        return 0
    modules = [Path(name).resolve() for name in options.names] or _modules()
    changes = list(islice(drawn(modules, options.seed), options.sample))
    if options.every:
        changes = [each for module in modules for line in by_line(module).values() for each in line]
    return _report(changes, _fates(changes, options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("task", choices=("map", "try"))
    parser.add_argument("names", nargs="*", help="folders of tests to map, or modules to change")
    parser.add_argument("--map", type=Path, default=MAP, help=f"the file of the map ({MAP})")
    parser.add_argument("--sample", type=int, help="number of lines to draw (all)")
    parser.add_argument("--seed", type=int, default=1, help="of the draw (1)")
    parser.add_argument("--every", action="store_true", help="every change of the modules, not one a line")
    parser.add_argument("--limit", type=int, default=60, help="seconds of processor that a run may take (60)")
    return parser


def _modules() -> list[Path]:
    paths = [path for name in PACKAGES for path in sorted((SOURCE / "dashboard" / name).rglob("*.py"))]
    return [path for path in paths if path not in SCRIPTS]


def _report(changes: Sequence[Change], fates: dict[Change, tuple[str, str]]) -> int:
    count: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    for change in changes:
        fate, _ = fates[change]
        count[fate] += 1
        kinds[change.kind, fate] += 1
        if fate != KILLED:
            print(f"{change.module.relative_to(ROOT)}:{change.line} {change.kind} ({fate})")
            print(f"{change.difference}\n")
    for kind in sorted({kind for kind, _ in kinds}):
        of_kind = {fate: number for (each, fate), number in kinds.items() if each == kind}
        print(f"{kind}: {of_kind.get(KILLED, 0)} of {sum(of_kind.values())}")
    tried = len(changes)
    noticed = count[KILLED]
    low, high = interval(noticed, tried)
    print(f"{noticed} of {tried} noticed ({noticed / tried:.1%}; 95 % interval {low:.1%} to {high:.1%}),")
    print(f"{count[TOO_LONG]} more took too long: a change that never ends is noticed, many tests are not")
    return 0 if noticed == tried else 1


def interval(noticed: int, tried: int) -> tuple[float, float]:
    """The interval of Wilson of a share, of 95 %."""
    z, share = 1.96, noticed / tried
    middle = share + z * z / (2 * tried)
    width = z * sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried))
    return (middle - width) / (1 + z * z / tried), (middle + width) / (1 + z * z / tried)


def _fates(changes: Sequence[Change], options: argparse.Namespace) -> dict[Change, tuple[str, str]]:
    """What became of each change, and by which test. First the code of the function alone is exchanged, in
    a session that is collected already; what survives that although fixtures carry it out, and what lies
    outside of functions, is tried by importing anew all that rests on the changed module.
    """
    tests = Tests(options.map)
    quick = [change for change in changes if change.function]
    fates: dict[Change, tuple[str, str]] = {}

    def note(change: Change, fate: tuple[str, str], begun: float) -> None:
        fates[change] = fate
        place = f"{short(change.module)}:{change.line}"
        spent = f"{time.time() - begun:.1f} s"
        print(f"# {len(fates)} {place} {change.kind}: {' '.join(fate)} {spent}", flush=True)

    for change, fate, begun in _quickly(quick, tests, options.limit):
        # What is carried out while fixtures are made was made before the code was exchanged.
        place = f"{short(change.module)}:{change.function}", change.statement
        if fate[0] != ANEW and (fate[0] == KILLED or place not in tests.early):
            note(change, fate, begun)
    _warm()
    for change in changes:
        if change not in fates:
            begun = time.time()
            note(change, _anew(change, tests, options.limit), begun)
    return fates


def _quickly(
    changes: Sequence[Change], tests: Tests, limit: int
) -> Iterator[tuple[Change, tuple[str, str], float]]:
    wanted = {change: tests.wanted(change, limit / 3) for change in changes}
    files = {test.split("::")[0] for names in wanted.values() for test in names}
    files |= {mirror for change in changes if (mirror := mirror_of(change.module)).endswith(".py")}
    reading, writing = os.pipe()

    def work(session: pytest.Session) -> None:
        read_once(session)
        items = {item.nodeid: item for item in session.items}
        for number, change in enumerate(changes):
            begun = time.time()
            chosen = [*tests.unknown(change, session.items)]
            chosen += [items[test] for test in wanted[change] if test in items]
            fate = _tried(chosen, limit, lambda change=change: _exchange(change))
            os.write(writing, (json.dumps([number, *fate, begun]) + "\n").encode())

    child = os.fork()
    if child == 0:
        os.close(reading)
        session_of(sorted(name for name in files if (ROOT / name).exists()), work)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answers:
        for line in answers:
            number, fate, test, begun = json.loads(line)
            yield changes[number], (fate, test), begun
    os.waitpid(child, 0)


def _tried(items: Sequence[pytest.Item], limit: int, prepare: Callable[[], None]) -> tuple[str, str]:
    reading, writing = os.pipe()

    def work() -> None:
        try:
            prepare()
        except Exception:
            os._exit(UNFIT)
        run_until_noticed(items, writing)

    return _ended(forked(work, limit), reading, writing)


def _ended(status: int, reading: int, writing: int) -> tuple[str, str]:
    os.close(writing)
    with os.fdopen(reading) as named:
        return _fate(status), named.read()


def _fate(status: int) -> str:
    if os.WIFSIGNALED(status):
        return TOO_LONG if os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM) else KILLED
    return {0: SURVIVED, UNFIT: ANEW}.get(os.WEXITSTATUS(status), KILLED)


def _exchange(change: Change) -> None:
    """Give the function the changed code, wherever it has been imported already."""
    module = sys.modules.get(change.name) or importlib.import_module(change.name)
    code: CodeType = compile(change.tree, str(change.module), "exec")
    found: object = module
    for name in change.function.split("."):
        code = next(part for part in code.co_consts if isinstance(part, CodeType) and part.co_name == name)
        found = inspect.getattr_static(found, name)
    for step in ("fget", "func", "__func__", "__wrapped__", "__wrapped__"):
        found = getattr(found, step, found)
    if not isinstance(found, FunctionType):
        raise SystemExit(UNFIT)
    try:
        found.__code__ = code
    except ValueError:
        raise SystemExit(UNFIT) from None


def _warm() -> None:
    """Import once what every run needs."""
    for name in ("altair", "pandas", "pytest", "playwright.sync_api", "edtf", "streamlit"):
        importlib.import_module(name)
    for path in sorted((SOURCE / "dashboard").rglob("*.py")):
        if path.name != "__main__.py" and path not in SCRIPTS:
            importlib.import_module(name_of(path))
    gc.collect()
    gc.freeze()


def _anew(change: Change, tests: Tests, limit: int) -> tuple[str, str]:
    """Try a change by importing anew the module and all that rests on it."""
    wanted = tests.wanted(change, limit / 3)
    files = sorted({test.split("::")[0] for test in wanted} | {mirror_of(change.module)})
    reading, writing = os.pipe()

    def work(session: pytest.Session) -> None:
        items = {item.nodeid: item for item in session.items}
        chosen = [*tests.unknown(change, session.items)]
        chosen += [items[test] for test in wanted if test in items]
        run_until_noticed(chosen, writing)
        os._exit(0)

    def inside() -> None:
        _forget(change.name)
        sys.meta_path.insert(0, _Changed(change))
        session_of(files, work)
        raise SystemExit(1)

    return _ended(forked(inside, limit), reading, writing)


def _forget(name: str) -> None:
    """Let a module and all that rests on it be imported anew."""
    resting, waiting = set(), {name}
    while waiting:
        each = waiting.pop()
        resting.add(each)
        waiting |= {name_of(path) for path in importing().get(each, ())} - resting
    for each in resting & set(sys.modules):
        above, _, last = each.rpartition(".")
        vars(sys.modules[above]).pop(last, None) if above in sys.modules else None
        del sys.modules[each]


class _Changed(importlib.abc.MetaPathFinder):
    """Gives the changed code for one module and leaves every other to the usual finders."""

    def __init__(self, change: Change) -> None:
        self.change = change

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if fullname != self.change.name:
            return None
        loader = _ChangedLoader(fullname, str(self.change.module))
        loader.change = self.change
        return importlib.util.spec_from_file_location(fullname, self.change.module, loader=loader)


class _ChangedLoader(SourceFileLoader):
    change: Change

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.change.tree, self.path, "exec")


if __name__ == "__main__":
    sys.exit(main())
