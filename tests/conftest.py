"""What every test may ask for: the real tables, the documents' texts where they are at hand, and a small
made-up Atlas to damage.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from dashboard.__main__ import main
from dashboard.data.atlas import Atlas, read_atlas

ROOT = Path(__file__).resolve().parents[1]
SMALL = Path(__file__).parent / "small"
ANOTHER = Path(__file__).parent / "another"
# Nothing is timed in a test, and a run tries the same examples as the one before it.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of app.py."""
    return ROOT


@pytest.fixture(scope="session")
def module_at() -> Callable[[Path], ModuleType]:
    """A script as a module by its file, for folders that are no package."""

    def module(path: Path) -> ModuleType:
        sys.path.insert(0, str(path.parent))
        try:
            spec = importlib.util.spec_from_file_location(path.stem, path)
            assert spec is not None
            assert spec.loader is not None
            found = sys.modules[path.stem] = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(found)
            return found
        finally:
            sys.path.remove(str(path.parent))

    return module


@pytest.fixture(scope="session")
def approval(module_at: Callable[[Path], ModuleType]) -> ModuleType:
    """`spelled`, which says a value in lines, and `approve`, which holds lines against a file."""
    return module_at(Path(__file__).parent / "approval.py")


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the real tables."""
    return ROOT / "data"


@pytest.fixture(scope="session")
def atlas(data: Path) -> Atlas:
    """The real Atlas, read once."""
    return read_atlas(data)


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of the documents' texts, which are other people's and no part of the project."""
    folder = Path(os.environ.get("ATLAS_TEXTS") or ROOT.parent / "shared" / "sources")
    if not list(folder.glob("*.txt")):
        pytest.skip(f"needs the texts of the documents: {folder} has none (name their folder in ATLAS_TEXTS)")
    return folder


@pytest.fixture(scope="session")
def statistics() -> Path:
    """The folder of the statistics from which the series were taken; not part of the project either."""
    folder = Path(os.environ.get("ATLAS_STATISTICS") or ROOT.parent / "shared" / "stats")
    if not list(folder.glob("*.csv")):
        pytest.skip(
            f"needs the source files of the series: {folder} has none (name their folder in ATLAS_STATISTICS)"
        )
    return folder


@pytest.fixture(scope="session")
def proved_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small Atlas of tests/small with the fingerprints of its two invented texts; not to be changed."""
    folder = tmp_path_factory.mktemp("atlas") / "small"
    shutil.copytree(SMALL, folder)
    assert main(["--data", str(folder), "check", "--documents", str(folder / "texts")]) == 0
    return folder


@pytest.fixture(scope="session")
def another(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented Atlas of two other countries, with the fingerprints of its texts; not to be changed."""
    folder = tmp_path_factory.mktemp("atlas") / "another"
    shutil.copytree(ANOTHER, folder)
    topics = (SMALL / "vote_topics.csv").read_text("utf-8").splitlines()[0]
    (folder / "vote_topics.csv").write_text(f"{topics}\n", "utf-8")
    assert main(["--data", str(folder), "check", "--documents", str(folder / "texts")]) == 0
    return folder


@pytest.fixture
def small(proved_small: Path, tmp_path: Path) -> Path:
    """A copy of the small Atlas for one test to damage."""
    return Path(shutil.copytree(proved_small, tmp_path / "small"))


@pytest.fixture(scope="session")
def small_atlas(proved_small: Path) -> Atlas:
    """The small Atlas as frames."""
    return read_atlas(proved_small)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser of the system, or the one that CHROMIUM names."""
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    if not Path(path).is_file():
        pytest.skip(
            f"browser tests need Chromium, and {path} is not there: on Debian `apt-get install "
            "chromium`, elsewhere name it in CHROMIUM"
        )
    return path


@pytest.fixture(scope="session")
def _playwright(chromium_path: str) -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(_playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    """Chromium without a window and without WebGL, as on a locked-down machine: no map is drawn, all else
    works, and it is quick.
    """
    started = _playwright.chromium.launch(
        executable_path=chromium_path, args=[*CHROMIUM, "--disable-software-rasterizer"]
    )
    yield started
    started.close()


@pytest.fixture(scope="session")
def map_browser(_playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    """Chromium that draws maps, by its processor alone: seconds for the first picture of each."""
    started = _playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM)
    yield started
    started.close()


def pytest_itemcollected(item: pytest.Item) -> None:
    """A test that asks for the texts or for a browser is marked so, and cannot forget it."""
    names = set(getattr(item, "fixturenames", ()))
    if {"texts", "statistics"} & names:
        item.add_marker("documents")
    if "chromium_path" in names:
        item.add_marker("browser")


# What starts browsers or servers, or draws every figure of the real tables, takes longest. It begins first,
# so that files of a second are left for the end and no worker waits for another.
LONGEST = ("browser", "figures", "pages", "deploy", "exports", "tables", "ui")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The folders that take longest stand first; within each the order stays."""
    places = {folder: place for place, folder in enumerate(LONGEST)}
    folders = {item: item.path.relative_to(Path(__file__).parent).parts[0] for item in items}
    items.sort(key=lambda item: places.get(folders[item], len(places)))
