"""How a reference is written: as a sentence after APA style, as BibTeX, as RIS and as CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, TextIO

import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from dashboard.exports.reference import Item

STYLE = Path(__file__).with_name("reference.csl")

_BIBTEX_TYPES = {"article-newspaper": "article", "report": "techreport"}
_HOLDERS = {"article": "journal", "techreport": "institution", "misc": "howpublished"}
_RIS_TYPES = {
    "article-newspaper": "NEWS",
    "dataset": "DATA",
    "document": "GEN",
    "entry": "DBASE",
    "figure": "FIGURE",
    "report": "RPRT",
    "webpage": "ELEC",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A reference manager has to get an address as it is; LaTeX signs in any other field are written so that LaTeX
# prints them.
_VERBATIM = frozenset({"author", "date", "month", "url", "year"})
_LATEX = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_UNKNOWN_YEAR = re.compile(r"[0-9]X")
# What ends a sentence in the scripts of the sources, but for the full stop.
_STOPS = "?!…؟۔。？！"
_LONE_BRACES = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
_LATEX |= {sign: "\\" + sign for sign in "&%#_"}


def text(item: Item) -> str:
    """One reference as a sentence."""
    return texts([item])[0]


def texts(items: Sequence[Item]) -> list[str]:
    """Each item as a sentence after APA style, in the order given; a date known as a window is said in
    words.
    """
    style = _style()
    source = CiteProcJSON([_spoken(item) for item in items])
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    return [_single_stops(str(entry)) for entry in bibliography.bibliography()]


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLE), validate=False)


def csl_json(items: Sequence[Item]) -> str:
    """The items as CSL-JSON, an array."""
    known = [{name: value for name, value in item.items() if name != "edtf"} for item in items]
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def ris(items: Sequence[Item]) -> str:
    """The items as RIS records."""
    return str(rispy.dumps([_as_ris(item) for item in items], implementation=_RisWriter))


def bibtex(items: Sequence[Item]) -> str:
    """The items as BibTeX entries, in UTF-8; titles keep their capitals, `date` holds the EDTF text for
    biblatex.
    """
    entries = {item["id"]: _as_bibtex(item) for item in items}
    return str(_Writer(encoding="utf-8").to_string(BibliographyData(entries)))


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """rispy numbers the records between them, which is no part of the format."""

    def set_header(self, count: int) -> str:
        return ""


class _Writer(Writer):  # type: ignore[misc]  # pybtex has no types
    """pybtex escapes addresses too, which breaks them; here only what is prose is escaped."""

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:
        stream.write(f",\n    {type} = {value if type == 'month' else self._braced(type, value)}")

    def _braced(self, name: str, value: str) -> str:
        if name == "url":
            value = value.replace("{", "%7B").replace("}", "%7D")
        return "{" + (value if name in _VERBATIM else _latex(value, name)) + "}"


def _latex(value: str, field: str = "") -> str:
    signs = _LATEX if _is_balanced(value) else _LATEX | _LONE_BRACES
    escaped = "".join(signs.get(sign, sign) for sign in " ".join(value.split()))
    return "{" + escaped + "}" if field == "title" else escaped


def _is_balanced(text: str) -> bool:
    """True if every brace has its fellow; BibTeX counts braces even where a backslash stands before them."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _bibtex_name(name: dict[str, str]) -> str:
    """A body stands in braces, so that its words are not taken for first and last names."""
    if "literal" in name:
        return "{" + _latex(name["literal"]) + "}"
    parts = (name["family"], name.get("suffix"), name["given"])
    return _latex(", ".join(part for part in parts if part))


