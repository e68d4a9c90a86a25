"""The licence of every package that the image holds, and which of them may not be shipped with it: `python
deploy/licences.py`.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

LOCK = Path(__file__).with_name("lock.txt")
# Terms under which a package may go into an image that anybody is handed. Others need a look first.
FREE = (
    "MIT",
    "BSD",
    "Apache",
    "ISC",
    "PSF",
    "Python Software Foundation",
    "MPL",
    "Mozilla",
    "HPND",
    "Unlicense",
    "0BSD",
    "Zlib",
    "LGPL",
)
BINDING = ("AGPL", "GPL", "Affero", "SSPL", "Commons Clause", "Proprietary", "Non-Commercial")


def main() -> int:
    """Print one line a package; returns 1 if one of them may not be shipped, or does not say."""
    refused = []
    for name in shipped(LOCK.read_text("utf-8")):
        try:
            said = licence_of(metadata(name))
        except PackageNotFoundError:
            said = "not installed here"
        verdict = "" if may_be_shipped(said) else "  <- may not be shipped, or does not say"
        print(f"{name:28} {said}{verdict}")
        refused += [name] if verdict else []
    return 1 if refused else 0


def shipped(lock: str) -> list[str]:
    """The packages of a lock, by name."""
    return re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)


def licence_of(package: PackageMetadata) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the first line of the
    text.
    """
    expression = package.get("License-Expression")
    classifiers = [
        text.split(" :: ")[-1] for text in package.get_all("Classifier") or [] if text.startswith("License")
    ]
    first = (package.get("License") or "").strip().splitlines()[:1]
    return expression or ", ".join(classifiers) or "".join(first) or "says nothing"


def may_be_shipped(licence: str) -> bool:
    """True if the terms are known to allow it; weaker terms beside a binding one do not."""
    words = licence.replace("LGPL", "")
    return any(term in licence for term in FREE) and not any(term in words for term in BINDING)


if __name__ == "__main__":
    sys.exit(main())
