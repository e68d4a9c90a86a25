"""Change modules in the ways that a slip could, run their tests on each change, and list the changes that no
test noticed: every change of the modules named, or a number of them drawn at random, by default from the
packages that work out what readers see.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import gc
import importlib.abc
import importlib.util
import io
import os
import random
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from importlib.machinery import ModuleSpec
from itertools import islice
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
PACKAGES = ("model", "queries", "figures", "exports")
# Equal values of a kind are mostly one object, so that this change says nothing of the tests.
SAYS_NOTHING = ("_Eq_Is", "_NotEq_IsNot", "_Is_Eq", "_IsNot_NotEq")
KILLED, SURVIVED, TOO_LONG, UNTRIED = "killed", "survived", "too long", "untried"


@dataclass(frozen=True)
class Change:
    """One change of one module: the operator of the tool, and the how-manieth place that it fits."""

    module: Path
    operator: str
    occurrence: int
    code: str

    @property
    def tests(self) -> list[str]:
        """The tests that mirror the module: `src/dashboard/a/b.py` is tested in `tests/a/test_b.py`, else
        by all that stands in `tests/a`, or if there is no such folder in `tests/test_a.py`.
        """
        mirror = ROOT / "tests" / self.module.relative_to(SOURCE / "dashboard")
        named = mirror.with_name(f"test_{mirror.name}")
        while not named.exists() and not mirror.parent.exists():
            mirror = mirror.parent
            named = mirror.with_name(f"test_{mirror.name}.py")
        return [str(named if named.exists() else mirror.parent)]

    @property
    def difference(self) -> str:
        """The change as lines before and after."""
        lines = difflib.unified_diff(
            self.module.read_text("utf-8").splitlines(), self.code.splitlines(), lineterm="", n=0
        )
        return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


Run = tuple[Change | None, tuple[str, ...]]


def main() -> int:
    """Try the changes and print the survivors; 1 if one survived. Nothing is written to the project: a
    change lives in the memory of the process that runs its tests.
    """
    options = _parser().parse_args()
    modules = [Path(name).resolve() for name in options.modules] or _modules_of_packages()
    changes = list(islice(_drawn(modules, options.seed if options.sample else None), options.sample))
    _warm()
    fates = _fates(changes, options.tests, options.workers, options.timeout)
    for change, fate in fates:
        if fate != KILLED:
            print(f"{change.module.relative_to(ROOT)} ({fate})\n{change.difference}\n")
    seen = [fate for _, fate in fates if fate != UNTRIED]
    noticed = len(seen) - seen.count(SURVIVED)
    print(f"{noticed} of {len(seen)} changes noticed")
    if untried := len(fates) - len(seen):
        print(f"{untried} untried, because their tests fail without a change too")
    return 0 if noticed == len(fates) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="such as src/dashboard/figures/overview.py")
    parser.add_argument(
        "--tests", nargs="*", help="the tests to run; those that mirror the module unless named"
    )
    parser.add_argument("--sample", type=int, help="number of changes to draw (all)")
    parser.add_argument("--seed", type=int, default=1, help="of the draw (1)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--timeout", type=int, default=300, help="seconds that one run may take (300)")
    return parser


def _modules_of_packages() -> list[Path]:
    return [path for name in PACKAGES for path in sorted((SOURCE / "dashboard" / name).rglob("*.py"))]


def _drawn(modules: Sequence[Path], seed: int | None) -> Iterator[Change]:
    """Every change of the modules that changes what they do: not those of annotations, which nothing reads.
    With a seed they come in an order drawn at random, and a change is made only when its turn comes.
    """
    places = [place for module in modules for place in _places_of(module)]
    if seed is not None:
        random.Random(seed).shuffle(places)
    for module, operator, occurrence in places:
        text = module.read_text("utf-8")
        code = mutate_code(text, get_operator(operator)(), occurrence)
        if code is not None and _meaning(code) != _meaning(text):
            yield Change(module, operator, occurrence, code)


def _places_of(module: Path) -> Iterator[tuple[Path, str, int]]:
    """Where each operator of the tool fits in a module."""
    nodes = list(ast_nodes(get_ast(module.read_text("utf-8"))))
    for name in operator_names():
        if get_operator(name).arguments() or name.endswith(SAYS_NOTHING):
            continue
        operator = get_operator(name)()
        places = sum(len(list(operator.mutation_positions(node))) for node in nodes)
        yield from ((module, name, occurrence) for occurrence in range(places))


class _Bare(ast.NodeTransformer):
    """Take away what has no effect when the code runs: annotations."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def _meaning(code: str) -> str:
    try:
        return ast.dump(_Bare().visit(ast.parse(code)))
    except SyntaxError:
        return code


