"""Known names are met by every alias and by slips of the pen, and ordinary words are no names."""

from __future__ import annotations

from dashboard.queries.desk.name import Names

NAMES = Names(
    {
        ("ada", "minister"): "ada-minister",
        ("river", "pipeline"): "river-pipeline",
        ("north", "line"): "river-pipeline",
        ("southern", "port"): "southern-port",
        ("port",): "port",
        ("islamabad",): "state",
    }
)


def met(sentence: str) -> list[tuple[str, str, str]]:
    return [(name.record_id, name.text, name.spelt) for name in NAMES.named_in(sentence)]


def test_the_longest_name_is_met_and_each_record_once() -> None:
    assert met(
        "Ada Minister saw Southern Port, and Ada Minister liked the North Line, the River pipeline."
    ) == [
        ("ada-minister", "Ada Minister", ""),
        ("southern-port", "Southern Port", ""),
        ("river-pipeline", "North Line", ""),
    ]


def test_a_misspelt_name_is_met_and_said_to_be() -> None:
    assert met("Then Ada Ministar flew to Islmabad.") == [
        ("ada-minister", "Ada Ministar", "ada minister"),
        ("state", "Islmabad", "islamabad"),
    ]


def test_words_that_are_not_written_as_names_are_none() -> None:
    assert met("The southern port and the river pipeline of the north line.") == []


def test_a_word_far_from_every_name_is_none() -> None:
    assert met("Then Peter Unknown flew to Istanbul.") == []
