"""Which test carries out which statement, and sessions of tests that are collected once and forked."""

from __future__ import annotations

import ast
import builtins
import gc
import importlib.abc
import importlib.util
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

import pytest
from mutations import PACKAGES, ROOT, SOURCE, Change, functions, statements

# Session fixtures that every run would make anew; none of them asks queries, figures or exports for anything.
READ_ONCE = ("atlas", "small_atlas", "with_more_rows", "fuller")


class _Session:
    """Stands in for pytest's loop over the tests that it has collected."""

    def __init__(self, work: Callable[[pytest.Session], None]) -> None:
        self.work = work

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for plugin in ("capturemanager",):
            session.config.pluginmanager.getplugin(plugin).suspend_global_capture(in_=True)
        self.work(session)
        return True


def session_of(tests: Sequence[str], work: Callable[[pytest.Session], None]) -> None:
    """Collect tests and do some work with them."""
    given = ["-o", "addopts=--import-mode=importlib", "-p", "no:terminal", "-p", "no:cacheprovider"]
    pytest.main([*given, "-p", "no:xdist", *tests], plugins=[_Session(work)])


def forked(work: Callable[[], None], seconds: float = 0) -> int:
    """Do something in a process forked from this one; its status as the system gives it."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    status = 1
    try:
        if seconds:
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_PROF, seconds)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            signal.alarm(int(8 * seconds))
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
        work()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout.flush()
        os._exit(status)


def _run(items: Sequence[pytest.Item], each: Callable[[pytest.Item, float], None]) -> None:
    """Run tests in order and say of each how long it took."""
    for item, following in zip(items, [*items[1:], None], strict=False):
        begun = time.process_time()
        item.session.testsfailed = 0
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        each(item, time.process_time() - begun)


def run_until_noticed(items: Sequence[pytest.Item], named: int) -> None:
    """Run tests until one fails and write its name where the caller reads it; then end with 1."""

    def stop(item: pytest.Item, seconds: float) -> None:
        if item.session.testsfailed:
            os.write(named, item.nodeid.encode())
            os._exit(1)

    _run(items, stop)


def read_once(session: pytest.Session) -> None:
    """Make the costly fixtures in this process, each for a test that asks for it."""
    state = session._setupstate
    for name in READ_ONCE:
        asking = (item for item in session.items if name in getattr(item, "fixturenames", ()))
        item = next((item for item in asking if not hasattr(item, "callspec")), None)
        if item is None:
            continue
        wanted, item.fixturenames = item.fixturenames, [name]
        state.setup(item)
        state.teardown_exact(session)
        item.fixturenames = wanted
        item._initrequest()
    gc.collect()
    gc.freeze()


_seen: set[tuple[str, int]] = set()


class Counting(importlib.abc.MetaPathFinder):
    """Gives the modules that are changed with a probe before every statement."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        file = SOURCE.joinpath(*fullname.split("."))
        file = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
        if not file.exists() or file.relative_to(SOURCE / "dashboard").parts[0] not in PACKAGES:
            return None
        builtins.__seen__ = _seen.add  # type: ignore[attr-defined]
        return importlib.util.spec_from_file_location(fullname, file, loader=_Probed(fullname, str(file)))


