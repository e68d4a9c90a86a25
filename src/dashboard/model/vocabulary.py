"""The words that a column may hold, each with the label that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _labels(text: str, **special: str) -> Mapping[str, str]:
    return MappingProxyType({word: special.get(word.replace("-", "_"), word.replace("-", " ")) for word in text.split()})


VOCABULARIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "source kind": _labels("document dataset official news reference academic thinktank", dataset="data set", thinktank="think tank"),
        "event kind": _labels("visit call agreement exercise delivery statement vote conflict institution policy other"),
        "event status": _labels("happened planned did-not-happen", did_not_happen="did not happen"),
        "stance": _labels("supports disputes"),
        "qualifier": _labels("exact about over under up-to", up_to="up to"),
        "processing": _labels("as-reported derived", as_reported="as reported"),
        "observation status": _labels("observed estimated doubtful"),
        "valuation": _labels("FOB CIF"),
        "project kind": _labels("rail road pipeline port energy industry arms space health policy"),
        "project status": _labels("proposed agreed construction operating stalled cancelled superseded", construction="under construction"),
        "place kind": _labels("city town district port site crossing region country"),
        "precision": _labels("site town district country"),
        "drawn": _labels("surveyed schematic"),
        "actor kind": _labels("state organisation company person"),
        "verdict": _labels("supported partly contradicted unverifiable", partly="partly supported", unverifiable="cannot be verified"),
        "confidence": _labels("high medium low"),
        "theme": _labels("diplomacy multilateral defence security trade energy connectivity afghanistan society"),
    }
)


# What one row of each table is, in a word for readers.
RECORD_NAMES = {
    "events": "event",
    "projects": "project",
    "actors": "actor",
    "places": "place",
    "claims": "argument",
    "checks": "check",
    "sources": "source",
    "quantities": "stated number",
    "indicators": "statistical series",
    "routes": "route",
    "themes": "theme",
    "eras": "era",
}


def label(vocabulary: str, word: str) -> str:
    """What a reader sees for a word of a vocabulary."""
    return VOCABULARIES[vocabulary][word]
