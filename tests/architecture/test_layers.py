"""The house as it is written down: imports run one way, Streamlit and files stay in their rooms, modules stay
small and well named.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "dashboard"

# Who may import whom, by folder. A folder without a row fails: write the row when you build the room.
ARROWS: dict[str, set[str]] = {
    "app.py": {"ui", "site"},
    "pages": {"ui", "figures"},
    "desk.py": {"ui"},
    "__main__.py": {"commands", "data", "figures", "exports", "queries", "model"},
    "commands": {"site", "desk", "figures", "exports", "queries", "data", "model"},
    "__init__.py": set(),
    "desk": {"queries", "data", "model"},
    "ui": {"desk", "figures", "views", "exports", "queries", "data", "model"},
    "site": {"figures", "views", "exports", "queries", "data", "model"},
    "figures": {"views", "exports", "queries", "data", "model"},
    "views": {"model"},
    "exports": {"model"},
    "queries": {"model"},
    "data": {"model"},
    "model": set(),
}
STREAMLIT = {"app.py", "desk.py", "pages", "ui"}
MODEL_MAY_USE = {*sys.stdlib_module_names, "edtf"}
# Spelling is compared and the agreement of readers measured by libraries of their own.
QUERIES_MAY_USE = {*sys.stdlib_module_names, "pandas", "numpy", "rapidfuzz", "krippendorff"}
OPENS_FILES = {"data", "commands", "__main__.py"}
OPENS_FOR_A_REASON = {
    "ui/door/front_page.py": "reads Streamlit's own first page, once, to put our words into it",
    "exports/proof/bundle.py": "puts the script of the bundle, which stands beside it, into the bundle",
    "exports/proof/check.py": "is the script of the bundle, which reads the tables beside it",
    "exports/picture.py": "opens a picture that it has drawn itself, in memory",
    "site/style.py": "reads the edition's own style sheet and search, which stand beside it",
}
OPENING = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "read_csv",
    "read_json",
    "read_excel",
    "read_parquet",
    "urlopen",
    "fdopen",
}
# What a page may ask of Streamlit itself: to arrange and to ask, never to draw.
ASKING = {
    "columns",
    "container",
    "tabs",
    "segmented_control",
    "selectbox",
    "radio",
    "toggle",
    "pills",
    "stop",
}
NAMELESS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "base",
    "manager",
    "misc",
    "tools",
    "shared",
}
LONGEST_MODULE, LONGEST_PAGE, LONGEST_APP = 300, 60, 25
# Over 300 lines needs a reason.
LONG_FOR_A_REASON: dict[str, str] = {}

MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
SCRIPTS = [ROOT / "app.py", ROOT / "desk.py", *PAGES]


def folder_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE) if path.is_relative_to(PACKAGE) else path.relative_to(ROOT)
    return inside.parts[0]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports_of(path: Path) -> Iterator[str]:
    """Every imported module in full; a relative import is written out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level:
                above = path.relative_to(PACKAGE.parent).with_suffix("").parts[: -node.level]
                module = ".".join((*above, module)).rstrip(".")
            yield module if module != "dashboard" else "dashboard"
            yield from (f"{module}.{alias.name}" for alias in node.names if module == "dashboard")


def rooms_of(path: Path) -> set[str]:
    """The folders of ours that a file imports from."""
    ours = {name.split(".")[1] for name in imports_of(path) if name.startswith("dashboard.")}
    return ours - {folder_of(path), folder_of(path).removesuffix(".py"), "__version__"}


def libraries_of(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports_of(path)} - {"dashboard", "__future__"}


@pytest.mark.parametrize("path", [*SCRIPTS, *MODULES], ids=named)
def test_imports_run_one_way(path: Path) -> None:
    room = folder_of(path)
    assert room in ARROWS, f"{room} has no row in the table of arrows: say what it may import"
    assert rooms_of(path) <= ARROWS[room], (
        f"{named(path)} may import {sorted(ARROWS[room]) or 'nothing of ours'} only"
    )


@pytest.mark.parametrize("path", [*SCRIPTS, *MODULES], ids=named)
def test_streamlit_stands_in_the_pages_and_in_ui_only(path: Path) -> None:
    assert "streamlit" not in libraries_of(path) or folder_of(path) in STREAMLIT


@pytest.mark.parametrize("path", [path for path in MODULES if folder_of(path) == "model"], ids=named)
def test_the_model_knows_neither_frames_nor_files(path: Path) -> None:
    assert libraries_of(path) <= MODEL_MAY_USE


@pytest.mark.parametrize("path", [path for path in MODULES if folder_of(path) == "queries"], ids=named)
def test_queries_are_pure_pandas(path: Path) -> None:
    assert libraries_of(path) <= QUERIES_MAY_USE


@pytest.mark.parametrize(
    "path", [path for path in [*SCRIPTS, *MODULES] if folder_of(path) not in OPENS_FILES], ids=named
)
def test_only_the_data_layer_opens_files(path: Path) -> None:
    if named(path).removeprefix("src/dashboard/") in OPENS_FOR_A_REASON:
        return
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    opened = [ast.unparse(call)[:80] for call in calls if _name_of(call.func) in OPENING]
    assert not opened, f"{named(path)} opens a file: {opened}"


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_is_a_short_script_without_logic_of_its_own(path: Path) -> None:
    text = path.read_text("utf-8")
    nodes = list(ast.walk(ast.parse(text)))
    assert len(text.splitlines()) <= LONGEST_PAGE
    assert not [
        node
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda)
    ]


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_never_draws_with_streamlit_itself(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name == "streamlit"
    }
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names
    }
    assert used <= ASKING, "a page shows figures by page.show, which draws them with their sources"
    assert not [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("streamlit")
    ]


def test_every_page_of_the_menu_has_its_script_and_every_script_its_entry() -> None:
    from dashboard.figures.pages import PAGES as menu

    assert {page.name for page in menu} == {path.stem for path in PAGES}


def test_the_app_is_a_frame_and_nothing_more() -> None:
    assert len((ROOT / "app.py").read_text("utf-8").splitlines()) <= LONGEST_APP


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_small_or_says_why_not(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGEST_MODULE or str(path.relative_to(PACKAGE)) in LONG_FOR_A_REASON


@pytest.mark.parametrize("path", [*SCRIPTS, *MODULES], ids=named)
def test_a_module_opens_with_a_sentence_on_what_it_knows(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    assert said.split("\n\n")[0].rstrip().endswith((".", "?")), f"{named(path)} opens with no sentence"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_named_for_what_it_knows(path: Path) -> None:
    parts = {part.removesuffix(".py").strip("_") for part in path.relative_to(PACKAGE).parts}
    assert not parts & NAMELESS


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_every_public_function_and_class_says_what_its_name_does_not(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []
