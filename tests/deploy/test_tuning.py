"""Each trick that makes the Atlas quick still works: a new Streamlit that ignores one must not do so
silently.
"""

from __future__ import annotations

import gc
import os
import re
import socket
import tomllib
from pathlib import Path

import pandas as pd
import pytest
import streamlit
from streamlit import config
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from dashboard.data.atlas import Atlas
from dashboard.figures.pages import BY_NAME
from dashboard.figures.question import Question
from dashboard.figures.spec import THEMES
from dashboard.model.figure import Chart, Figure
from dashboard.ui.data_store import read_tables
from dashboard.ui.streamlit_internals import send_at_once
from dashboard.views import lanes, strip

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def names(settings: dict[str, object], before: str = "") -> list[str]:
    found: list[str] = []
    for name, value in settings.items():
        found += names(value, f"{before}{name}.") if isinstance(value, dict) else [before + name]
    return found


def test_every_setting_is_one_that_streamlit_knows() -> None:
    assert [name for name in names(SETTINGS) if name not in config._config_options_template] == []


def test_the_settings_that_the_measurements_rest_on_are_set() -> None:
    assert SETTINGS["runner"]["postScriptGC"] is False
    assert SETTINGS["server"]["enableWebsocketCompression"] is True
    assert SETTINGS["server"]["fileWatcherType"] == "none"
    assert SETTINGS["server"]["disconnectedSessionTTL"] == 0
    assert SETTINGS["browser"]["gatherUsageStats"] is False
    assert "enableCORS" not in SETTINGS["server"]
    assert "enableXsrfProtection" not in SETTINGS["server"]


def test_streamlit_still_collects_after_a_run_only_where_the_setting_says_so() -> None:
    source = Path(script_runner.__file__).read_text("utf-8")
    assert re.search(r"runner\.postScriptGC.{0,80}gc\.collect", source, re.DOTALL)
    assert gc.isenabled()


def test_small_messages_leave_at_once() -> None:
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("TCP_NODELAY is set on Linux only")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        assert not listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        send_at_once.clear()
        send_at_once()
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_tuning_leaves_no_file_open() -> None:
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("TCP_NODELAY is set on Linux only")
    before = len(os.listdir("/proc/self/fd"))
    send_at_once.clear()
    send_at_once()
    assert len(os.listdir("/proc/self/fd")) == before


@pytest.fixture
def built(proved_small: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The id of every figure that is built for readers from now on, in order; the tables were read and tried
    before.
    """
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    read_tables()
    ids: list[str] = []
    answer = Question.answer

    def counted(question: Question) -> object:
        ids.append(question.spec.figure_id)
        return answer(question)

    monkeypatch.setattr(Question, "answer", counted)
    return ids


def test_a_figure_is_built_once_for_every_reader(
    built: list[str], proved_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    for _ in range(3):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params["years"] = ["1951", "2003"]
        app.run()
        assert not app.exception
    assert built
    assert sorted(built) == sorted(set(built))


def test_what_does_not_depend_on_the_themes_is_not_built_again_for_others(
    built: list[str], proved_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their HTML holds links that keep the reader's choice; it serves all choices all the same."""
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    links = []
    for theme in ("energy", "trade"):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).switch_page("pages/sources.py")
        app.query_params["theme"], app.query_params["years"] = [theme], ["1952", "2004"]
        app.run()
        links.append("".join(str(html.proto.body) for html in app.get("html")))
    by_themes = [spec.figure_id for spec in BY_NAME["sources"].figures if THEMES in spec.follows]
    assert by_themes
    assert sorted(built) == sorted([*set(built), *by_themes]), (
        "those alone that follow the themes are built for each"
    )
    for theme, text in zip(("energy", "trade"), links, strict=True):
        assert set(re.findall(r"record\?theme=(\w+)&amp;years=1952&amp;years=2004&amp;id=", text)) == {theme}


def test_charts_of_different_events_share_one_specification(small_atlas: Atlas) -> None:
    events = small_atlas["events"].assign(lane="energy")
    counts, years = pd.Series(dtype=int), (1947, 2026)
    shared = set()
    for own in (events, events.iloc[:2]):
        for figure in (
            lanes.lanes(own, counts, small_atlas["themes"], small_atlas["eras"], years, "light"),
            strip.strip(own, own, small_atlas["eras"], (1947, 2026), (1947, 2026), "light"),
        ):
            assert isinstance(figure, Figure)
            assert isinstance(figure.drawing, Chart)
            shared.add(id(figure.drawing.spec["layer"]))
    assert len(shared) == 2


def test_words_are_held_so_that_reading_them_row_by_row_is_quick(small_atlas: Atlas) -> None:
    kinds = {
        column.dtype.storage
        for frame in small_atlas.frames.values()
        for _, column in frame.items()
        if isinstance(column.dtype, pd.StringDtype)
    }
    assert kinds == {"python"}


def test_the_overview_needs_no_webgl(proved_small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert not app.get("deck_gl_json_chart")
    assert any("data:image/svg+xml" in str(html.proto.body) for html in app.get("html"))


def test_a_chart_is_sent_as_it_was_prepared(proved_small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit sends bytes as they are; frames it would convert on every run."""
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    converted: list[object] = []
    convert = streamlit.dataframe_util.convert_pandas_df_to_arrow_bytes
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    monkeypatch.setattr(
        streamlit.dataframe_util,
        "convert_pandas_df_to_arrow_bytes",
        lambda *rest: converted.append(rest) or convert(*rest),
    )
    app.run()
    assert app.get("vega_lite_chart")
    assert converted == []
