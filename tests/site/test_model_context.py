"""The record by the Model Context Protocol: what a client that keeps to its rules is answered."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from dashboard.figures.dataset import Dataset
from dashboard.site.model_context import converse
from dashboard.site.publication import Publication


@pytest.fixture
def ask(publication: Publication) -> Any:
    def asked(method: str, **params: Any) -> dict[str, Any]:
        message = {"jsonrpc": "2.0", "id": 7, "method": method, "params": params}
        answer = converse(publication.dataset, "https://atlas.example/", message)
        assert answer is not None
        assert answer["id"] == 7
        return answer

    return asked


def test_a_client_is_told_version_tools_and_what_they_take(ask: Any) -> None:
    told = ask("initialize", protocolVersion="2025-06-18")["result"]
    assert told["protocolVersion"] == "2025-06-18"
    assert ask("initialize", protocolVersion="1")["result"]["protocolVersion"] == "2025-11-25"
    tools = {tool["name"]: tool["inputSchema"] for tool in ask("tools/list")["result"]["tools"]}
    assert {name: schema["required"] for name, schema in tools.items()} == {
        "find": ["question"],
        "record": ["id"],
        "cite": ["id"],
        "verify": ["text"],
    }


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("find", {"question": "pipeline"}),
        ("record", {"id": "pipeline-agreement"}),
        ("cite", {"id": "pipeline-agreement"}),
        ("verify", {"text": "The agreement on the pipeline was signed in October 2015."}),
    ],
)
def test_every_answer_carries_edition_terms_and_sources_and_names_records(
    ask: Any, name: str, given: dict[str, str]
) -> None:
    result = ask("tools/call", name=name, arguments=given)["result"]
    told = result["structuredContent"]
    assert json.loads(result["content"][0]["text"]) == json.loads(json.dumps(told))
    assert told["edition"]["version"]
    assert told["terms"].startswith("Facts:")
    assert "pipeline-agreement" in result["content"][0]["text"] or name == "verify"
    assert told["sources"]
    named = {source["source_id"] for source in told["sources"]}
    assert named >= {source for entry in told.get("results", ()) for source in entry["sources"]}


def test_a_question_that_cannot_be_answered_is_answered_by_what_would_be_right(ask: Any) -> None:
    assert ask("tools/call", name="record", arguments={"id": "nothing"})["result"]["isError"]
    assert ask("tools/call", name="find", arguments={"question": 3})["result"]["isError"]
    assert ask("tools/call", name="verify", arguments={"text": "word " * 9999})["result"]["isError"]
    assert ask("tools/call", name="erase")["error"]["code"] == -32602
    assert ask("resources/list")["error"]["code"] == -32601


def test_a_notification_has_no_answer_and_what_is_no_message_an_error(publication: Publication) -> None:
    noted = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    assert converse(publication.dataset, "", noted) is None
    for message in (None, [], {"id": 1}, {"jsonrpc": "1.0", "method": "ping", "id": 1}):
        answer = converse(publication.dataset, "", message)
        assert answer is not None
        assert answer["error"]["code"] == -32600


@pytest.mark.parametrize(
    ("part", "value", "code"),
    [
        ("method", ["ping"], -32601),
        ("method", {"a": 1}, -32601),
        ("method", None, -32601),
        ("params", "text", -32602),
        ("params", ["find"], -32602),
        ("params", 7, -32602),
        ("id", None, -32600),
        ("id", True, -32600),
        ("id", 1.5, -32600),
        ("id", {"a": 1}, -32600),
    ],
)
@pytest.mark.parametrize("method", ["initialize", "ping", "tools/list", "tools/call"])
def test_a_part_of_another_type_is_told_and_never_raises(
    publication: Publication, method: str, part: str, value: Any, code: int
) -> None:
    message = {"jsonrpc": "2.0", "id": 1, "method": method, part: value}
    answer = converse(publication.dataset, "", message)
    assert answer is not None
    assert answer["error"]["code"] == code
    assert answer["id"] == (None if part == "id" else 1)


def test_what_is_found_has_kind_date_passage_and_address_and_is_no_more_than_twenty(
    ask: Any, publication: Publication
) -> None:
    told = ask("tools/call", name="find", arguments={"question": "river pipeline agreement"})
    first = told["result"]["structuredContent"]["results"][0]
    assert (first["id"], first["kind"], first["title"], first["date"]) == (
        "pipeline-agreement",
        "event",
        "Agreement on the river pipeline",
        "16 October 2015",
    )
    assert first["address"] == "https://atlas.example/record?id=pipeline-agreement"
    atlas = publication.dataset.atlas
    (row,) = atlas["events"].query("event_id == 'trade-round'").to_dict("records")
    many = pd.DataFrame([{**row, "event_id": f"round-{at}", "title": f"Ferry {at}"} for at in range(25)])
    named = {**atlas.table_of, **dict.fromkeys(many["event_id"], "events")}
    busy = Dataset(replace(atlas, frames={**atlas.frames, "events": many}, table_of=named))
    asked = {"name": "find", "arguments": {"question": "ferry"}}
    answer = converse(busy, "", {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": asked})
    assert answer is not None
    found = answer["result"]["structuredContent"]
    assert (found["found"], len(found["results"])) == (25, 20)


def test_a_citation_comes_as_sentence_bibtex_and_csl_with_the_sources_behind(ask: Any) -> None:
    told = ask("tools/call", name="cite", arguments={"id": "pipeline-agreement"})["result"][
        "structuredContent"
    ]
    assert told["text"].endswith(
        "A small Atlas (version 0.9.0). https://atlas.example/record?id=pipeline-agreement"
    )
    assert told["bibtex"].strip().startswith("@misc{atlas-pipeline-agreement,")
    assert told["csl"]["title"] == "Agreement on the river pipeline"
    assert {source["source_id"] for source in told["sources"]} == {"gazette-2015", "voice-2020", "paper-2021"}


def test_a_paragraph_is_answered_with_the_sources_of_its_findings_alone(ask: Any) -> None:
    text = "Trade stood at 500 million dollars in 2018."
    told = ask("tools/call", name="verify", arguments={"text": text})["result"]["structuredContent"]
    findings = [finding for sentence in told["sentences"] for finding in sentence["findings"]]
    behind = {source for finding in findings for source in finding["sources"]}
    assert behind
    assert {source["source_id"] for source in told["sources"]} == behind
    assert len(behind) < 5, "the small Atlas has five sources"


def test_a_tool_says_that_it_only_reads(ask: Any) -> None:
    tools = ask("tools/list")["result"]["tools"]
    assert [tool["annotations"] for tool in tools] == [{"readOnlyHint": True}] * 4
