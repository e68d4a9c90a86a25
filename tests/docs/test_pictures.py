"""README shows pictures of every page, and they show the Atlas as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from dashboard.figures.pages import PAGES
from dashboard.views.theme import Mode, rgb

ROOT = Path(__file__).resolve().parents[2]
NAMES = [page.name for page in PAGES]
PICTURES = ROOT / "docs" / "pictures"


@pytest.fixture(scope="module")
def script(module_at: Callable[[Path], ModuleType]) -> ModuleType:
    return module_at(ROOT / "tools" / "take_pictures.py")


def test_every_page_has_its_picture_wide_and_on_a_phone_light_and_dark() -> None:
    wanted = {
        f"{name}-{width}-{mode}.png"
        for name in NAMES
        for width in ("wide", "phone")
        for mode in ("light", "dark")
    }
    assert {path.name for path in PICTURES.glob("*.png")} == wanted


def test_the_pictures_show_what_the_code_of_today_draws(script: ModuleType) -> None:
    taken = json.loads((PICTURES / "taken.json").read_text("utf-8"))
    assert taken["shows"] == script.stamp(), (
        "the pictures are out of date: run `python tools/take_pictures.py`"
    )


def test_readme_shows_pictures_that_exist_light_and_dark() -> None:
    shown = re.findall(r"\]\(docs/pictures/([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert shown
    assert all((PICTURES / name).is_file() for name in shown)
    assert any("-dark" in name for name in shown)
    assert any("-light" in name for name in shown)


def test_readme_names_every_page() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in NAMES if f"pages/{name}.py" not in readme] == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_picture_keeps_the_colour_of_the_smallest_dot(script: ModuleType, mode: Mode) -> None:
    whole = Image.linear_gradient("L").convert("RGB").resize((1440, 1000))
    whole.paste(Image.effect_mandelbrot((600, 600), (-2, -1.5, 1, 1.5), 90).convert("RGB"), (400, 200))
    whole.paste(Image.radial_gradient("L").convert("HSV").convert("RGB"), (20, 700))
    for place, pair in enumerate(script.theme_colours().values()):
        whole.paste(tuple(rgb(pair[mode])), (20, 20 * place, 26, 20 * place + 6))
    small = script.in_true_colours(whole, mode)
    assert small.mode == "P"
    shown = small.convert("RGB")
    assert [list(shown.getpixel((22, 20 * place + 2))) for place in range(len(script.theme_colours()))] == [
        rgb(pair[mode]) for pair in script.theme_colours().values()
    ]
