"""The one visual language: colours by theme and status, ink for light and dark, line styles, the Altair
theme.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import pandas as pd

Mode = Literal["light", "dark"]

SERIF = "Source Serif"
# Cut from it for headings: a twentieth of its bytes. A letter that is not in it, as in a title in another
# script, comes from a serif of the reader's own, so that nobody loads the whole face for it.
HEADING = "Atlas Serif"
SERIF_IN_CSS = f'"{HEADING}", Georgia, serif'
SANS = "Source Sans, sans-serif"


@dataclass(frozen=True)
class Ink:
    """The neutral colours of one mode; `text`, `quiet` and `link` reach 4.5:1 on `ground` and `panel`."""

    ground: str
    panel: str
    text: str
    quiet: str
    rule: str
    accent: str
    land: str
    water: str
    border: str
    link: str


INK: Mapping[Mode, Ink] = {
    "light": Ink(
        "#ffffff",
        "#f5f6f7",
        "#1b1f24",
        "#56606b",
        "#d5dade",
        "#1f5a96",
        "#f2efe9",
        "#d3e0ea",
        "#8f99a3",
        "#1f5a96",
    ),
    "dark": Ink(
        "#12161b",
        "#1b2127",
        "#e8ebee",
        "#a7b0b9",
        "#39424b",
        "#2f6fca",
        "#262c33",
        "#151b22",
        "#77818c",
        "#88bbee",
    ),
}

# The status of a project has a colour, and a line pattern that says it without colour.
STATUS_COLOURS: Mapping[str, Mapping[Mode, str]] = {
    "operating": {"light": "#0a4a8a", "dark": "#4fa0ff"},
    "construction": {"light": "#0a6a50", "dark": "#3fdcae"},
    "agreed": {"light": "#8a3fc4", "dark": "#e59be0"},
    "proposed": {"light": "#8d6500", "dark": "#f0dd60"},
    "stalled": {"light": "#951d0a", "dark": "#ff8a66"},
    "cancelled": {"light": "#121417", "dark": "#ffffff"},
    "superseded": {"light": "#636d7d", "dark": "#8f99a3"},
}
STATUS_DASH: Mapping[str, tuple[int, int]] = {
    "operating": (1, 0),
    "construction": (10, 3),
    "agreed": (6, 4),
    "proposed": (3, 4),
    "stalled": (2, 6),
    "cancelled": (1, 6),
    "superseded": (4, 7),
}

SERIES_COLOURS: Mapping[Mode, tuple[str, ...]] = {
    "light": ("#1f5a96", "#a8361b", "#2c6e49", "#7a4fa3", "#8a5a00", "#00707c", "#56606b", "#a0306b"),
    "dark": ("#88bbee", "#ff9d80", "#7fd1a0", "#c6a8f0", "#e5b566", "#62cbd6", "#a7b0b9", "#f09cc4"),
}

VERDICT_TONES: Mapping[str, str] = {
    "supported": "holds",
    "partly": "partly",
    "contradicted": "fails",
    "unverifiable": "open",
}

TONE_COLOURS: Mapping[str, Mapping[Mode, str]] = {
    "holds": {"light": "#00698c", "dark": "#7ccbe8"},
    "partly": {"light": "#a35b00", "dark": "#f0b060"},
    "fails": {"light": "#c22f2f", "dark": "#ff8a80"},
    "open": {"light": "#5b6570", "dark": "#aab3bc"},
    "quoted": {"light": "#5c4db1", "dark": "#b9aef5"},
}


Palette = Mapping[str, Mapping[Mode, str]]
"""Colours by id, for light and for dark ground."""


def palette(rows: pd.DataFrame) -> Palette:
    """The colours of a table whose first column is the id, from its columns `colour_light` and
    `colour_dark`.
    """
    ids = rows[rows.columns[0]]
    pairs = zip(ids, rows["colour_light"], rows["colour_dark"], strict=True)
    return {str(row_id): {"light": light, "dark": dark} for row_id, light, dark in pairs}


def rgb(colour_code: str) -> list[int]:
    """`#rrggbb` as three numbers, for deck.gl."""
    return [int(colour_code[start : start + 2], 16) for start in (1, 3, 5)]


def layered(charts: Sequence[alt.Chart], mode: Mode, height: float | None = None) -> dict[str, Any]:
    """Charts over each other as a Vega-Lite specification in the Atlas's style: as wide as its place, and as
    high inside its axes as `height` says, in pixels.

    As altair.layer does it, which copies every chart several times: here each is written out once, and its
    parameters move to the top with the name of the first layer that has them. Nothing is validated, which
    would take half of the time of drawing: the tests validate every chart.
    """
    params: dict[str, dict[str, Any]] = {}
    layers = [chart.to_dict(validate=False, context={"top_level": False}) for chart in charts]
    for place, layer in enumerate(layers):
        new = [param for param in layer.pop("params", ()) if param["name"] not in params]
        selects = [param["name"] for param in new if "select" in param]
        if selects:
            layer["name"] = f"view_{place}"
        for param in new:
            views = {"views": [layer["name"]]} if param["name"] in selects else {}
            params[param["name"]] = {**param, **views}
    return {
        "$schema": alt.SCHEMA_URL,
        "width": "container",
        **({"height": height} if height else {}),
        **({"params": list(params.values())} if params else {}),
        "layer": layers,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "config": altair_config(mode),
    }


def altair_config(mode: Mode) -> dict[str, Any]:
    """The Vega-Lite configuration of every chart."""
    ink = INK[mode]
    words = {
        "labelColor": ink.quiet,
        "titleColor": ink.quiet,
        "labelFont": SANS,
        "titleFont": SANS,
        "labelFontSize": 12,
        "titleFontSize": 12,
    }
    return {
        "background": "transparent",
        "font": SANS,
        "view": {"stroke": None},
        "axis": {
            **words,
            "grid": False,
            "domainColor": ink.rule,
            "tickColor": ink.rule,
            "titleFontWeight": "normal",
        },
        "axisY": {"grid": True, "gridColor": ink.rule, "gridOpacity": 0.6, "domain": False, "ticks": False},
        "legend": {**words, "orient": "top", "symbolStrokeWidth": 2, "labelLimit": 400},
        "header": {**words, "labelFontWeight": "bold"},
        "text": {"color": ink.text, "font": SANS, "fontSize": 12},
        "title": {"color": ink.text, "font": SERIF, "anchor": "start"},
    }


def css(mode: Mode, themes: Palette) -> str:
    """Ink, serif, and the colours of themes and verdicts as CSS variables: the style sheet has no colours of
    its own, and its dots are those of the charts.
    """
    if mode == "dark":
        return f"{rules(mode, themes)}\n@media print {{\n{rules('light', themes)}\n{_ON_PAPER}\n}}"
    return rules(mode, themes)


# Paper is white, whatever the screen was: words take the ink of day, and a chart drawn for the night is
# turned from light to dark and keeps its hues.
_ON_PAPER = (
    'html, body, [data-testid="stApp"], [data-testid="stHtml"] '
    "{ background: none !important; color: var(--atlas-text) !important; }\n"
    '[data-testid="stVegaLiteChart"], [data-testid="stDeckGlJsonChart"] '
    "{ filter: invert(1) hue-rotate(180deg); }"
)


def rules(mode: Mode, themes: Palette) -> str:
    """The colours of one mode as CSS variables."""
    ink = INK[mode]
    root = {
        name: getattr(ink, name) for name in ("ground", "panel", "text", "quiet", "rule", "accent", "link")
    } | {"serif": SERIF_IN_CSS}
    dots = {
        **{theme: pair[mode] for theme, pair in themes.items()},
        **{tone: pair[mode] for tone, pair in TONE_COLOURS.items()},
    }
    rules = [":root { " + " ".join(f"--atlas-{name}: {value};" for name, value in root.items()) + " }"]
    rules += [f".atlas-{name} {{ --atlas-dot: {colour_code}; }}" for name, colour_code in dots.items()]
    return "\n".join(rules)
