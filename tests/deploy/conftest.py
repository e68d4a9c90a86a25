"""Servers as a host runs them: what stands in deploy/, started as its README says, and a reader without a
browser.
"""

from __future__ import annotations

import os
import resource
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
# As few as a small host allows: a server that leaks a file with each visit ends.
OPEN_FILES = 256


@pytest.fixture(scope="session")
def reader(module_at: Callable[[Path], ModuleType]) -> type:
    """A reader over the websocket protocol, as the benchmarks use it."""
    return module_at(ROOT / "benchmarks" / "reader.py").Reader


@pytest.fixture(scope="session")
def module_of(module_at: Callable[[Path], ModuleType]) -> Callable[[str], ModuleType]:
    """A script of deploy/ as a module, by its name."""
    return lambda name: module_at(ROOT / "deploy" / f"{name}.py")


@pytest.fixture(scope="session")
def up(module_of: Callable[[str], ModuleType]) -> ModuleType:
    """deploy/up.py as a module."""
    return module_of("up")


@pytest.fixture(scope="session")
def port_of_its_own() -> Callable[[], int]:
    """Finds a port that nobody listens on just now."""
    return free_port


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], path: str = "/_stcore/health") -> None:
    for _ in range(600):
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {port}")


@contextmanager
def running(
    command: list[str],
    port: int,
    environment: dict[str, str] | None = None,
    limit: Callable[[], None] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=limit,
    )
    try:
        wait_for(port, process)
        yield process
    finally:
        process.terminate()
        process.wait(15)


def streamlit(script: str, port: int) -> list[str]:
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        script,
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]


@pytest.fixture(scope="session")
def hosted() -> Iterator[int]:
    """The port of deploy/server.py on a machine that lets it write nothing: no home, and not one byte into
    any file.
    """
    port = free_port()
    environment = {"HOME": "/proc/nowhere", "TMPDIR": "/proc/nowhere", "PYTHONDONTWRITEBYTECODE": "1"}
    with running(
        streamlit("deploy/server.py", port),
        port,
        environment,
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    ):
        yield port


@pytest.fixture(scope="session")
def start() -> Callable[..., AbstractContextManager[subprocess.Popen[bytes]]]:
    """Starts a plain server of these tables with few open files allowed; what stands in `first` is imported
    before anything else.
    """

    def started(
        port: int, tables: Path, environment: dict[str, str], first: Path
    ) -> AbstractContextManager[subprocess.Popen[bytes]]:
        path = os.pathsep.join((str(first), str(ROOT / "src")))
        return running(
            streamlit("app.py", port),
            port,
            {"ATLAS_DATA": str(tables), "PYTHONPATH": path, **environment},
            lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES)),
        )

    return started


@pytest.fixture(scope="session")
def nginx() -> str:
    """The nginx of the system."""
    found = shutil.which("nginx")
    if not found:
        pytest.skip("the test of several servers needs nginx: on Debian `apt-get install nginx-light`")
    return found
