"""The tables of who says what: sources, evidence, arguments, checks, and how each judgement was coded."""

from __future__ import annotations

from dashboard.model.schema.table import (
    NOTE,
    THEMES,
    Column,
    Holds,
    Table,
    address,
    country,
    day,
    identity,
    reference,
    text,
    word,
)

SOURCES = Table(
    "sources",
    "something that says things",
    ("source_id",),
    (
        identity("source_id"),
        word("kind", "source kind", "what sort of source it is"),
        text("title", "title as published, in its own language"),
        text("title_en", "the title in English, where it is not", required=False),
        text("author", "persons or body named as author", required=False),
        word("author_kind", "author kind", "whether the author is a person or a body", required=False),
        text("publisher", "who published it", required=False),
        country(
            "country",
            "country of the publisher; if empty, the note says why, as for an international body",
        ),
        word("reliability", "reliability", "how far its word carries"),
        day("published", "when it was published", required=False),
        text("published_note", "how the date is known", required=False),
        address("url", "address"),
        address("archived", "address of an archived copy that was read"),
        day("seen", "day on which it was read"),
        Column("language", "language of the source (BCP 47)", Holds.LANGUAGE),
        text("licence", "terms, where known", required=False),
        reference(
            "origin",
            "sources",
            required=False,
            about="the first report, which this one repeats; empty = its own",
        ),
        NOTE,
    ),
)

CLAIMS = Table(
    "claims",
    "an argument that documents make",
    ("claim_id",),
    (
        identity("claim_id"),
        text("topic", "group of arguments"),
        text("statement", "the argument, in our words"),
        THEMES,
    ),
    needs_evidence=True,
)

_NUMBERS = (
    "{value:indicator@period:decimals}, {sum:…} and {change:…} stand for numbers that the series give, "
    "{stated:quantity:decimals} for a stated number; {votes:what:states@years:topic} and "
    "{share:what:states@years:topic:decimals} for counts of recorded votes on whole resolutions of the "
    "General Assembly, each once: of two states alike, half-apart, opposite or cast, of one in-favour, "
    "against, abstained or cast; vetoed counts drafts of the Security Council; no topic means all votes; "
    "{vote:id:state} and {vote:id:result} tell of one vote"
)

CHECKS = Table(
    "checks",
    "a statement held against other evidence, or against the document itself",
    ("check_id",),
    (
        identity("check_id"),
        reference("source_id", "sources", about="the document that makes the statement, or the report of it"),
        text("locator", "paragraph of the document, `para:12`", required=False),
        text("quote", "3 to 12 words of the statement, verbatim; documents only", required=False),
        text("claim", "what is tested"),
        word("verdict", "verdict", "what the test says of the statement"),
        text("finding", f"what other evidence says; {_NUMBERS}"),
        text(
            "correct_value",
            "the value that other evidence supports; numbers of series as in finding",
            required=False,
        ),
        word("confidence", "confidence", "how firm the finding is"),
        word("kind", "check kind", "what the statement is held against"),
        reference("about", many=True, required=False, about="records whose truth the verdict decides"),
    ),
    needs_evidence=True,
)

PUBLISHERS = Table(
    "publishers",
    "how a publisher is named where there is little room: in lines of sources, at dots and in cells",
    ("publisher",),
    (
        text("publisher", "the publisher as sources.csv names it"),
        text("short", "its short name: one that it bears itself, or its name without what may be left out"),
        text("note", "why another publisher bears the same short name", required=False),
    ),
    may_be_empty=True,
)

EVIDENCE = Table(
    "evidence",
    "one passage or data-set series behind one record",
    ("record_id", "source_id", "locator", "quote", "field", "value"),
    (
        reference("record_id"),
        reference("source_id", "sources"),
        text("locator", "`para:12`, a variable or a file", required=False),
        text("quote", "3 to 12 words, verbatim; documents only", required=False),
        text("field", "the field that the source states", required=False),
        text("value", "what it states there, normalised", required=False),
        text(
            "speaker",
            "whose words the source reports: id of an actor, or a name; empty = its own",
            required=False,
        ),
        word("stance", "stance", "whether the source supports or disputes the record"),
        NOTE,
    ),
)

READINGS = Table(
    "readings",
    "one judgement as one reader coded it",
    ("record_id", "source_id", "locator", "field", "coder"),
    (
        reference("record_id", about="the record that is judged"),
        reference("source_id", "sources", required=False, about="the source that was read"),
        text("locator", "the passage that was read, `para:12`", required=False),
        text("field", "what is judged: stance, verdict, origin, reliability and the like"),
        word("coder", "coder", "which reader"),
        text("value", "what the reader chose; `none` for an empty cell"),
        text("why", "the reader's reason, in our words", required=False),
    ),
    may_be_empty=True,
)

CORRECTIONS = Table(
    "corrections",
    "a value that was wrong in an earlier edition, and in which edition it was put right",
    ("record_id", "field", "edition"),
    (
        reference("record_id"),
        text(
            "field",
            "what was wrong: a column of the record, `evidence`, or a row that belongs to it as the changes "
            "name it, such as `value of 2019`",
        ),
        text("edition", "version of the first edition that has it right"),
        text("why", "what was wrong and how it is known, in our words"),
    ),
    may_be_empty=True,
)

ALIASES = Table(
    "aliases",
    "a former id and the record that it now leads to",
    ("former_id",),
    (
        identity("former_id"),
        reference("record_id"),
        text("reason", "why the id was given up"),
    ),
)
