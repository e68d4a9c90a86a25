"""The commands of the documents and the steps of the Dockerfile are all run by CI, or named as what is not at
hand there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script(module_at: Callable[[Path], ModuleType]) -> ModuleType:
    return module_at(ROOT / ".ci" / "commands.py")


def test_ci_runs_the_commands_of_every_document_that_has_some(script: ModuleType) -> None:
    assert ".ci/commands.py" in (ROOT / ".ci" / "run").read_text("utf-8")
    with_commands = {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("*.md") if "```sh" in path.read_text("utf-8")
    }
    with_commands |= {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("[!.]*/*.md")
        if "```sh" in path.read_text("utf-8")
    }
    assert with_commands <= set(script.DOCUMENTS)


def test_what_a_person_is_asked_to_run_is_run_whole(script: ModuleType) -> None:
    commands = list(script.commands())
    assert any(command.endswith(".venv/bin/streamlit run app.py") for command in commands)
    assert any("-r deploy/requirements.txt -c constraints.txt" in command for command in commands)
    assert any("--require-hashes -r deploy/lock.txt" in command for command in commands)
    assert any("streamlit run deploy/server.py" in command for command in commands)
    assert not any("#" in command for command in commands)


def test_a_command_that_fails_fails_the_step(script: ModuleType, tmp_path: Path) -> None:
    assert script._run("true", tmp_path)
    assert not script._run("false | true", tmp_path)
    assert script._run("docker build .", tmp_path), "left out, and said so"


def test_the_newest_versions_are_tried_weekly_without_constraints_on_every_python_that_is_promised() -> None:
    job = yaml.safe_load((ROOT / ".github" / "workflows" / "newest.yml").read_text("utf-8"))
    assert job[True]["schedule"], "YAML reads `on` as true"
    steps = [step.get("run", "") for step in job["jobs"]["newest"]["steps"]]
    assert any("pip install" in step and "-c" not in step.split() for step in steps)
    assert "3.11" in job["jobs"]["newest"]["strategy"]["matrix"]["python"]
