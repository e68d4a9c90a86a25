"""The record by the Model Context Protocol: four questions, each answered with ids, edition and terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from json import dumps
from typing import Any

from dashboard.exports import citation
from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import evidence_behind, rows_of
from dashboard.model.statement import MOST_WORDS
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.queries.aliases import resolve
from dashboard.queries.find.answer import find
from dashboard.queries.find.question import read_question
from dashboard.queries.find.results import found
from dashboard.queries.verify.paragraph import verified
from dashboard.site.publication import Publication
from dashboard.site.record import cited
from dashboard.site.record_data import data_of, source_data, terms_of

Message = Mapping[str, Any]

VERSIONS = ("2025-11-25", "2025-06-18", "2025-03-26")
MOST_FOUND, LONGEST = 20, 300
_SHORTLY = ("source_id", "title", "publisher", "published", "url")
_UNKNOWN_METHOD, _BAD_REQUEST, _BAD_PARAMETERS = -32601, -32600, -32602


class Refused(ValueError):
    """A question that cannot be answered; the words say what would be right."""


def converse(dataset: Dataset, base: str, message: Any) -> dict[str, Any] | None:
    """The answer to one JSON-RPC message; None for a notification, which has none."""
    if not isinstance(message, Mapping) or message.get("jsonrpc") != "2.0" or "method" not in message:
        return _error(None, _BAD_REQUEST, "one message of JSON-RPC 2.0 is expected")
    if "id" not in message:
        return None
    identifier, method, params = message["id"], message["method"], message.get("params") or {}
    if isinstance(identifier, bool) or not isinstance(identifier, str | int):
        return _error(None, _BAD_REQUEST, "id: a text or a whole number is expected")
    if not isinstance(method, str) or method not in _METHODS:
        return _error(identifier, _UNKNOWN_METHOD, f"there are {', '.join(_METHODS)}")
    if not isinstance(params, Mapping):
        return _error(identifier, _BAD_PARAMETERS, "params: an object is expected")
    try:
        result = _METHODS[method](Publication(dataset, base, reads_app=True), params)
    except Refused as refused:
        return _error(identifier, _BAD_PARAMETERS, str(refused))
    return {"jsonrpc": "2.0", "id": identifier, "result": result}


def _error(identifier: Any, code: int, words: str) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": identifier, "error": {"code": code, "message": words}}


def _initialize(app: Publication, params: Message) -> dict[str, Any]:
    wanted = params.get("protocolVersion")
    return {
        "protocolVersion": wanted if wanted in VERSIONS else VERSIONS[0],
        "capabilities": {"tools": {}},
        "serverInfo": {"name": app.edition.package, "version": app.edition.version},
        "instructions": f"{app.edition.caption}. Cite each answer by its ids, the edition and the sources.",
    }


def _list(app: Publication, params: Message) -> dict[str, Any]:
    return {"tools": [{**_tool(name), "annotations": {"readOnlyHint": True}} for name in _TOOLS]}


def _tool(name: str) -> dict[str, Any]:
    _, words, parameters = _TOOLS[name]
    properties = {
        parameter: {"type": "string", "description": said} for parameter, said in parameters.items()
    }
    schema = {"type": "object", "properties": properties, "required": list(parameters)}
    return {"name": name, "description": words, "inputSchema": schema}


def _call(app: Publication, params: Message) -> dict[str, Any]:
    """What a tool answers, as text and as structure; a refusal is an answer that says what was wrong."""
    name, given = str(params.get("name")), params.get("arguments") or {}
    if name not in _TOOLS:
        raise Refused(f"there are the tools {', '.join(_TOOLS)}")
    answer, _, parameters = _TOOLS[name]
    try:
        values = [_text(given, parameter) for parameter in parameters]
        answers = {**answer(app, *values), **terms_of(app)}
    except Refused as refused:
        return {"content": [{"type": "text", "text": str(refused)}], "isError": True}
    return {
        "content": [{"type": "text", "text": dumps(answers, ensure_ascii=False)}],
        "structuredContent": answers,
    }


def _text(given: Any, parameter: str) -> str:
    value = given.get(parameter) if isinstance(given, Mapping) else None
    if not isinstance(value, str) or not value.strip():
        raise Refused(f"{parameter}: a text is expected")
    return value.strip()


def _find(app: Publication, question: str) -> dict[str, Any]:
    index = app.dataset.searched
    result = find(index, read_question(question[:LONGEST], app.dataset.glossary))
    marker = result.marker()
    records = [found(index, hit, marker) for hit in result.hits[:MOST_FOUND]]
    behind = {record.record_id: _sources(app, record.record_id) for record in records}
    entries = [
        {
            "id": record.record_id,
            "kind": RECORD_NAMES[record.table],
            "title": record.title,
            "date": record.date,
            "passage": record.passage.text,
            "address": app.address(app.path_of(record.record_id)),
            "sources": behind[record.record_id],
        }
        for record in records
    ]
    named = {source for sources in behind.values() for source in sources}
    sources = rows_of(app.dataset, "sources", "source_id", named)[list(_SHORTLY)].to_dict("records")
    return {
        "answered": result.answered,
        "unmet": result.judge.lacking(result.hits[0].row) if result.hits else (),
        "found": len(result.hits),
        "results": entries,
        "sources": sources,
    }


def _sources(app: Publication, record_id: str) -> list[str]:
    """The sources that tell of a record, by id; all that they say stands in `record`."""
    return list(dict.fromkeys(evidence_behind(app.dataset, [record_id])["source_id"]))


def _record(app: Publication, identifier: str) -> dict[str, Any]:
    return data_of(app, _known(app, identifier))


def _cite(app: Publication, identifier: str) -> dict[str, Any]:
    record_id = _known(app, identifier)
    item = cited(app, record_id)
    sources = data_of(app, record_id)["sources"]
    written = {"text": citation.text(item), "bibtex": citation.bibtex([item]), "csl": item}
    return {"id": record_id, **written, "sources": sources}


def _verify(app: Publication, text: str) -> dict[str, Any]:
    if len(text.split()) > MOST_WORDS:
        raise Refused(f"text: at most {MOST_WORDS} words are taken")
    sentences = verified(text, app.dataset.held)
    named = {source for sentence in sentences for finding in sentence.findings for source in finding.sources}
    sources = app.dataset.atlas["sources"]
    behind = sources[sources["source_id"].isin(named)]
    return {
        "sentences": [asdict(sentence) for sentence in sentences],
        "sources": [source_data(source) for source in behind.to_dict("records")],
    }


def _known(app: Publication, identifier: str) -> str:
    record_id = resolve(app.dataset.atlas["aliases"], identifier)
    if record_id not in app.dataset.titles:
        raise Refused(f"id: there is no record {identifier[:LONGEST]}; find one first")
    return record_id


_QUESTION, _PARAGRAPH = {"question": "a question or some words"}, {"text": "the paragraph"}
_ID = {"id": "permanent id of a record, as find names it"}
_TOOLS: Mapping[str, tuple[Callable[..., dict[str, Any]], str, Mapping[str, str]]] = {
    "find": (_find, "Records that a question finds, best first, each with its passage.", _QUESTION),
    "record": (_record, "Everything that the record holds of one thing, with evidence and sources.", _ID),
    "cite": (_cite, "How to cite a record: as a sentence, as CSL-JSON and as BibTeX.", _ID),
    "verify": (_verify, "What of a paragraph agrees with the record, differs, or is not in it.", _PARAGRAPH),
}
_METHODS: Mapping[str, Callable[[Publication, Message], dict[str, Any]]] = {
    "initialize": _initialize,
    "ping": lambda app, params: {},
    "tools/list": _list,
    "tools/call": _call,
}
