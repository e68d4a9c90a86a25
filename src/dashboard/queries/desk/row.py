"""The rows that a proposal becomes: evidence of a record that is there, or a new record with its evidence.

What only a coder can say, such as a title in their own words, is left empty; the check does not let it pass.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dashboard.model.proposal import CHECK, CLAIM, EVENT, NUMBER, PROJECT, Proposal, Row
from dashboard.model.schema import BY_NAME
from dashboard.queries.desk.known import Known
from dashboard.queries.find.words import tokens

_NEW = {EVENT: "events", NUMBER: "quantities", PROJECT: "projects", CLAIM: "claims", CHECK: "checks"}
_FIELDS = {EVENT: ("date", "date"), NUMBER: ("value", "value")}
_WORDS_OF_ID = 4
# What a new record is called by, in its coder's words.
_CALLED = {
    "events": ("title",),
    "quantities": ("indicator", "subject"),
    "projects": ("name",),
    "claims": ("statement",),
}
_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"])


def rows_of(
    proposal: Proposal, source_id: str, known: Known, taken: Collection[str], record_id: str | None = None
) -> tuple[Row, ...]:
    """The rows of a proposal for the record that it is taken for, or for another one; an empty `record_id`
    makes a new record. `taken` are ids that are in use beside those of the record.
    """
    chosen = proposal.record_id if record_id is None else record_id
    if proposal.kind == CHECK:
        return _of_check(proposal, source_id, known, chosen, taken)
    if chosen:
        return (_evidence(proposal, source_id, chosen),)
    fresh = new_id(proposal, source_id, known, taken)
    table = _NEW[proposal.kind]
    cells = {BY_NAME[table].id_column: fresh, **proposal.cells}
    if proposal.kind == EVENT:
        cells |= {"weight": "3"}
    return Row(table, cells), _evidence(proposal, source_id, fresh)


def _evidence(proposal: Proposal, source_id: str, record_id: str) -> Row:
    field, column = _FIELDS.get(proposal.kind, ("", ""))
    value = proposal.cells.get(column, "")
    return Row(
        "evidence",
        {
            "record_id": record_id,
            "source_id": source_id,
            "locator": proposal.locator,
            "quote": proposal.quote,
            "field": field if value else "",
            "value": value,
            "stance": "supports",
        },
    )


def _of_check(
    proposal: Proposal, source_id: str, known: Known, near: str, taken: Collection[str]
) -> tuple[Row, ...]:
    """A check of this document's statement, with finding and sources of the near one. Its verdict is left
    empty: that statement is another author's, and so is its verdict.
    """
    fresh = new_id(proposal, source_id, known, taken)
    cells = {"check_id": fresh, "source_id": source_id, "locator": proposal.locator, "quote": proposal.quote}
    if not near:
        return (Row("checks", {**cells, "kind": "fact"}),)
    check = known.checks.loc[near]
    same = ("claim", "finding", "correct_value", "confidence", "kind")
    about = ";".join(check["about"]) if isinstance(check["about"], tuple) else str(check["about"])
    cells |= {name: str(check[name]) for name in same} | {"about": about}
    behind = known.check_sources.get(near, ())
    evidence = (
        Row("evidence", {"record_id": fresh, "source_id": source, "stance": stance})
        for source, stance in behind
    )
    return Row("checks", cells), *evidence


def new_id(proposal: Proposal, source_id: str, known: Known, taken: Collection[str]) -> str:
    """A readable id that nothing has yet: words of the proposal and its year."""
    words = tokens(proposal.words)[:_WORDS_OF_ID]
    ascii_words = [word for word in words if word.isascii()]
    year = proposal.cells.get("date", proposal.cells.get("period", ""))[:4]
    start = {CHECK: ["check", source_id.split("-")[0]], CLAIM: ["claim"]}.get(proposal.kind, [])
    stem = "-".join(filter(None, [*start, *ascii_words, year])) or proposal.kind
    stem = stem if "-" in stem else f"{stem}-{proposal.kind}"
    return _free(stem, taken)


def named(before: Sequence[Row], after: Sequence[Row], taken: Collection[str]) -> tuple[Row, ...]:
    """Rows as a coder edited them, each new record with an id of what it is called now, unless the coder gave
    it one.
    """
    return tuple(_renamed(row, edited, taken) for row, edited in zip(before, after, strict=True))


def _renamed(row: Row, edited: Row, taken: Collection[str]) -> Row:
    column = BY_NAME[row.table].id_column
    called = " ".join(edited.cells.get(name, "") for name in _CALLED.get(row.table, ()))
    before = " ".join(row.cells.get(name, "") for name in _CALLED.get(row.table, ()))
    if called == before or edited.cells[column] != row.cells[column]:
        return edited
    year = edited.cells.get("date", edited.cells.get("period", ""))[:4]
    words = [word for word in tokens(called) if word.isascii() and word not in _SMALL and word != year]
    fresh = _free("-".join([*words[:_WORDS_OF_ID], *([year] if year else [])]), taken)
    return Row(edited.table, {**edited.cells, column: fresh}) if "-" in fresh else edited


def _free(stem: str, taken: Collection[str]) -> str:
    number, fresh = 2, stem
    while fresh in taken:
        number, fresh = number + 1, f"{stem}-{number}"
    return fresh


def following(before: Sequence[Row], after: Sequence[Row]) -> tuple[Row, ...]:
    """Rows as a coder edited them, with evidence led to ids that were changed: it names its record by an id
    that the coder changes in another row. A value that was changed in the record alone is changed there too.
    """
    ids = [(BY_NAME[row.table].id_column, row, edited) for row, edited in zip(before, after, strict=True)]
    changed = {
        row.cells.get(column, ""): edited.cells.get(column, "")
        for column, row, edited in ids
        if column and row.cells.get(column) != edited.cells.get(column)
    }
    led = tuple(
        Row(row.table, {**row.cells, "record_id": changed.get(record_id, record_id)})
        if (record_id := row.cells.get("record_id", ""))
        else row
        for row in after
    )
    return tuple(_restated(row, edited, led[0]) for row, edited in zip(before, led, strict=True))


def _restated(row: Row, edited: Row, record: Row) -> Row:
    """Evidence with the value of the record that stands before it, where the coder changed only that."""
    field, value = edited.cells.get("field", ""), edited.cells.get("value")
    if edited.table != "evidence" or field not in record.cells or value != row.cells.get("value"):
        return edited
    return Row("evidence", {**edited.cells, "value": record.cells[field]})


def ids_in(rows: Mapping[str, tuple[Row, ...]]) -> set[str]:
    """The ids of the records that some rows make."""
    return {
        row.cells[id_column]
        for group in rows.values()
        for row in group
        if (id_column := BY_NAME[row.table].id_column) and row.cells.get(id_column)
    }
