"""Changes are drawn evenly over the lines, each changes what the code does, and each is tried by the tests
that carry out its line.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("mutations", "statement_map", "mutate")
CODE = '''"""A module."""


def grown(size: int | None, most: int = 9) -> str:
    """Words on a size."""
    if size is None or size < 2:
        return "small town"
    return sorted(str(size), key=len)[0]
'''


@pytest.fixture(scope="module")
def tools() -> Iterator[dict[str, ModuleType]]:
    sys.path.insert(0, str(ROOT / "tools"))
    yield {name: import_module(name) for name in TOOLS}
    sys.path.remove(str(ROOT / "tools"))
    for name in TOOLS:
        del sys.modules[name]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "module.py"
    path.write_text(CODE, "utf-8")
    return path


def test_a_module_is_changed_in_the_ways_of_a_slip(tools: dict[str, ModuleType], written: Path) -> None:
    lines = tools["mutations"].by_line(written)
    changed = {ast.unparse(change.tree) for found in lines.values() for change in found}
    for part in (
        "size < 2 or size is None",  # not among them: an order changes nothing
        "size is not None or size < 2",
        "size is None or size <= 2",
        "size is None and size < 2",
        "size is None or size < 3",
        "most: int=8",
        "'small'",
        "return None",
        "list(str(size))[0]",
        "if True:",
        "if size < 2:",
        "if size is None:",
    ):
        assert any(part in code for code in changed) == (part != "size < 2 or size is None"), part
    assert all("int | None" in code and '"""A module."""' in code for code in changed)
    assert ast.unparse(ast.parse(CODE)) not in changed
    for found in lines.values():
        for change in found:
            compile(change.tree, "module.py", "exec")


def test_a_seed_draws_the_same_changes_again_and_a_smaller_draw_begins_a_larger(
    tools: dict[str, ModuleType], written: Path
) -> None:
    drawn = tools["mutations"].drawn
    whole = list(drawn([written], 7))
    assert list(drawn([written], 7)) == whole
    assert list(islice(drawn([written], 7), 2)) == whole[:2]
    assert len({change.line for change in whole}) == len(whole), "one change of a line"
    assert any(list(drawn([written], seed)) != whole for seed in range(5))


def test_a_change_is_tried_by_the_tests_that_carry_out_its_statement_the_cheap_first(
    tools: dict[str, ModuleType], tmp_path: Path
) -> None:
    module = ROOT / "src" / "dashboard" / "queries" / "rows.py"
    change = next(
        change for found in tools["mutations"].by_line(module).values() for change in found if change.function
    )
    place = f"queries/rows.py:{change.function}"
    rows = [
        {"test": "tests/a.py::slow", "seconds": 2, "ran": {place: [change.statement]}},
        {"test": "tests/a.py::quick", "seconds": 0.1, "ran": {place: [change.statement]}},
        {"test": "tests/a.py::elsewhere", "seconds": 0.1, "ran": {place: [99]}},
        {"test": "tests/a.py::long", "seconds": 50, "ran": {place: [change.statement]}},
    ]
    path = tmp_path / "map.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    names = ("quick", "slow", "elsewhere")
    assert tools["statement_map"].Tests(path).wanted(change, 20) == [f"tests/a.py::{name}" for name in names]


def test_approved_texts_are_asked_after_the_tests_of_the_module_and_before_all_others(
    tools: dict[str, ModuleType], tmp_path: Path
) -> None:
    module = ROOT / "src" / "dashboard" / "queries" / "compare.py"
    change = next(iter(tools["mutations"].by_line(module).values()))[0]
    place = f"queries/compare.py:{change.function}"
    times = {
        "tests/a.py::quick": 0.1,
        "tests/figures/test_approved.py::test_votes": 1.5,
        "tests/figures/test_approved.py::test_map": 0.5,
        "tests/queries/test_compare.py::test_both": 0.3,
        "tests/queries/test_compare.py::test_slow": 3,
    }
    rows = [
        {"test": test, "seconds": seconds, "ran": {place: [change.statement]}}
        for test, seconds in times.items()
    ]
    path = tmp_path / "map.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert tools["statement_map"].Tests(path).wanted(change, 20) == [
        "tests/queries/test_compare.py::test_both",
        "tests/figures/test_approved.py::test_map",
        "tests/figures/test_approved.py::test_votes",
        "tests/a.py::quick",
        "tests/queries/test_compare.py::test_slow",
    ]


def test_the_changed_code_is_carried_out_wherever_the_function_was_imported(
    tools: dict[str, ModuleType],
) -> None:
    from dashboard.queries.rows import holding

    module = ROOT / "src" / "dashboard" / "queries" / "rows.py"
    returns = next(
        change
        for found in tools["mutations"].by_line(module).values()
        for change in found
        if change.kind == "return" and change.function == "holding"
    )
    before = holding.__code__
    try:
        tools["mutate"]._exchange(returns)
        assert holding.__code__ != before
    finally:
        holding.__code__ = before


def test_the_interval_of_a_share_is_that_of_wilson(tools: dict[str, ModuleType]) -> None:
    low, high = tools["mutate"].interval(95, 100)
    assert (round(low, 3), round(high, 3)) == (0.888, 0.978)


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("figures/overview.py", "tests/figures/test_overview.py"),
        ("figures/spoken.py", "tests/figures"),
        ("model/schema/table.py", "tests/model/test_schema.py"),
    ],
)
def test_a_module_is_mirrored_by_its_tests_or_by_what_stands_nearest(
    tools: dict[str, ModuleType], module: str, tests: str
) -> None:
    assert tools["statement_map"].mirror_of(ROOT / "src" / "dashboard" / module) == tests
