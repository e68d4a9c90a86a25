"""The app as a reader's session runs it, without a browser, and its elements as a tree."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def opened() -> dict[object, AppTest]:
    """The pages that were opened so far, to be read by several tests; none of them changes a page."""
    return {}


@pytest.fixture
def open_page(opened: dict[object, AppTest]) -> Open:
    """Opens a page of app.py under a link, as the first thing that a session asks for: `open_page("timeline",
    theme=["energy"])`.
    """

    def run(page: str, **params: list[str]) -> AppTest:
        asked = (
            page,
            os.environ.get("ATLAS_DATA"),
            tuple((name, *values) for name, values in params.items()),
        )
        if asked not in opened:
            app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).switch_page(f"pages/{page}.py")
            for name, values in params.items():
                app.query_params[name] = values
            opened[asked] = app.run()
        return opened[asked]

    return run


@pytest.fixture
def elements() -> Callable[[object], Iterator[tuple[tuple[str, ...], object]]]:
    """Walks an app's tree: each element with the keys of the containers around it, outermost first."""

    def walk(block: object, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
        for child in getattr(block, "children", {}).values():
            yield keys, child
            yield from walk(child, (*keys, key_of(child)) if hasattr(child, "children") else keys)

    return walk


def key_of(block: object) -> str:
    """The key that a container was given, or an empty text."""
    identifier = str(getattr(getattr(block, "proto", None), "id", ""))
    return identifier.split("-", 2)[-1] if identifier.startswith("$$ID-") else ""
