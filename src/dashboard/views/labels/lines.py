"""Names of lines as layers of a chart: beside the lines where placing found room; on narrow ground, a key
above them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from dashboard.views import crosshair
from dashboard.views.labels.beside import LINE, Name, Point
from dashboard.views.theme import INK, Mode

SYMBOL, ROW = 13, 17
_PLACED = ("key", "words", "x", "y", "dx", "dy", "to_x", "to_y", "turned", "least")
COLUMNS = (*_PLACED, "brief", "row")
_ACROSS = "scale('x', toDate(datum.x))"


def rows(
    names: Sequence[Name], moments: Mapping[Point, tuple[object, float]], brief: Mapping[str, str]
) -> pd.DataFrame:
    """The names as rows: `x` and `y` are the point as the chart's scales know it (by point), `row` and
    `brief` the line of the key.

    `brief` has the words of the key by series; where there are no names, each series stands in the key alone.
    """
    placed = names or [Name(key, words, (0.0, 0.0), 0.0, 0.0) for key, words in brief.items()]
    seen: set[str] = set()
    named = []
    for name in placed:
        moment = moments[name.at] if names else (None, 0.0)
        words = "" if name.key in seen else brief[name.key]
        named.append({**_row(name, moment), "brief": words, "row": list(brief).index(name.key)})
        seen.add(name.key)
    return pd.DataFrame(named, columns=list(COLUMNS))


def notes(names: Sequence[Name], moments: Mapping[Point, tuple[object, float]]) -> pd.DataFrame:
    """Words at points as rows, which stand in no key; `record_id` is what they lead to."""
    rows = [{**_row(name, moments[name.at]), "record_id": name.key} for name in names]
    return pd.DataFrame(rows, columns=[*_PLACED, "record_id"])


def _row(name: Name, moment: tuple[object, float]) -> dict[str, object]:
    return {
        "key": name.key,
        "words": name.words,
        "x": moment[0],
        "y": moment[1],
        "dx": round(name.dx + name.turned * name.width, 1),
        # Words in lines are set by the first of them.
        "dy": round(name.dy - LINE / 2 * name.words.count("\n"), 1),
        "to_x": round(name.leader[0], 1),
        "to_y": round(name.leader[1], 1),
        "turned": name.turned,
        "least": name.least,
    }


def wide(names: pd.DataFrame) -> str:
    """The Vega expression that says whether names stand beside their lines (`names` as from `rows`)."""
    return f"width > {names['least'].max():g}" if len(names) and names["x"].notna().all() else "false"


def room(names: pd.DataFrame, below: int = 4) -> list[alt.ExprRef]:
    """The range of the y scale, which leaves room for the key above the lines where there is one, and `below`
    pixels under it.
    """
    if names.empty:
        return [alt.ExprRef("height"), alt.ExprRef("0")]
    return [alt.ExprRef("height"), alt.ExprRef(f"{wide(names)} ? 0 : {names['row'].nunique() * ROW + below}")]


def layers(
    names: pd.DataFrame,
    colour: alt.Color,
    shape: alt.Shape,
    mode: Mode,
    across: str = _ACROSS,
) -> list[alt.Chart]:
    """Leaders, the key's symbols, and words over the data set `names` (as from `rows`); `across`: the Vega
    expression of a point's pixel from the left.
    """
    if names.empty:
        return []
    beside_lines = wide(names)
    base = alt.Chart(alt.NamedData("names"))
    at_x, at_y = f"{across} + datum.", "scale('y', datum.y) + datum."
    middle = alt.ExprRef(f"{beside_lines} ? {at_y}dy : datum.row * {ROW} + 6")
    # Beside the lines a symbol would look like one more value.
    symbols = base.mark_point(filled=True, size=45, aria=False).encode(
        x=alt.XValue(5),
        y=alt.YValue(middle),
        color=colour,
        shape=shape,
        opacity=alt.OpacityValue(alt.ExprRef(f"{beside_lines} || datum.brief == '' ? 0 : 1")),
    )
    words = base.mark_text(
        align=alt.ExprRef(f"{beside_lines} && datum.turned ? 'right' : 'left'"),
        baseline="middle",
        fontSize=12,
        lineBreak="\n",
        lineHeight=LINE,
        cursor="pointer",
    ).encode(
        x=alt.XValue(alt.ExprRef(f"{beside_lines} ? {at_x}dx : {SYMBOL}")),
        y=alt.YValue(middle),
        text=alt.TextValue(alt.ExprRef(f"{beside_lines} ? datum.words : datum.brief")),
        color=colour,
        description=alt.Description("words:N"),
        tooltip=alt.TooltipValue("Click to set this line off, again to undo"),
        opacity=alt.OpacityValue(0.4, condition={"param": crosshair.ISOLATED, "value": 1}),
    )
    words = words.add_params(crosshair.isolating())
    if not (names["to_x"].any() or names["to_y"].any()):
        return [symbols, words]
    return [_leaders("names", beside_lines, mode, across), symbols, words]


def note_layers(
    rows: pd.DataFrame,
    mode: Mode,
    tooltip: Sequence[alt.Tooltip],
    across: str = _ACROSS,
) -> list[alt.Chart]:
    """Leaders, rings around points, and words over the data set `notes` (as from `notes`), where the drawing
    is wide enough for names; a click on them opens what they name.
    """
    if rows.empty:
        return []
    shown = f"width > {rows['least'].max():g}"
    at_x, at_y = f"{across} + datum.", "scale('y', datum.y) + datum."
    base = alt.Chart(alt.NamedData("notes"))
    rings = base.mark_point(size=130, color=INK[mode].text, strokeWidth=1.2, cursor="pointer").encode(
        x=alt.XValue(alt.ExprRef(across)),
        y=alt.YValue(alt.ExprRef("scale('y', datum.y)")),
        tooltip=list(tooltip),
        description=alt.Description("words:N"),
        opacity=alt.OpacityValue(alt.ExprRef(f"{shown} ? 1 : 0")),
    )
    words = base.mark_text(
        align=alt.ExprRef("datum.turned ? 'right' : 'left'"),
        baseline="middle",
        fontSize=11.5,
        lineBreak="\n",
        lineHeight=LINE,
        color=INK[mode].text,
        cursor="pointer",
    ).encode(
        x=alt.XValue(alt.ExprRef(f"{at_x}dx")),
        y=alt.YValue(alt.ExprRef(f"{at_y}dy")),
        text=alt.TextValue(alt.ExprRef(f"{shown} ? datum.words : ''")),
        tooltip=list(tooltip),
        description=alt.Description("words:N"),
    )
    return [_leaders("notes", shown, mode, across), rings, words]


def _leaders(name: str, shown: str, mode: Mode, across: str) -> alt.Chart:
    """Thin lines from points to the words that had to move away."""
    leaders = alt.Chart(alt.NamedData(name)).encode(
        x=alt.XValue(alt.ExprRef(across)),
        x2=alt.X2Value(alt.ExprRef(f"{across} + datum.to_x")),
        y=alt.YValue(alt.ExprRef("scale('y', datum.y)")),
        y2=alt.Y2Value(alt.ExprRef("scale('y', datum.y) + datum.to_y")),
        opacity=alt.OpacityValue(alt.ExprRef(f"{shown} ? 1 : 0")),
    )
    drawn: alt.Chart = leaders.mark_rule(color=INK[mode].border, strokeWidth=1, aria=False)
    return drawn
