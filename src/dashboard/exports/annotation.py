"""All evidence as W3C Web Annotations: each row points from a passage of a source to the record that it
supports or disputes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

import pandas as pd

from dashboard.exports.reference import Edition

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

_KEY = ("record_id", "source_id", "locator", "quote", "field", "value")


def web_annotations(
    evidence: pd.DataFrame, addresses: Mapping[str, str], edition: Edition, record: Callable[[str], str]
) -> str:
    """JSON-LD: one collection with one page that holds every row of `evidence`.

    `addresses` are those of the sources by id; a source without one is named by its page in the Atlas.
    `record` gives the address of a record.
    """
    items = [
        _annotation(row, addresses.get(row["source_id"], ""), edition, record)
        for row in evidence.to_dict("records")
    ]
    home = edition.address or record("").split("?")[0]
    collection = {
        "@context": CONTEXT,
        "id": f"{home}#annotations",
        "type": "AnnotationCollection",
        "label": f"All evidence of the {edition.caption}",
        "total": len(items),
        "first": {
            "id": f"{home}#annotations-1",
            "type": "AnnotationPage",
            "partOf": f"{home}#annotations",
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotation(
    row: Mapping[Any, Any], address: str, edition: Edition, record: Callable[[str], str]
) -> dict[str, Any]:
    about = record(row["record_id"])
    return {
        "id": f"{about}#evidence-{_digest(row)}",
        "type": "Annotation",
        "motivation": "assessing",
        "generated": f"{edition.released.isoformat()}T00:00:00Z",
        "body": [
            {"type": "SpecificResource", "source": about, "purpose": "linking"},
            _words(row["stance"], "classifying"),
            *(
                [_words(f"{row['field']}: {row['value']}", "describing")]
                if row["field"] and row["value"]
                else []
            ),
            *(
                [_words(row["locator"].replace("para:", "paragraph "), "describing")]
                if row["locator"]
                else []
            ),
            *([_words(row["note"], "commenting")] if row["note"] else []),
        ],
        "target": _target(row, address or record(row["source_id"])),
    }


def _target(row: Mapping[Any, Any], address: str) -> dict[str, Any]:
    target: dict[str, Any] = {"type": "SpecificResource", "source": address}
    if row["quote"]:
        target["selector"] = {"type": "TextQuoteSelector", "exact": row["quote"]}
    return target


def _words(value: str, purpose: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "value": value,
        "format": "text/plain",
        "language": "en",
        "purpose": purpose,
    }


def _digest(row: Mapping[Any, Any]) -> str:
    return blake2b("\x1f".join(row[name] for name in _KEY).encode(), digest_size=6).hexdigest()
