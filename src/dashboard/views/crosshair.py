"""All values of a year at the year nearest to the pointer, or to the finger: an upright line with one box of
words, and lines that a click on their name sets off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.views.theme import INK, Mode

NAME = "crosshair"
ABSENT = "–"
NEAR, ISOLATED = "near", "isolated"
FADED = 0.15
# A finger that is lifted leaves the place that it pointed at, and the words there are still to be read.
_LEFT = "pointerout[event.pointerType !== 'touch']"
# Below this width a box beside the pointer would lie under the finger: the words stand in the drawing.
NARROW = 600


def table(values: pd.DataFrame, at: str, names: Mapping[str, str] | None = None) -> pd.DataFrame:
    """One row for each place along the axis (column `at`): when it is, and what each series says there.

    `values` has a row a value, with `at`, `when`, `words` and `key`, its series. The columns of the answer
    are `v0`, `v1` … in the order in which the series come, and `said`, all that stands there, line by line.
    `names` calls a series otherwise than by its key.
    """
    called = names or {}
    places: dict[str, int] = {}
    found: dict[Any, tuple[str, dict[int, str], list[str]]] = {}
    for place, when, words, key in zip(
        *(values[name].tolist() for name in (at, "when", "words", "key")), strict=True
    ):
        _, said, lines = found.setdefault(place, (when, {}, []))
        column = places.setdefault(key, len(places))
        if column not in said:
            said[column] = words
            lines.append(f"{called.get(key, key)}: {words}")
    ordered = sorted(found.items())
    shown = {
        name: [said.get(column, ABSENT) for _, (_, said, _) in ordered]
        for column, name in enumerate(columns(len(places)))
    }
    return pd.DataFrame(
        {
            at: [place for place, _ in ordered],
            **shown,
            "when": [when for _, (when, _, _) in ordered],
            "said": ["\n".join([when, *lines]) for _, (when, _, lines) in ordered],
        }
    )


def columns(series: int) -> list[str]:
    """The columns of so many series."""
    return [f"v{place}" for place in range(series)]


def layers(names: Sequence[str], x: alt.X, mode: Mode) -> list[alt.Chart]:
    """The line at the nearest place, below all marks, so that these still answer to a click; `names` are
    those of the columns of `table`.
    """
    near = alt.selection_point(
        name=NEAR, nearest=True, encodings=["x"], on="pointerover", clear=_LEFT, empty=False
    )
    said = [
        alt.Tooltip(f"{column}:N", title=name)
        for column, name in zip(["when", *columns(len(names))], ["When", *names], strict=True)
    ]
    line = alt.Chart(alt.NamedData(NAME)).mark_rule(color=INK[mode].border, strokeWidth=1, aria=False)
    shown = alt.OpacityValue(0, condition={"param": NEAR, "empty": False, "value": 1})
    return [line.encode(x=x, opacity=shown, tooltip=said).add_params(near)]


def readout(mode: Mode, top: int) -> list[alt.Chart]:
    """On a phone, what stands at the place that was touched, in words `top` pixels below the top, above all
    marks.
    """
    ink = INK[mode]
    words = (
        alt.Chart(alt.NamedData(NAME))
        .transform_filter({"param": NEAR, "empty": False})
        .encode(
            x=alt.XValue(4),
            y=alt.YValue(top),
            text=alt.TextValue(alt.ExprRef(f"width < {NARROW} ? datum.said : ''")),
        )
    )
    look: dict[str, Any] = {"align": "left", "baseline": "top", "lineBreak": "\n", "fontSize": 12}
    halo = words.mark_text(**look, stroke=ink.ground, strokeWidth=8, strokeJoin="round", aria=False)
    return [halo, words.mark_text(**look, color=ink.text)]


def click_on(column: str) -> str:
    """A click on a mark whose rows have that column; the interpreter of expressions that goes with a strict
    content policy knows no `datum` here.
    """
    return f"click[event.item && event.item.datum && event.item.datum.{column}]"


def isolating() -> alt.Parameter:
    """The parameter of names: a click on one sets its line off, on a second adds it, again takes it out."""
    return alt.selection_point(
        name=ISOLATED, fields=["key"], on=click_on("least"), toggle="true", clear="dblclick"
    )


def picking(field: str = "record_id") -> alt.Parameter:
    """The parameter of marks that open a card, that of the record or `mark` in their column `field`; a click
    on a name or on the ground changes nothing.
    """
    return alt.selection_point(
        name="pick",
        fields=[field],
        on=click_on(field),
        toggle=False,
        clear="dblclick",
    )


def set_off(picked: bool = True) -> alt.OpacityValue:
    """How strong a mark is: faint where another line is set off, or (`picked`) another record."""
    if not picked:
        return alt.OpacityValue(FADED, condition={"param": ISOLATED, "value": 1})
    both = {"and": [{"param": ISOLATED}, {"param": "pick"}]}
    return alt.OpacityValue(FADED, condition={"test": both, "value": 1})


def fades(named: bool) -> tuple[alt.OpacityValue, dict[str, alt.OpacityValue]]:
    """How strong points are, and the encoding of lines: lines fade only where there are names to click, for
    the parameter of names is theirs.
    """
    if named:
        return set_off(), {"opacity": set_off(picked=False)}
    return alt.OpacityValue(0.25, condition={"param": "pick", "value": 1}), {}


def data(
    values: pd.DataFrame, at: str = "x", names: Mapping[str, str] | None = None
) -> Mapping[str, pd.DataFrame]:
    """The data set of the line under its name."""
    return {NAME: table(values, at, names)}
