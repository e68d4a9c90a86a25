#!/usr/bin/env python3
"""Several servers of the Atlas behind nginx, with one command: starts them, says where they are, and ends them all when it is ended."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from types import FrameType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MIME_TYPES = "/etc/nginx/mime.types"


def main(arguments: Sequence[str] | None = None) -> int:
    """Start everything and wait; returns 1 if nginx is missing or something does not start."""
    options = _parser().parse_args(arguments)
    ports = options.replica_ports or [free_port() for _ in range(options.replicas)]
    with tempfile.TemporaryDirectory(prefix="atlas-") as folder:
        os.chmod(folder, 0o711)  # started by root, nginx works as nobody
        text = configuration(Path(folder), options.port, ports, options.mime_types)
        if options.print:
            print(text)
            return 0
        if not shutil.which(options.nginx):
            print(f"{options.nginx} is not here; on Debian: apt-get install nginx-light", file=sys.stderr)
            return 1
        (Path(folder) / "nginx.conf").write_text(text, "utf-8")
        return _run(Path(folder), options, ports)


def configuration(folder: Path, port: int, replica_ports: Sequence[int], mime_types: str = MIME_TYPES) -> str:
    """nginx.conf for these ports; everything that nginx writes goes to `folder`."""
    return _Template((HERE / "nginx.conf").read_text("utf-8")).substitute(
        folder=folder,
        port=port,
        mime_types=mime_types,
        replicas="\n        ".join(f"server 127.0.0.1:{one} max_fails=1 fail_timeout=5s;" for one in replica_ports),
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
    running: list[subprocess.Popen[bytes]] = []
    try:
        for port in ports:
            running.append(_start_replica(port, os.environ))
            print(f"server {port} has process {running[-1].pid}", flush=True)
        running.append(subprocess.Popen([options.nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]))
        for port in (*ports, options.port):
            _wait(port, running)
        print(f"the Atlas is at http://localhost:{options.port}", flush=True)
        while running[-1].poll() is None:
            time.sleep(0.5)
        print((folder / "error.log").read_text("utf-8"), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for process in reversed(running):
            process.terminate()
        for process in running:
            process.wait(10)


def _start_replica(port: int, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "streamlit", "run", "deploy/server.py", "--server.port", str(port), "--server.address", "127.0.0.1"]
    return subprocess.Popen(command, cwd=ROOT, env=dict(environment), stdin=subprocess.DEVNULL)


def _wait(port: int, running: Sequence[subprocess.Popen[bytes]]) -> None:
    for _ in range(600):
        if any(process.poll() is not None for process in running):
            raise RuntimeError("something did not start")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"nobody answers at port {port}")


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python deploy/up.py", description=__doc__)
    parser.add_argument("--port", type=int, default=8080, help="where readers come (8080)")
    parser.add_argument("--replicas", type=int, default=2, help="how many servers (2), on free ports")
    parser.add_argument("--replica-ports", type=int, nargs="+", help="the servers' ports, instead of free ones")
    parser.add_argument("--nginx", default="nginx", help="the nginx to run")
    parser.add_argument("--mime-types", default=MIME_TYPES, help="nginx's file of types")
    parser.add_argument("--print", action="store_true", help="only print the configuration of nginx")
    return parser


if __name__ == "__main__":
    sys.exit(main())
