"""What the Atlas takes from Streamlit's insides is still there in the version that is installed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette import starlette_routes

from dashboard.ui import streamlit_internals as internals

ROOT = Path(__file__).resolve().parents[2]
INTERNALS = Path(internals.__file__)
WRITTEN = [path for path in (ROOT / "src").rglob("*") if path.suffix in {".py", ".css"} and path != INTERNALS]
# Modules of Streamlit that it documents.
DOCUMENTED = {"streamlit", "streamlit.testing.v1"}


@pytest.fixture(scope="module")
def bundle() -> str:
    """The scripts that Streamlit sends to a browser."""
    return "".join(path.read_text("utf-8") for path in (internals.STATIC / "static" / "js").glob("*.js"))


def found(pattern: str) -> set[str]:
    return {name for path in WRITTEN for name in re.findall(pattern, path.read_text("utf-8"))}


def test_every_element_that_styles_and_scripts_select_is_named_here() -> None:
    assert found(r'data-testid="(\w+)"') == internals.TEST_IDS
    assert found(r"\.(st[A-Z]\w+)") == internals.CLASSES


def test_streamlit_still_draws_them(bundle: str) -> None:
    assert {name for name in internals.TEST_IDS | internals.CLASSES if name not in bundle} == set()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


def test_nothing_else_imports_a_module_that_streamlit_does_not_document() -> None:
    modules = {(path.name, name) for path in WRITTEN if path.suffix == ".py" for name in imported(path)}
    inside = {(file, name) for file, name in modules if name.split(".")[0] == "streamlit"}
    assert {(file, name) for file, name in inside if name not in DOCUMENTED} == set()


def test_no_run_is_under_way_where_a_server_asks() -> None:
    assert not internals.in_a_run()


def test_a_written_deck_reaches_the_browser_as_it_was_written() -> None:
    def script() -> None:
        import streamlit as st

        from dashboard.ui.streamlit_internals import WrittenDeck, in_a_run

        st.pydeck_chart(WrittenDeck('{"layers": [], "zoom": 3}'))
        st.write(f"in a run: {in_a_run()}")

    app = AppTest.from_function(script).run()
    (deck,) = app.get("deck_gl_json_chart")
    assert deck.proto.json == '{"layers": [], "zoom": 3}'
    assert "{about}" in deck.proto.tooltip
    assert app.markdown[0].value == "in a run: True"


def test_the_first_page_and_the_paths_that_streamlit_serves_are_where_they_were() -> None:
    assert (internals.STATIC / "index.html").is_file()
    served = Path(starlette_routes.__file__).read_text("utf-8")
    assert internals.HEALTH.removeprefix("/") in served
    routes = {name: route for name, route in vars(starlette_routes).items() if name.startswith("BASE_ROUTE_")}
    # What stands in the folder of Streamlit's files is looked up there.
    assert {route.split("/")[0] for route in routes.values()} - {"static"} == internals.RESERVED_PATHS
    below = set(re.findall(r"\{BASE_ROUTE_CORE\}/([\w-]+)", served))
    assert below | {"stream", "agent"} == internals.CORE_PATHS
