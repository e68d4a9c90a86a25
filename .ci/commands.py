"""Run every command of the documents in a fresh copy and a fresh environment, and every step of the
Dockerfile that needs no Docker.

What a document asks a person to run stands in its blocks of `sh`. A command of another kind (Docker, a
cluster, the system's packages) is named and left out, and so is the command of the tests, which `.ci/run`
itself runs. Fails at the first command that does.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "deploy/README.md", "docs/performance.md")
# What is not at hand here, what `.ci/run` runs itself, and half an hour of measuring.
ELSEWHERE = ("docker ", "kubectl ", "apt-get ", "../shared/")
WHOLE = (".venv/bin/pytest", ".venv/bin/python -m benchmarks")
# The same commands with less to do.
SHORTER = {
    "&& .venv/bin/pytest": "&& .venv/bin/pytest --version",
    "verify FILE": "verify LICENSE",
    "benchmarks reruns --runs 40": "benchmarks reruns --runs 2 --pages overview trade --print",
    "tools/mutate.py map": "tools/mutate.py --help",
    "tools/mutate.py try --sample 250 --seed 1": "tools/mutate.py --help",
    "tools/mutate.py try src/dashboard/figures/overview.py": "tools/mutate.py --help",
    "benchmarks.generate FOLDER 100": "benchmarks.generate copies 2",
    " [--documents DIR]": "",
}
# An Atlas that nobody has filled yet: the check names what is needed and fails, and its server answers that
# it has no tables.
UNFILLED = "my-atlas"
SERVING = ("streamlit run", "deploy/up.py --port")
PATIENCE = 90


def main() -> int:
    """Run them all; returns 1 if one failed."""
    with tempfile.TemporaryDirectory(prefix="atlas-commands-") as folder:
        copy = Path(folder) / "atlas"
        subprocess.run(
            ["git", "worktree", "add", "--detach", "--force", str(copy), "HEAD"],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        try:
            return 0 if all(_run(command, copy) for command in commands()) else 1
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(copy)], cwd=ROOT, check=True)


def commands() -> Iterator[str]:
    """Every command of the documents in their order, then the image's own steps."""
    for document in DOCUMENTS:
        for block in re.findall(
            r"^```sh\n(.*?)^```", (ROOT / document).read_text("utf-8"), re.DOTALL | re.MULTILINE
        ):
            lines = [line.split("  #")[0].strip() for line in block.splitlines()]
            yield from (_shortened(line) for line in lines if line)
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text("utf-8").replace("\\\n", "")
    yield "python3 -m venv image"
    for step in re.findall(r"^RUN (.*)$", dockerfile, re.MULTILINE):
        yield f"PATH=$PWD/image/bin:$PATH {step}"
    (serve,) = re.findall(r"^CMD \[(.*)\]$", dockerfile, re.MULTILINE)
    words = " ".join(re.findall(r'"([^"]+)"', serve))
    yield f"PATH=$PWD/image/bin:$PATH PYTHONPATH=$PWD/src {words}"


def _shortened(command: str) -> str:
    for whole, part in SHORTER.items():
        command = command.replace(whole, part)
    return command


def _run(command: str, folder: Path) -> bool:
    if command in WHOLE or any(word in command for word in ELSEWHERE):
        print(f"left out: {command}", flush=True)
        return True
    print(f"running:  {command}", flush=True)
    if any(word in command for word in SERVING):
        return _serves(command, folder)
    expected = 1 if f"--data {UNFILLED} check" in command else 0
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder).returncode == expected


def _serves(command: str, folder: Path) -> bool:
    """True if what was started answers as healthy, at a port that is free here."""
    port = _free_port()
    command = re.sub(r"--(server\.)?port \d+", "", command)
    option = "--port" if "up.py" in command else "--server.headless true --server.port"
    process = subprocess.Popen(
        ["bash", "-c", f"{command} {option} {port}"], cwd=folder, start_new_session=True
    )
    try:
        for _ in range(PATIENCE * 2):
            if process.poll() is not None:
                return False
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                    return bool(answer.status == 200)
            except urllib.error.HTTPError as answer:
                if answer.code == 503 and UNFILLED in command:
                    return True
                time.sleep(0.5)
            except OSError:
                time.sleep(0.5)
        return False
    finally:
        if process.poll() is None:
            os.killpg(process.pid, 15)
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