class _Probed(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(Path(self.path).read_text("utf-8"))
        module = short(Path(self.path))
        for name, function in functions(tree):
            places = {id(statement): place for place, statement in enumerate(statements(function))}
            for node in list(ast.walk(function)):  # with what catches exceptions and tells cases apart
                for field in ("body", "orelse", "finalbody"):
                    parts = getattr(node, field, None)
                    if isinstance(parts, list):
                        probed = [new for part in parts for new in _probed(part, f"{module}:{name}", places)]
                        setattr(node, field, probed)
        return compile(ast.fix_missing_locations(tree), self.path, "exec")


def _probed(part: ast.AST, name: str, places: dict[int, int]) -> list[ast.AST]:
    if id(part) not in places:
        return [part]
    probe = ast.parse(f"__seen__(({name!r}, {places[id(part)]}))").body[0]
    return [part, probe] if ast.get_docstring(ast.Module([part], [])) else [probe, part]


def short(module: Path) -> str:
    return str(module.relative_to(SOURCE / "dashboard"))


def write_map(session: pytest.Session, path: Path, limit: int) -> None:
    """Run the tests of each file in a process of its own and write what each carried out."""
    read_once(session)
    warm = {"test": "", "seconds": 0, "ran": _ran()}
    files: dict[Path, list[pytest.Item]] = {}
    for item in session.items:
        files.setdefault(item.path, []).append(item)
    with path.open("a", encoding="utf-8") as file:
        print(json.dumps(warm), file=file, flush=True)

        def write(item: pytest.Item, seconds: float) -> None:
            if item.session.testsfailed:
                print(f"fails without a change: {item.nodeid}", flush=True)
                row = {"test": item.nodeid, "seconds": -1, "ran": {}}
            else:
                row = {"test": item.nodeid, "seconds": round(seconds, 3), "ran": _ran()}
            print(json.dumps(row, separators=(",", ":")), file=file, flush=True)

        for test_file, items in files.items():
            begun = time.time()
            forked(lambda items=items: _run(items, write), 3 * limit)
            print(f"{test_file.relative_to(ROOT)} {time.time() - begun:.0f} s", flush=True)


def _ran() -> dict[str, list[int]]:
    ran: dict[str, list[int]] = {}
    for name, place in sorted(_seen):
        ran.setdefault(name, []).append(place)
    _seen.clear()
    return ran


class Tests:
    """What the map says: the tests for a change, cheapest first."""

    def __init__(self, path: Path) -> None:
        self.seconds: dict[str, float] = {}
        self.of_statement: dict[tuple[str, int], list[str]] = {}
        self.of_module: dict[str, dict[str, None]] = {}
        self.early: set[tuple[str, int]] = set()
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            test = row["test"]
            for name, places in row["ran"].items():
                if not test:
                    self.early.update((name, place) for place in places)
                    continue
                for place in places:
                    self.of_statement.setdefault((name, place), []).append(test)
                self.of_module.setdefault(name.split(":")[0], {})[test] = None
            if test:
                self.seconds[test] = row["seconds"]

    def wanted(self, change: Change, limit: float) -> list[str]:
        """The tests to run for a change, as many as a run may take: those that carry it out, then the others
        of their files, which may look at what a fixture made once for all of them.
        """
        module = short(change.module)
        found = set(self.of_statement.get((f"{module}:{change.function}", change.statement), []))
        if not change.function:
            near = {module, *(short(path) for path in importing().get(change.name, ()))}
            found = {test for name in near for test in self.of_module.get(name, {})}
        files = {test.split("::")[0] for test in found}
        mates = {test for test in self.seconds if test.split("::")[0] in files} - found
        spent, chosen = 0.0, []
        for test in [*self._cheapest(found, change), *self._cheapest(mates, change)]:
            seconds = self.seconds[test]
            if seconds >= 0 and (spent + seconds <= limit or not chosen):
                chosen.append(test)
                spent += seconds
        return chosen

    def _cheapest(self, tests: Iterable[str], change: Change) -> list[str]:
        """Tests of less than a second that mirror the module first, then those that hold what is said and
        shown against approved texts, because these look at most, then the others.
        """
        mirror = mirror_of(change.module)

        def place(test: str) -> tuple[int, bool, float, str]:
            slow = self.seconds[test] > 1
            group = 1 if "test_approved" in test else 0 if test.startswith(mirror) and not slow else 2
            return group, slow, self.seconds[test], test

        return sorted(tests, key=place)

    def unknown(self, change: Change, items: Iterable[pytest.Item]) -> list[pytest.Item]:
        """Tests of the mirroring file that the map does not know: they are newer than it."""
        mirror = f"{mirror_of(change.module)}::"
        return [item for item in items if item.nodeid.startswith(mirror) and item.nodeid not in self.seconds]


def mirror_of(module: Path) -> str:
    """The test file that mirrors a module, or the folder if there is none."""
    mirror = Path("tests") / module.relative_to(SOURCE / "dashboard")
    named = mirror.with_name(f"test_{mirror.name}")
    while not (ROOT / named).exists() and not (ROOT / mirror.parent).exists():
        mirror = mirror.parent
        named = mirror.with_name(f"test_{mirror.name}.py")
    return str(named if (ROOT / named).exists() else mirror.parent)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


_direct: dict[str, set[Path]] = {}


def importing() -> dict[str, set[Path]]:
    """For each module the files that import it."""
    for path in [] if _direct else (SOURCE / "dashboard").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names)):
                    _direct.setdefault(name, set()).add(path)
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    _direct.setdefault(alias.name, set()).add(path)
    return _direct
