"""What is promised to a reader of the documents is there, and what is there is promised."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.exports.reference import Edition, of_atlas
from dashboard.figures.pages import PAGES

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [
    ROOT / name
    for name in ("README.md", "CONTRIBUTING.md", "data/LICENCE.md", "data/README.md", "deploy/README.md")
    if (ROOT / name).is_file()
]


def command_under(heading: str) -> str:
    """The one line of shell in the first block under a heading."""
    found = re.search(rf"^## {heading}$.*?^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert found, f"README has no command under {heading}"
    (line,) = found[1].splitlines()
    return line


@pytest.mark.parametrize(
    ("heading", "last"), [("Run", ".venv/bin/streamlit run app.py"), ("Test", ".venv/bin/pytest")]
)
def test_one_line_installs_and_does_it(heading: str, last: str) -> None:
    steps = command_under(heading).split(" && ")
    assert steps[0] == "python3 -m venv .venv"
    assert steps[-1] == last
    for name in re.findall(r"-[rc] (\S+)", command_under(heading)):
        assert (ROOT / name).is_file()
    assert "-c constraints.txt" in command_under(heading)


def test_ci_runs_the_test_command_of_the_readme_and_no_other() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    script = re.search(r"awk '[^']+' README\.md", ci)
    assert script, "CI takes its command from README"
    taken = subprocess.run(
        ["bash", "-c", script[0]], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    assert taken == command_under("Test")
    assert "pytest" not in re.sub(r"#.*|PYTEST_ADDOPTS", "", ci)


def test_ci_can_be_run() -> None:
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_every_page_is_listed_with_its_question_and_in_the_order_of_the_menu() -> None:
    rows = [f"| [{page.title}](pages/{page.name}.py) | {page.question} |" for page in PAGES]
    assert re.findall(r"^\| \[.+\]\(pages/.+$", README, re.MULTILINE) == rows, "the table is:\n" + "\n".join(
        rows
    )


def test_every_script_opens_with_the_question_of_its_page() -> None:
    for page in PAGES:
        script = (ROOT / "pages" / f"{page.name}.py").read_text("utf-8")
        assert ast.get_docstring(ast.parse(script)) == page.question


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_that_a_document_links_to_is_there(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_that_a_document_names_exists(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in set(re.findall(r"python -m dashboard (\w+)", document.read_text("utf-8"))):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0, command
    capsys.readouterr()


def test_the_licences_are_stated() -> None:
    assert "MIT License" in (ROOT / "LICENSE").read_text("utf-8")
    assert "CC BY 4.0" in (ROOT / "data" / "LICENCE.md").read_text("utf-8")
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license"] == "MIT"


def test_the_citation_is_of_the_version_that_is_there() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    version, released = (ROOT / "data" / "VERSION").read_text("utf-8").split()
    for field, value in {"version": version, "date-released": released}.items():
        assert re.search(rf'^{field}: "?{re.escape(value)}"?$', citation, re.MULTILINE), (
            f"{field} is not {value}"
        )
    for field in ("cff-version", "message", "title", "authors", "license"):
        assert re.search(rf"^{field}:", citation, re.MULTILINE), field
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == version


def test_the_citation_file_names_the_author_that_each_citation_names() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    title = tomllib.loads((ROOT / "data" / "atlas.toml").read_text("utf-8"))["title"]
    item = of_atlas(Edition(title, "1.0.0", date(2026, 1, 1)))
    assert [name["literal"] for name in item["author"]] == re.findall(
        r'^  - name: "(.*)"$', citation, re.MULTILINE
    )


def test_the_tree_in_the_readme_is_the_tree() -> None:
    tree = re.search(r"^## Where things are\n+```\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert tree
    for line in tree[1].splitlines():
        assert (ROOT / line.split()[0]).exists(), line
