"""Reads `atlas.toml`, which says what the Atlas is about, and names every fault of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from dashboard.data.code_list import is_country
from dashboard.model.fault import Fault
from dashboard.model.subject import Direction, MapView, Side, Subject, Voice

SUBJECT_FILE = "atlas.toml"

Part = TypeVar("Part")
Values = Mapping[str, Any]

# What each key must hold, in words, and whether a value does.
_TEXT: tuple[str, Callable[[Any], bool]] = (
    "a text",
    lambda value: isinstance(value, str) and bool(value.strip()),
)
_ANY_TEXT: tuple[str, Callable[[Any], bool]] = (
    "a text, which may be empty",
    lambda value: isinstance(value, str),
)
_COUNTRIES: tuple[str, Callable[[Any], bool]] = (
    "a list of country codes, which may be empty",
    lambda value: isinstance(value, list) and all(map(is_country, value)),
)
_TEXTS: tuple[str, Callable[[Any], bool]] = (
    "a list of texts",
    lambda value: isinstance(value, list) and all(_TEXT[1](part) for part in value),
)
_YEAR: tuple[str, Callable[[Any], bool]] = (
    "a year such as 1947",
    lambda value: isinstance(value, int) and 1000 <= value <= 2100,
)
_COUNTRY: tuple[str, Callable[[Any], bool]] = (
    "a three-letter code of ISO 3166",
    lambda value: isinstance(value, str) and is_country(value),
)
_COUNTRY_OR_NONE: tuple[str, Callable[[Any], bool]] = (
    "a three-letter code of ISO 3166, or an empty text",
    lambda value: value == "" or _COUNTRY[1](value),
)
_CORNERS: tuple[str, Callable[[Any], bool]] = (
    "two or more [longitude, latitude]",
    lambda value: isinstance(value, list) and len(value) >= 2 and all(_is_corner(corner) for corner in value),
)
_TABLES: tuple[str, Callable[[Any], bool]] = (
    "a list of tables",
    lambda value: isinstance(value, list) and all(isinstance(part, dict) for part in value),
)
_MAIL = re.compile(r"[^\s@?&:/]+@[^\s@?&:/]+\.[^\s@?&:/.]+")
_RECEIVING: tuple[str, Callable[[Any], bool]] = (
    "a mail address, or a tracker's https address that holds {title} or {body}",
    lambda value: isinstance(value, str) and _receives(value),
)
_WHOLE = {
    "title": _TEXT,
    "package": _TEXT,
    "first_year": _YEAR,
    "lead": _TEXTS,
    "example_record": _ANY_TEXT,
    "map_note": _ANY_TEXT,
    "sides": _TABLES,
    "directions": _TABLES,
    "views": _TABLES,
    "voices": _TABLES,
    "voices_note": _ANY_TEXT,
}
_PARTS = {
    "sides": {"country": _COUNTRY, "names": _TEXTS, "former": _COUNTRIES},
    "directions": {"id": _TEXT, "label": _TEXT, "title": _TEXT, "sender": _COUNTRY_OR_NONE, "stated": _TEXTS},
    "voices": {"country": _COUNTRY, "capital": _TEXT},
    "views": {"id": _TEXT, "label": _TEXT, "corners": _CORNERS},
}
# Where a reader's report of a fault may go: a table of its own that need not be there.
_FAULTS = "faults"
_OF_FAULTS = {"address": _RECEIVING}


def read_subject(folder: Path) -> tuple[Subject | None, list[Fault]]:
    """What the Atlas is about; None where `atlas.toml` has a fault, and every fault of it."""
    try:
        values = tomllib.loads((folder / SUBJECT_FILE).read_text("utf-8"))
    except (OSError, ValueError) as error:
        found = str(getattr(error, "strerror", None) or error)
        return None, [Fault(SUBJECT_FILE, 0, "", "the file cannot be read", found, "a file in TOML")]
    receiving = values.pop(_FAULTS, {"address": ""})
    faults = [*_faults(values, _WHOLE, ""), *_faults_of_receiving(receiving)]
    if not faults:
        faults = [
            fault for name, keys in _PARTS.items() for fault in _faults_of_parts(values[name], keys, name)
        ]
    if not faults and len(values["sides"]) != 2:
        found = str(len(values["sides"]))
        faults.append(
            Fault(SUBJECT_FILE, 0, "sides", "not two sides", found, "the two countries of the Atlas")
        )
    return (None, faults) if faults else (_subject({**values, _FAULTS: receiving["address"]}), [])


def _subject(values: Values) -> Subject:
    return Subject(
        title=values["title"],
        package=values["package"],
        first_year=values["first_year"],
        lead=tuple(values["lead"]),
        example_record=values["example_record"],
        map_note=values["map_note"],
        sides=tuple(
            Side(part["country"], tuple(part["names"]), tuple(part["former"])) for part in values["sides"]
        ),
        directions=tuple(
            Direction(**{**part, "stated": tuple(part["stated"])}) for part in values["directions"]
        ),
        views=tuple(
            MapView(part["id"], part["label"], _corners(part["corners"])) for part in values["views"]
        ),
        voices=tuple(Voice(**part) for part in values["voices"]),
        voices_note=values["voices_note"],
        faults=values[_FAULTS],
    )


def _corners(corners: list[list[float]]) -> tuple[tuple[float, float], ...]:
    return tuple((float(longitude), float(latitude)) for longitude, latitude in corners)


def _is_corner(value: Any) -> bool:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(isinstance(part, int | float) for part in value)
    ):
        return False
    longitude, latitude = value
    return bool(-180 <= longitude <= 180 and -85 <= latitude <= 85)


def _receives(address: str) -> bool:
    if _MAIL.fullmatch(address):
        return True
    filled = "{title}" in address or "{body}" in address
    return address.startswith("https://") and filled and not any(sign.isspace() for sign in address)


def _faults_of_receiving(receiving: Any) -> list[Fault]:
    if not isinstance(receiving, dict):
        expected = "a table [faults] with an address"
        return [Fault(SUBJECT_FILE, 0, _FAULTS, "not what is needed", str(receiving)[:60], expected)]
    return [] if receiving == {"address": ""} else _faults(receiving, _OF_FAULTS, f"{_FAULTS}: ")


def _faults_of_parts(parts: list[Values], keys: Mapping[str, Any], name: str) -> list[Fault]:
    return [
        fault for number, part in enumerate(parts, 1) for fault in _faults(part, keys, f"{name} {number}: ")
    ]


def _faults(values: Values, keys: Mapping[str, Any], where: str) -> list[Fault]:
    faults = [
        Fault(SUBJECT_FILE, 0, where + name, "unknown key", name, f"one of {', '.join(keys)}")
        for name in values
        if name not in keys
    ]
    for name, (expected, accepts) in keys.items():
        if name not in values:
            faults.append(Fault(SUBJECT_FILE, 0, where + name, "the key is missing", "nothing", expected))
        elif not accepts(values[name]):
            faults.append(
                Fault(SUBJECT_FILE, 0, where + name, "not what is needed", str(values[name])[:60], expected)
            )
    return faults
