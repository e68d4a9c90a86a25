"""A server is healthy when it has faultless tables, and says what it refused."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from dashboard.figures.dataset import DatasetStore
from dashboard.model.fault import FaultyData
from dashboard.ui.data_store import read_tables
from dashboard.ui.door.health import Healthy, state


def broken(folder: Path) -> None:
    events = folder / "events.csv"
    events.write_text(events.read_text("utf-8").replace("2017,Visit", "soon,Visit"), "utf-8")


def test_nobody_is_healthy_before_the_tables_are_read(small: Path) -> None:
    assert state(DatasetStore(small)) == (503, "The tables are being read.")


def test_a_server_that_never_had_faultless_tables_is_not_healthy_and_says_why(small: Path) -> None:
    broken(small)
    tables = DatasetStore(small, poll_interval=0)
    with pytest.raises(FaultyData, match="not a date"):
        tables.current()
    status, words = state(tables)
    assert status == 503
    assert "not a date" in words
    assert "python -m dashboard check" in words


def test_a_refused_version_is_told_to_the_host_while_the_old_one_is_served(small: Path) -> None:
    tables = DatasetStore(small, poll_interval=0)
    tables.current()
    assert state(tables) == (200, "ok")
    broken(small)
    status, words = state(tables)
    assert status == 200
    assert "refused. Faults: 1. " in words


def answered(headers: list[tuple[bytes, bytes]]) -> str:
    """What answers the question for health: "streamlit", or the words of the door."""
    said: list[str] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        said.append("streamlit")

    async def send(message: Message) -> None:
        said.append(message.get("body", b"").decode())

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "GET", "path": "/_stcore/health", "headers": headers}
    with ThreadPoolExecutor(1) as thread:  # a browser's loop may be running in this one
        thread.submit(asyncio.run, Healthy(streamlit)(scope, receive, send)).result(60)
    return said[-1]


def test_a_browser_may_connect_so_that_its_reader_sees_the_report_of_faults(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(small)
    monkeypatch.setenv("ATLAS_DATA", str(small))
    read_tables()
    assert answered([(b"sec-fetch-mode", b"cors")]) == "streamlit"
    assert answered([(b"referer", b"http://atlas.example/timeline")]) == "streamlit"
    assert "no faultless tables" in answered([(b"user-agent", b"kube-probe/1.31")])