def _warm() -> None:
    """Do once what every run of the tests needs, so that a forked run begins with it: libraries, and the
    tables, which only `model` and `data` read.
    """
    for name in ("altair", "pandas", "pytest", "playwright.sync_api", "edtf", "pybtex.database"):
        importlib.import_module(name)
    data = importlib.import_module("dashboard.data.atlas")
    read, tables = data.read_atlas, ROOT / "data"
    held = read(tables)
    data.read_atlas = lambda folder: replace(held) if Path(folder) == tables else read(folder)
    gc.freeze()


def _forget(change: Change) -> None:
    """Let the changed package be imported anew: what was read by `model` as it is says nothing of it."""
    if change.module.relative_to(SOURCE / "dashboard").parts[0] in ("model", "data"):
        for name in [name for name in sys.modules if name.split(".")[0] == "dashboard"]:
            del sys.modules[name]


def _fates(
    changes: Sequence[Change], tests: Sequence[str] | None, workers: int, timeout: int
) -> list[tuple[Change, str]]:
    """What became of each change. The tests run once on the code as it is, so that a change is not called
    noticed by tests that fail without it.
    """
    wanted = [tuple(tests or change.tests) for change in changes]
    alone = dict(_in_processes([(None, each) for each in dict.fromkeys(wanted)], workers, timeout))
    sound = [
        (change, each) for change, each in zip(changes, wanted, strict=True) if alone[None, each] == SURVIVED
    ]
    ended = dict(_in_processes(sound, workers, timeout))
    return [
        (change, ended.get((change, each), UNTRIED)) for change, each in zip(changes, wanted, strict=True)
    ]


def _in_processes(runs: Sequence[Run], workers: int, timeout: int) -> Iterator[tuple[Run, str]]:
    """Each run in a process of its own, so many at a time, forked by the first thread: the engine that draws
    pictures ends a process that another thread began.
    """
    waiting, running = list(reversed(runs)), {}
    while waiting or running:
        while waiting and len(running) < workers:
            run = waiting.pop()
            child = os.fork()
            if child == 0:
                signal.alarm(timeout)
                os._exit(_run(*run))
            running[child] = run
        child, status = os.wait()
        yield running.pop(child), _fate(status)


def _fate(status: int) -> str:
    if os.WIFSIGNALED(status):
        return TOO_LONG if os.WTERMSIG(status) == signal.SIGALRM else KILLED
    return SURVIVED if os.WEXITSTATUS(status) == 0 else KILLED


def _run(change: Change | None, tests: Sequence[str]) -> int:
    import pytest

    if change is not None:
        _forget(change)
        sys.meta_path.insert(0, _Changed(change))
    os.chdir(ROOT)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return int(pytest.main(["-n", "0", "-q", "-x", "-p", "no:cacheprovider", *tests]))


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Gives the changed text for one module and leaves every other to the usual finders."""

    def __init__(self, change: Change) -> None:
        self.change = change
        parts = change.module.relative_to(SOURCE).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self.package = parts[-1] == "__init__"

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(
            fullname,
            self.change.module,
            loader=self,
            submodule_search_locations=[str(self.change.module.parent)] if self.package else None,
        )

    def get_source(self, fullname: str) -> str:
        return self.change.code

    def is_package(self, fullname: str) -> bool:
        return self.package


if __name__ == "__main__":
    sys.exit(main())
