"""Each trick that makes the Atlas quick still works: a new Streamlit that ignores one must not do so silently."""

from __future__ import annotations

import gc
import os
import re
import socket
import tomllib
from pathlib import Path

import pytest
import streamlit
from streamlit import config
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from dashboard.ui import frame, page

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
        frame.tune.clear()
        frame.tune()
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_tuning_leaves_no_file_open() -> None:
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("TCP_NODELAY is set on Linux only")
    before = len(os.listdir("/proc/self/fd"))
    frame.tune.clear()
    frame.tune()
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_figure_is_prepared_once_for_every_reader(proved_small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    made: list[str] = []
    build = page.build

    def counted(figure_id: str, *rest: object) -> object:
        made.append(figure_id)
        return build(figure_id, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(page, "build", counted)
    for _ in range(3):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params["years"] = ["1951", "2003"]
        app.run()
        assert not app.exception
    assert sorted(made) == sorted(set(made))


def test_a_chart_is_sent_as_it_was_prepared(proved_small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit sends bytes as they are; frames it would convert on every run."""
    monkeypatch.setenv("ATLAS_DATA", str(proved_small))
    converted: list[object] = []
    convert = streamlit.dataframe_util.convert_pandas_df_to_arrow_bytes
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    monkeypatch.setattr(streamlit.dataframe_util, "convert_pandas_df_to_arrow_bytes", lambda *rest: converted.append(rest) or convert(*rest))
    app.run()
    assert app.get("vega_lite_chart")
    assert converted == []
