"""A paragraph held against the record: each date, number, name and superlative agrees, differs, is disputed
or is not in the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.model.statement import AGREES, DIFFERS, DISPUTED, MOST_WORDS, NOT_HELD, Finding, Sentence
from dashboard.queries.find.words import spans, tokens
from dashboard.queries.verify.event import Meant, dates_of, near_best, overlap, sure, without
from dashboard.queries.verify.held import STATES, Held, Quote, Value, stems
from dashboard.queries.verify.judgement import finding_of, judged
from dashboard.queries.verify.names import departing, miscounted, names_in, strangers
from dashboard.queries.verify.statement import Stated, sentences_of, stated_in

_OF_CHECK = {"supported": AGREES, "contradicted": DIFFERS, "partly": DIFFERS, "unverifiable": NOT_HELD}
# Two values this near (as a share) are one: "about 660" and 659.
_SAME = 0.01
_WIDEST = 2
# Where the dates meet, a record of which a sentence holds this share is enough to be the one that is meant.
_NEAR = 0.45


def verified(text: str, held: Held) -> list[Sentence]:
    """Hold every sentence of a text against the record. ValueError if the text has more than MOST_WORDS
    words.
    """
    number = len(text.split())
    if number > MOST_WORDS:
        raise ValueError(
            f"the text has {number} words; at most {MOST_WORDS} can be held against the record at once"
        )
    return [Sentence(sentence, tuple(_findings(sentence, held))) for sentence in sentences_of(text)]


def _findings(sentence: str, held: Held) -> list[Finding]:
    words = spans(sentence)
    quoted = list(_quoted(words, held))
    repeated = list(_of_quotes(sentence, quoted, held))
    tied = list(dict.fromkeys([quote.record_id for quote, _, _ in quoted] + held.about(sentence)))
    things = stated_in(sentence)
    undated = without(sentence, dates_of(things))
    firsts = [thing.text for thing in things if thing.kind == "superlative"]
    meant = held.events.called(held.events.meant_by(undated), firsts)
    named = list(departing(names_in(sentence, words, held), things, undated, meant, held))
    found = [
        _of_stated(stated, sentence, tied, named, held, meant)
        for stated in things
        if not _lies_in(stated, repeated)
    ]
    found += miscounted(words, things, undated, meant, held)
    found += strangers(undated, words, named, held)
    findings = dict.fromkeys([*repeated, *_of_claims(sentence, quoted, held), *named, *found])
    return sorted(findings, key=lambda finding: (finding.begin, finding.end))


def _quoted(words: list[tuple[str, int, int]], held: Held) -> Iterator[tuple[Quote, int, int]]:
    """The quotes that stand in a sentence word for word, whatever their numbers, with the first and the last
    word's place.
    """
    plain = [word for word, _, _ in words]
    present = frozenset(plain)
    for quote in held.quotes:
        if not quote.plain_words <= present or len(quote.words) > len(plain):
            continue
        for start in range(len(plain) - len(quote.words) + 1):
            if _alike(quote.words, plain[start : start + len(quote.words)]):
                yield quote, start, start + len(quote.words) - 1
                break


def _alike(quote: tuple[str, ...], words: list[str]) -> bool:
    return all(
        quoted == other or (quoted[0].isdigit() and other[0].isdigit())
        for quoted, other in zip(quote, words, strict=True)
    )


def _of_quotes(sentence: str, quoted: list[tuple[Quote, int, int]], held: Held) -> Iterator[Finding]:
    """What the checks say of the statements that a sentence repeats, and numbers in which it departs from the
    words of a source.
    """
    words = spans(sentence)
    for quote, first, last in quoted:
        begin, end = words[first][1], words[last][2]
        changed = [place for place in range(first, last + 1) if words[place][0] != quote.words[place - first]]
        for place in changed:
            ours = quote.words[place - first]
            yield finding_of(
                held,
                "number",
                sentence,
                words[place][1],
                words[place][2],
                DIFFERS,
                quote.record_id,
                f"the source says {ours}",
                (quote.source_id,),
            )
        if quote.record_id in held.checks.index and not changed:
            yield _of_check(sentence, begin, end, quote.record_id, held)


def _of_claims(sentence: str, quoted: list[tuple[Quote, int, int]], held: Held) -> Iterator[Finding]:
    """What the checks say of statements that a sentence makes in other words."""
    known = {quote.record_id for quote, _, _ in quoted}
    for record_id in held.about(sentence, STATES):
        if (
            record_id in held.checks.index
            and record_id not in known
            and _same_numbers(sentence, record_id, held)
        ):
            yield _of_check(sentence, 0, len(sentence), record_id, held)


def _same_numbers(sentence: str, check_id: str, held: Held) -> bool:
    """Whether a supported statement has every number of the sentence: with another one in it, the sentence is
    not supported.
    """
    check = held.checks.loc[check_id]
    if check["verdict"] != "supported":
        return True
    known = set(tokens(f"{check['claim']} {check['finding']} {check['correct_value']}"))
    return all(word in known for word in tokens(sentence) if word.isdigit())


def _of_check(sentence: str, begin: int, end: int, check_id: str, held: Held) -> Finding:
    check = held.checks.loc[check_id]
    ours = check["correct_value"] or check["finding"]
    return finding_of(
        held,
        "statement",
        sentence,
        begin,
        end,
        _OF_CHECK[check["verdict"]],
        check_id,
        ours,
        held.sources.get(check_id, ()),
    )


def _lies_in(stated: Stated, repeated: list[Finding]) -> bool:
    """Whether a thing stated is part of a statement that was judged whole."""
    return any(finding.begin <= stated.begin and stated.end <= finding.end for finding in repeated)


def _of_stated(
    stated: Stated, sentence: str, tied: list[str], named: list[Finding], held: Held, meant: list[Meant]
) -> Finding:
    if stated.kind == "date":
        return _of_date(stated, sentence, tied, held, meant)
    if stated.kind == "number":
        return _of_number(stated, sentence, tied, named, held)
    for record_id in tied:
        if (
            record_id not in held.checks.index
            and stated.text.lower() in held.titles.get(record_id, "").lower().split()
        ):
            return judged(held, stated, AGREES, record_id, held.titles[record_id])
    return judged(held, stated, NOT_HELD)


def _of_date(stated: Stated, sentence: str, tied: list[str], held: Held, meant: list[Meant]) -> Finding:
    """How a date stands to the records of which its sentence speaks.

    It agrees if it overlaps with the date of one. Where a source of one states its year it is disputed if a
    source departs from the record, and differs if none does; it differs too if no date of the sentence
    overlaps with the date of one that is known to two years.
    """
    event_ids = [event.event_id for event in near_best(meant)]
    dated = [record_id for record_id in tied if record_id in held.dates]
    for record_id in (*dated, *event_ids, *held.about(sentence, _NEAR)):
        if record_id in held.dates and overlap(stated, held.dates[record_id]):
            return judged(held, stated, AGREES, record_id, _caption(*held.dates[record_id]))
    spoken_of = list(dict.fromkeys([*dated, *(event.event_id for event in sure(meant))]))
    for record_id in spoken_of:
        if stated.first[:4] in held.stated_years.get(record_id, frozenset()):
            verdict = DISPUTED if record_id in held.departing else DIFFERS
            return judged(held, stated, verdict, record_id, _caption(*held.dates[record_id]))
    dates = [other for other in stated_in(sentence) if other.kind == "date"]
    for record_id in spoken_of:
        days = held.dates.get(record_id)
        if days and _narrow(days) and not any(overlap(other, days) for other in dates):
            return judged(held, stated, DIFFERS, record_id, _caption(*days))
    return judged(held, stated, NOT_HELD)


def _narrow(days: tuple[str, str]) -> bool:
    return int(days[1][:4]) - int(days[0][:4]) < _WIDEST


def _of_number(stated: Stated, sentence: str, tied: list[str], named: list[Finding], held: Held) -> Finding:
    subjects = {finding.record_id for finding in named} | set(tied)
    comparable = [
        value
        for value in held.values
        if value.unit == stated.unit and (value.record_id in tied or value.subject in subjects)
    ]
    for value in comparable:
        if abs(value.value - stated.value) <= _SAME * abs(value.value):
            return judged(held, stated, AGREES, value.record_id, value.caption)
    meant = _meant(comparable, sentence, tied)
    if meant:
        ours = ", ".join(dict.fromkeys(value.caption for value in meant))
        return judged(held, stated, DIFFERS, meant[0].record_id, ours)
    return judged(held, stated, NOT_HELD)


def _meant(values: list[Value], sentence: str, tied: list[str]) -> list[Value]:
    """The values of which the sentence speaks: its own record's, or those whose measure it names."""
    words = frozenset(stems(sentence))
    return [value for value in values if value.record_id in tied or (value.words and value.words <= words)]


def _caption(first: str, last: str) -> str:
    """The days between which a record's date lies; a whole year is its number."""
    if (first[4:], last) == ("-01-01", f"{first[:4]}-12-31"):
        return first[:4]
    return first if first == last else f"{first} to {last}"
