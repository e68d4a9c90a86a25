"""Change one module in every way that a slip could, run its tests on each change, and list the changes that
no test noticed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("src", "tests", "data", "pages", "static", ".streamlit", "app.py", "pyproject.toml", "README.md")
CONFIG = """\
[cosmic-ray]
module-path = "{module}"
timeout = {timeout}
excluded-modules = []
test-command = "{python} -m pytest -n 0 -q -x -p no:cacheprovider {tests}"

[cosmic-ray.distributor]
name = "local"
"""


def main() -> int:
    """Mutate a copy of the project, so that an interrupted run leaves nothing changed; 1 if a change
    survived.
    """
    options = _parser().parse_args()
    tests = options.tests or [_mirror(options.module)]
    with tempfile.TemporaryDirectory() as folder:
        _copy(Path(folder))
        config = CONFIG.format(
            module=options.module, timeout=options.timeout, python=sys.executable, tests=" ".join(tests)
        )
        (Path(folder) / "mutate.toml").write_text(config, "utf-8")
        for command in (["init", "mutate.toml", "mutate.sqlite"], ["exec", "mutate.toml", "mutate.sqlite"]):
            _run(["cosmic-ray", *command], folder)
        report = _run(["cr-report", "--show-diff", "--surviving-only", "mutate.sqlite"], folder)
    print(report)
    return 0 if "SURVIVED" not in report else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module", help="such as src/dashboard/figures/overview.py")
    parser.add_argument(
        "tests", nargs="*", help="the tests to run; those that mirror the module unless named"
    )
    parser.add_argument(
        "--timeout", type=float, default=60.0, help="seconds that one run of the tests may take (60)"
    )
    return parser


def _mirror(module: str) -> str:
    """The test module of a module: `src/dashboard/a/b.py` is tested in `tests/a/test_b.py`."""
    path = Path(module).relative_to("src/dashboard")
    return str(Path("tests") / path.with_name(f"test_{path.name}"))


def _copy(folder: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)


def _run(command: Sequence[str], folder: str) -> str:
    """Run a tool of the same environment in a folder; its output."""
    tool = Path(sys.executable).with_name(command[0])
    finished = subprocess.run(
        [str(tool), *command[1:]], cwd=folder, capture_output=True, text=True, check=False
    )
    if finished.returncode and not finished.stdout:
        raise SystemExit(finished.stderr)
    return finished.stdout


if __name__ == "__main__":
    sys.exit(main())
