"""How judgements were made: two readers and a third where they differ, first reports and repeats, known
speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.audit import AUDITED, NOT_FOUND, draw_of
from dashboard.model.fault import Fault

Frames = Mapping[str, pd.DataFrame]

# What may come of reading again what has landed.
LATER = ("kept", "changed")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_JUDGED = ["record_id", "source_id", "locator", "field"]


def unfinished(frames: Frames) -> Iterator[Fault]:
    """Judgements that only one reader coded, or on which two differ and nobody settled. A later reading of
    what has landed stands alone, and so does an audit.
    """
    readings = frames["readings"]
    judgements: dict[tuple[str, ...], dict[str, str]] = {}
    lines: dict[tuple[str, ...], int] = {}
    # Column by column: a frame for each of the thousands of judgements would take most of the check's time.
    columns = (readings[name].tolist() for name in (*_JUDGED, "coder", "value", ROW))
    for *cells, coder, value, line in zip(*columns, strict=True):
        judged = tuple(cells)
        judgements.setdefault(judged, {})[coder] = value
        lines.setdefault(judged, int(line))
    for judged, values in judgements.items():
        if values.keys() <= {"later", "audit"}:
            continue
        lacking = [coder for coder in ("A", "B") if coder not in values]
        if lacking:
            problem, expected = f"no reading by {lacking[0]}", "readings by A and B"
        elif values["A"] != values["B"] and "settled" not in values:
            problem, expected = "two readers differ and nobody settled it", "a row of the coder settled"
        else:
            continue
        yield Fault("readings.csv", lines[judged], "coder", problem, judged[0], expected)


def read_again(frames: Frames) -> Iterator[Fault]:
    """Later readings that say neither that the row was kept nor that it was changed."""
    readings = frames["readings"]
    for row in readings[readings["coder"] == "later"].to_dict("records"):
        if row["value"] not in LATER:
            expected = " or ".join(LATER)
            yield Fault("readings.csv", int(row[ROW]), "value", "not what came of it", row["value"], expected)


def audited(frames: Frames) -> Iterator[Fault]:
    """Audits without a day or with another verdict than an audit has, and readings that only look like
    one.
    """
    judged, readings = (*AUDITED, NOT_FOUND), frames["readings"]
    looks_like_one = (readings["coder"] == "audit") | readings["field"].str.startswith("audit")
    for row in readings[looks_like_one].to_dict("records"):
        if (row["coder"] == "audit") != bool(draw_of(row["field"])):
            expected = "audit of 2026-11-29, or audit 2 of it for the next of a day, with the coder audit"
            yield Fault("readings.csv", int(row[ROW]), "field", "half an audit", row["field"], expected)
        elif row["coder"] == "audit" and row["value"] not in judged:
            problem, expected = "no verdict of an audit", " or ".join(judged)
            yield Fault("readings.csv", int(row[ROW]), "value", problem, row["value"], expected)


def repeated_repeats(frames: Frames) -> Iterator[Fault]:
    """Sources that name as first report themselves, or one that itself repeats another."""
    sources = frames["sources"]
    origins = dict(zip(sources["source_id"], sources["origin"], strict=True))
    for row in sources[sources["origin"] != ""].to_dict("records"):
        first = origins.get(row["origin"], "")
        if row["origin"] == row["source_id"]:
            expected = "an empty cell: its own report"
            yield Fault("sources.csv", row[ROW], "origin", "a source repeats itself", row["origin"], expected)
        elif first:
            problem = "the first report is itself a repeat"
            yield Fault("sources.csv", row[ROW], "origin", problem, row["origin"], first)


def unknown_speakers(frames: Frames) -> Iterator[Fault]:
    """Speakers that are written like an id and are no actor's."""
    actors = set(frames["actors"]["actor_id"])
    for speaker, line in zip(frames["evidence"]["speaker"], frames["evidence"][ROW], strict=True):
        if _ID.fullmatch(speaker) and speaker not in actors:
            yield Fault(
                "evidence.csv",
                int(line),
                "speaker",
                "no such actor",
                speaker,
                "an id of actors.csv or a name",
            )
