"""A Streamlit server under measurement: started on a free port, its CPU seconds and memory read from /proc,
stopped at the end.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
APPS = Path(__file__).parent / "apps"

# What a measurement must not depend on: the e-mail prompt and the telemetry, which would wait for a network.
QUIET = ("--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.address", "127.0.0.1")
# The two cures of the Atlas's own configuration that cost nothing to a floor; the third (TCP_NODELAY) stands
# in the script.
TUNED = ("--runner.postScriptGC", "false", "--server.fileWatcherType", "none")
# Seconds: a machine that has other work reads and checks the tables in more than one minute.
STARTING = 240.0


@dataclass(frozen=True)
class App:
    """What is served: a script, the folder whose .streamlit/config.toml holds, further options, further
    environment.
    """

    name: str
    script: Path
    folder: Path
    options: Sequence[str] = ()
    environment: tuple[tuple[str, str], ...] = ()


EMPTY = App("empty page, as it comes", APPS / "empty.py", APPS)
EMPTY_TUNED = App("empty page, tuned", APPS / "empty_tuned.py", APPS, TUNED)
TEMPLATE = App("GDP template's kind", APPS / "template.py", APPS)
ATLAS = App("Atlas", ROOT / "app.py", ROOT)
ATLAS_COMPRESSED = App("Atlas, deploy/server.py", ROOT / "deploy" / "server.py", ROOT)


@dataclass
class Server:
    """A running server."""

    app: App
    port: int
    process: subprocess.Popen[bytes]
    seconds_to_start: float = 0.0

    @property
    def address(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def cpu(self) -> float:
        """Seconds of CPU that the process has used, in steps of a hundredth."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Resident memory in MiB."""
        return (
            int(Path(f"/proc/{self.process.pid}/statm").read_text("ascii").split()[1])
            * os.sysconf("SC_PAGE_SIZE")
            / 2**20
        )

    def threads(self) -> int:
        """How many threads the process has."""
        return len(list(Path(f"/proc/{self.process.pid}/task").iterdir()))

    def files(self) -> int:
        """How many files, sockets and pipes it holds open."""
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))


@contextmanager
def serving(
    app: App, environment: Mapping[str, str] | None = None, log: IO[bytes] | None = None
) -> Iterator[Server]:
    """Start a server, wait until it is healthy, end it afterwards; what it says goes to `log`. Raises
    RuntimeError if it does not start.
    """
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(app.script),
        "--server.port",
        str(port),
        *QUIET,
        *app.options,
    ]
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=app.folder,
        env=os.environ | dict(app.environment) | dict(environment or {}),
        stdout=log or subprocess.DEVNULL,
        stderr=log or subprocess.DEVNULL,
    )
    server = Server(app, port, process)
    try:
        while not _is_healthy(server):
            if process.poll() is not None or time.perf_counter() - began > STARTING:
                raise RuntimeError(f"{app.name} did not start: {' '.join(command)}")
            time.sleep(0.01)
        server.seconds_to_start = time.perf_counter() - began
        yield server
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _is_healthy(server: Server) -> bool:
    try:
        with urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
