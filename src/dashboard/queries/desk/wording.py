"""Words that the desk offers for a new record, made of what it knows of the sentence and never of the words
of the document: a coder reads them and says it better.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dashboard.model.period import period_or_none
from dashboard.model.proposal import EVENT, NUMBER
from dashboard.queries.desk.known import Known

# By the kind of event and whether it was planned: what is done, then what was done. {who} acts, {place} is
# where; without those who act there are no words.
_TITLES = {
    "visit": ("{who} visits {place}", "{who} visited {place}"),
    "call": ("{who} speak by telephone", "{who} spoke by telephone"),
    "agreement": ("{who} sign an agreement", "{who} signed an agreement"),
    "exercise": ("{who} hold an exercise", "{who} held an exercise"),
}
_FEWEST = {"visit": 1, "call": 2, "agreement": 2, "exercise": 2}
_HAPPENED = "happened"
_QUALIFIERS = {"about": "about ", "over": "more than ", "under": "less than ", "up-to": "up to "}


def worded(kind: str, cells: Mapping[str, str], known: Known, author: str) -> dict[str, str]:
    """Title and summary of a new event, summary of a new number; nothing where too little is known."""
    if kind == EVENT:
        return _of_event(cells, known, author)
    return {"summary": _of_number(cells, known, author)} if kind == NUMBER else {}


def _of_event(cells: Mapping[str, str], known: Known, author: str) -> dict[str, str]:
    what, who = cells.get("kind", ""), _names(cells.get("actors", ""), known)
    place = joined(_names(cells.get("places", ""), known))
    if len(who) < _FEWEST.get(what, len(who) + 1) or cells.get("status") != _HAPPENED:
        return {}
    if what == "visit" and (len(who) > 1 or not place):
        return {}
    does, did = (form.format(who=joined(who), place=place) for form in _TITLES[what])
    at = f" at {place}" if place and what != "visit" else ""
    return {"title": does + at, "summary": f"{did}{at}{_when(cells.get('date', ''))}, {author} says."}


def _of_number(cells: Mapping[str, str], known: Known, author: str) -> str:
    about = known.names_of.get(cells.get("subject", ""), "")
    qualifier = _QUALIFIERS.get(cells.get("qualifier", ""), "")
    said = f"{qualifier}{cells.get('value', '')} {cells.get('unit', '')}".strip()
    parts = [f"{said} for {about}" if about else said, f"{author} says"]
    return f"{parts[0][:1].upper()}{parts[0][1:]}{_when(cells.get('period', ''))}, {parts[1]}."


def _names(ids: str, known: Known) -> list[str]:
    return [known.names_of[record_id] for record_id in ids.split(";") if record_id in known.names_of]


def joined(names: list[str]) -> str:
    """Names in a row: A, B and C."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _when(edtf: str) -> str:
    """A day, a month or a year in words; what is less certain is left to the coder."""
    period = period_or_none(edtf) if edtf.replace("-", "").isdigit() else None
    if period is None:
        return ""
    first: date = period.first
    if len(edtf) == len("2025-03-01"):
        return f" on {first.day} {first:%B %Y}"
    return f" in {first:%B %Y}" if "-" in edtf else f" in {edtf}"
