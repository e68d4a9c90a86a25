#!/usr/bin/env python3
"""Several servers of the Atlas behind nginx, with one command: starts them, says where they are, and ends
them all when it is ended.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from string import Template
from types import FrameType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MIME_TYPES = "/etc/nginx/mime.types"
PR_SET_PDEATHSIG = 1
MOST_CONNECTIONS = 1024

Process = subprocess.Popen[bytes]


def main(arguments: Sequence[str] | None = None) -> int:
    """Start everything and wait; returns 1 if nginx is missing or something does not start."""
    options = _parser().parse_args(arguments)
    ports = options.replica_ports or [free_port() for _ in range(options.replicas)]
    with tempfile.TemporaryDirectory(prefix="atlas-") as folder:
        os.chmod(folder, 0o711)  # started by root, nginx works as nobody
        servers = options.servers or [f"127.0.0.1:{port}" for port in ports]
        work = Path(options.folder or folder)
        connections = MOST_CONNECTIONS
        if not options.servers:  # nginx here may open as many files as this command
            connections = min(connections, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 32)
        text = configuration(work, options.port, servers, options.mime_types, options.behind, connections)
        if options.print:
            print(text)
            return 0
        if not shutil.which(options.nginx):
            print(f"{options.nginx} is not here; on Debian: apt-get install nginx-light", file=sys.stderr)
            return 1
        (Path(folder) / "nginx.conf").write_text(text, "utf-8")
        return _run(Path(folder), options, ports)


def configuration(
    folder: Path,
    port: int,
    servers: Sequence[str],
    mime_types: str = MIME_TYPES,
    behind: Sequence[str] = (),
    connections: int = MOST_CONNECTIONS,
) -> str:
    """nginx.conf for these servers, behind proxies of these addresses; everything that nginx writes goes to
    `folder`.
    """
    replicas = [f"server {server} max_fails=1 fail_timeout=5s;" for server in servers]
    trusted = [f"set_real_ip_from {address};" for address in behind]
    if trusted:
        trusted += ["real_ip_header X-Forwarded-For;", "real_ip_recursive on;"]
    return _Template((HERE / "nginx.conf").read_text("utf-8")).substitute(
        folder=folder,
        port=port,
        mime_types=mime_types,
        replicas="\n        ".join(replicas),
        trusted="\n    ".join(trusted),
        connections=connections,
    )


class _Template(Template):
    """Only ${name} is filled in: nginx's own variables are $name."""

    pattern = r"\$(?:(?P<escaped>\$)|\{(?P<braced>[a-z_]+)\}|(?P<named>(?!))|(?P<invalid>(?!)))"


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _run(folder: Path, options: argparse.Namespace, ports: Sequence[int]) -> int:
    signal.signal(signal.SIGTERM, _interrupt)
    servers: dict[int, Process] = {}
    proxy: Process | None = None
    try:
        for port in ports:
            servers[port] = _started(port)
        command = [
            options.nginx,
            "-p",
            str(folder),
            "-c",
            str(folder / "nginx.conf"),
            "-e",
            str(folder / "error.log"),
        ]
        proxy = subprocess.Popen(command, preexec_fn=_end_with_the_starter)
        for port in (*ports, options.port):
            _wait(port, [*servers.values(), proxy])
        print(f"the Atlas is at http://localhost:{options.port}", flush=True)
        print(_watch(servers, proxy, folder / "error.log"), file=sys.stderr)
        return 1
    except _NotStarted as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        _end([process for process in (proxy, *servers.values()) if process])


def _watch(servers: dict[int, Process], proxy: Process, log: Path) -> str:
    """Start a server anew that ended; returns why it is over: nginx ended, or all servers did."""
    while True:
        time.sleep(0.5)
        if proxy.poll() is not None:
            return f"nginx ended with {proxy.returncode}: {log.read_text('utf-8')}"
        ended = {port: process for port, process in servers.items() if process.poll() is not None}
        if len(ended) == len(servers):
            return (
                "all servers ended: "
                f"{', '.join(f'{port} with {process.returncode}' for port, process in ended.items())}"
            )
        for port, process in ended.items():
            print(f"server {port} ended with {process.returncode} and is started anew", flush=True)
            servers[port] = _started(port)


def _started(port: int) -> Process:
    address = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", "deploy/server.py", *address]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, preexec_fn=_end_with_the_starter)
    print(f"server {port} has process {process.pid}", flush=True)
    return process


def _end_with_the_starter() -> None:
    """Have Linux end this process when the one that started it ends, however that happens."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _end(running: Sequence[Process]) -> None:
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


class _NotStarted(Exception):
    """Something ended before it answered, or never answered."""


def _wait(port: int, running: Sequence[Process]) -> None:
    """Until a port answers, five minutes at most: a machine with much to do is slow to start a server."""
    for _ in range(3000):
        if any(process.poll() is not None for process in running):
            raise _NotStarted("something ended before it answered; its own words stand above")
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
            return
        time.sleep(0.1)
    raise _NotStarted(f"nobody answers at port {port}, or says that its tables have faults")


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python deploy/up.py", description=__doc__)
    parser.add_argument("--port", type=int, default=8080, help="where readers come (8080)")
    parser.add_argument("--replicas", type=int, default=2, help="how many servers (2), on free ports")
    parser.add_argument(
        "--replica-ports", type=int, nargs="+", help="the servers' ports, instead of free ones"
    )
    parser.add_argument("--nginx", default="nginx", help="the nginx to run")
    parser.add_argument("--mime-types", default=MIME_TYPES, help="nginx's file of types")
    parser.add_argument(
        "--behind",
        nargs="*",
        default=[],
        help="addresses of proxies in front, whose X-Forwarded-For is taken",
    )
    parser.add_argument("--servers", nargs="*", help="host:port of servers elsewhere, for --print")
    parser.add_argument("--folder", help="where nginx writes, for --print")
    parser.add_argument("--print", action="store_true", help="only print the configuration of nginx")
    return parser


if __name__ == "__main__":
    sys.exit(main())
