"""Locals and parameters are nouns of the field, as CONTRIBUTING asks."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEVER = {"own", "one", "told", "asked", "kept", "noted", "it"}


def names_of(path: Path) -> set[str]:
    """The names that a module binds or reads, and the parameters of its functions."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {node.arg for node in nodes if isinstance(node, ast.arg)}


def test_no_name_is_a_word_that_says_nothing() -> None:
    modules = [*(ROOT / "src").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]
    found = {str(path.relative_to(ROOT)): names_of(path) & NEVER for path in modules}
    assert {path: names for path, names in found.items() if names} == {}
