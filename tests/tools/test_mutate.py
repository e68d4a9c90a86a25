"""Changes are drawn evenly, only those that change what the code does, each with the tests that mirror it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    pytest.importorskip("cosmic_ray")
    spec = importlib.util.spec_from_file_location("mutate", ROOT / "tools" / "mutate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutate"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["mutate"]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "module.py"
    path.write_text("def grown(size: int | None) -> bool:\n    return size + 1 > 2\n", "utf-8")
    return path


def test_no_change_is_one_of_annotations_alone(tool: ModuleType, written: Path) -> None:
    changes = [change.code for change in tool._drawn([written], None)]
    assert changes
    assert all("int | None) -> bool" in code for code in changes)
    assert any("size + 1 >= 2" in code for code in changes)
    assert any("size - 1 > 2" in code for code in changes)


def test_a_seed_draws_the_same_changes_again_and_a_smaller_draw_begins_a_larger(
    tool: ModuleType, written: Path
) -> None:
    whole = [change.code for change in tool._drawn([written], None)]
    drawn = [change.code for change in tool._drawn([written], 7)]
    assert drawn != whole
    assert sorted(drawn) == sorted(whole)
    assert [change.code for change in islice(tool._drawn([written], 7), 3)] == drawn[:3]


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("figures/overview.py", "tests/figures/test_overview.py"),
        ("figures/family.py", "tests/figures"),
        ("model/schema/table.py", "tests/model/test_schema.py"),
    ],
)
def test_a_module_is_tested_by_what_mirrors_it_or_stands_nearest(
    tool: ModuleType, module: str, tests: str
) -> None:
    change = tool.Change(ROOT / "src" / "dashboard" / module, "any", 0, "")
    assert change.tests == [str(ROOT / tests)]