def _as_bibtex(item: Item) -> Entry:
    kind = _BIBTEX_TYPES.get(item["type"], "misc")
    holder = item.get("container-title") or item.get("publisher", "")
    fields = {
        "title": item["title"],
        "author": " and ".join(_bibtex_name(name) for name in item.get("author", ())),
        _HOLDERS[kind]: holder,
        **_bibtex_date(item),
        "version": item.get("version", ""),
        "type": item.get("genre", "") if kind == "misc" else "",
        "language": item.get("language", ""),
        "url": item.get("URL", ""),
        "note": item.get("note", ""),
    }
    return Entry(kind, fields=[(name, value) for name, value in fields.items() if value])


def _bibtex_date(item: Item) -> dict[str, str]:
    """`year` and `month` for BibTeX as far as there is one of each, `date` for biblatex, which reads EDTF; a
    decade or a century is a range, which older versions know too.
    """
    parts = item.get("issued", {}).get("date-parts", [])
    if not parts:
        return {}
    first = parts[0]
    month = {"month": _MONTHS[first[1] - 1]} if len(parts) == 1 and len(first) > 1 else {}
    return {"year": f"{first[0]:04d}", **month, "date": _edtf(item, parts)}


def _edtf(item: Item, parts: Sequence[Sequence[int]]) -> str:
    text = str(item.get("edtf", ""))
    if text and not _UNKNOWN_YEAR.search(text):
        return text
    return "/".join("-".join(_padded(end)) for end in parts)


def _padded(parts: Sequence[int]) -> list[str]:
    """A year in four digits, a month and a day in two."""
    return [f"{part:0{4 if at == 0 else 2}d}" for at, part in enumerate(parts)]


def _as_ris(item: Item) -> dict[str, Any]:
    issued = item.get("issued", {})
    first = issued.get("date-parts", [[]])[0]
    dated = "/".join([*_padded(first), *[""] * (3 - len(first))]) if first else ""
    fields = {
        "type_of_reference": _RIS_TYPES[item["type"]],
        "id": item["id"],
        "title": item["title"],
        "authors": [_name(name) for name in item.get("author", ())],
        "year": f"{first[0]:04d}" if first else "",
        "date": f"{dated}/{issued.get('literal', '')}" if dated else "",
        "secondary_title": item.get("container-title", ""),
        "publisher": item.get("publisher", ""),
        "edition": item.get("version", ""),
        "type_of_work": item.get("genre", ""),
        "language": item.get("language", ""),
        "urls": [item["URL"]] if "URL" in item else [],
        "notes": [item["note"]] if "note" in item else [],
    }
    return {name: _one_line(value) for name, value in fields.items() if value}


def _one_line(value: Any) -> Any:
    return [" ".join(text.split()) for text in value] if isinstance(value, list) else " ".join(value.split())


def _name(name: dict[str, str]) -> str:
    """A name with the family's first; what follows a name (`Jr.`) stands last."""
    parts = (name.get(part) for part in ("literal", "family", "given", "suffix"))
    return ", ".join(part for part in parts if part)


def _spoken(item: Item) -> Item:
    """The item as the sentence needs it: an inexact date in words, given names whole where they have no
    initials, and no note (it would outgrow the reference), except on parts of the Atlas.
    """
    left_out = {"edtf"} if item["type"] in ("figure", "entry") else {"edtf", "note"}
    shown = {name: value for name, value in item.items() if name not in left_out}
    if "author" in item:
        shown["author"] = [
            name if _has_initials(name) else {"literal": _name(name)} for name in item["author"]
        ]
    words = item.get("issued", {}).get("literal")
    return {**shown, "issued": {"literal": words}} if words else shown


def _has_initials(name: dict[str, str]) -> bool:
    """Whether each given name begins with a capital: `van der` and scripts without them have no initials."""
    return all(part[0].isupper() for part in re.split(r"[\s.-]+", name.get("given", "")) if part)


def _single_stops(sentence: str) -> str:
    """One stop where a title ends in its own; two full stops are one already."""
    return re.sub(rf"([{_STOPS}]|[.{_STOPS}][”\"’'»])\.(?= |$)", r"\1", sentence)
