"""The image holds exact packages with their hashes, all of which may be shipped."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "deploy" / "lock.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def licences(module_of: Callable[[str], ModuleType]) -> ModuleType:
    return module_of("licences")


def locked(text: str) -> dict[str, str]:
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE))


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_of_the_image_has_a_hash_and_the_version_of_the_constraints() -> None:
    constraints = {
        plain(name): version
        for name, version in locked((ROOT / "constraints.txt").read_text("utf-8")).items()
    }
    packages = locked(LOCK)
    assert packages
    assert {
        name: version for name, version in packages.items() if constraints.get(plain(name)) != version
    } == {}
    parts = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert [part.split("==")[0] for part in parts if "--hash=sha256:" not in part] == []


def test_the_image_holds_everything_that_the_project_declares() -> None:
    declared = re.findall(
        r'^    "([A-Za-z0-9_-]+)>=', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE
    )
    assert "streamlit" in declared
    assert {plain(name) for name in declared} <= {plain(name) for name in locked(LOCK)}


def test_the_image_installs_the_lock_and_nothing_else() -> None:
    dockerfile = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")
    assert re.findall(r"pip install (.*)", dockerfile) == [
        "--no-cache-dir --require-hashes -r deploy/lock.txt"
    ]


def test_all_of_them_may_be_shipped(licences: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert licences.main() == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        ("MIT", True),
        ("BSD-3-Clause", True),
        ("LGPL-2.1-only", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND AGPL-3.0", False),
        ("says nothing", False),
    ],
)
def test_terms_that_bind_the_whole_or_say_nothing_are_refused(
    licences: ModuleType, said: str, allowed: bool
) -> None:
    assert licences.may_be_shipped(said) is allowed


def test_a_licence_is_read_from_the_expression_or_the_classifiers(licences: ModuleType) -> None:
    package = Message()
    assert licences.licence_of(package) == "says nothing"
    package["Classifier"] = "License :: OSI Approved :: MIT License"
    assert licences.licence_of(package) == "MIT License"
    package["License-Expression"] = "Apache-2.0"
    assert licences.licence_of(package) == "Apache-2.0"
