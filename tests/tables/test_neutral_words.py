"""Titles and summaries use no word that takes a side: a list of such words, and what is written instead of
each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from dashboard.data.atlas import Atlas

# Our own words. Titles of sources, names of actors and places, and quotes are other people's.
OURS = [
    ("events", "title"),
    ("events", "summary"),
    ("events", "outcome"),
    ("events", "note"),
    ("projects", "summary"),
    ("projects", "note"),
    ("quantities", "summary"),
    ("claims", "statement"),
    ("checks", "claim"),
    ("checks", "finding"),
    ("series", "summary"),
    ("series", "note"),
    ("agreements", "outcome"),
    ("agreements", "note"),
    ("indicators", "description"),
    ("breaks", "note"),
    ("actors", "role"),
    ("eras", "label"),
    ("eras", "summary"),
    ("evidence", "note"),
    ("milestones", "note"),
    ("routes", "note"),
    ("terms", "note"),
]
QUOTED = re.compile(r"“[^”]*”")
# A judging word may stand where the sentence says before it whose word it is.
ATTRIBUTED = re.compile(
    r"\b(says?|said|saying|calls?|called|writes?|wrote|names?|named|speaks? of|spoke "
    r"of|told|tells|asks?|asked|agreed?|agrees"
    r"|charg\w+|condemn\w+|accus\w+|demand\w*|urg\w+|denounc\w+|reject\w+|according to|in the "
    r"words of|set out)\b|\(\d{4}\):",
    re.I,
)


@dataclass(frozen=True)
class Rule:
    """Words that take a side: `instead` is what is written; `unless` are phrases in which they do not."""

    words: str
    instead: str
    unless: str = ""
    by_a_speaker: bool = False

    def broken_by(self, text: str) -> list[str]:
        """The words of a text that break the rule; in quotation marks they are somebody's."""
        plain = QUOTED.sub("“”", text)
        if self.unless:
            plain = re.sub(self.unless, "", plain, flags=re.I)
        sentences = re.split(r"(?<=[.;])\s+", plain)
        return [word for sentence in sentences for word in self._in(sentence)]

    def _in(self, sentence: str) -> list[str]:
        found = re.finditer(rf"\b({self.words})\b", sentence, re.I)
        return [match.group() for match in found if not self._excused(sentence[: match.start()])]

    def _excused(self, before: str) -> bool:
        return self.by_a_speaker and ATTRIBUTED.search(before) is not None


RULES = (
    Rule(r"invad\w+|invasions?", "sends troops into, or troops enter, of every state alike"),
    Rule(
        r"resistance|rebels?|rebellions?|insurgents?|militants?|freedom fighters?",
        "the group's name, or armed opposition",
    ),
    Rule(
        r"terrorists",
        "the group's name, or the attack; terrorism stays a subject of treaties and counts",
        by_a_speaker=True,
    ),
    Rule(r"separatists?|secessionists?", "the group's name, or what it asks for", by_a_speaker=True),
    Rule(r"regimes?", "government", unless=r"(visa|sanctions|control|legal|customs|tariff|trade) regimes?"),
    Rule(r"puppets?|client states?|strongm[ae]n|dictators?|juntas?", "the office, or government"),
    Rule(r"aggress\w+", "attack, war; or say who calls it so", unless="non-aggression", by_a_speaker=True),
    Rule(r"annex(ation|ations|es|ed|ing)?", "say who calls it so", by_a_speaker=True),
    Rule(r"occupied|occupation|occupiers?", "held, administered; or say who calls it so", by_a_speaker=True),
    Rule(r"liberat\w+", "takes, frees; or say who calls it so", by_a_speaker=True),
    Rule(r"imperialis\w+|expansionis\w+|hegemon\w+", "say who calls it so", by_a_speaker=True),
    Rule(
        r"propaganda|interference|interfer(es|ed|ing)|meddl\w+",
        "say who calls it so",
        unless="non-interference",
        by_a_speaker=True,
    ),
    Rule(r"unprovoked|illegal(ly)?|unlawful(ly)?", "say who calls it so", by_a_speaker=True),
    Rule(r"retaliat\w+|reprisals?", "attacks in its turn; or say who calls it so", by_a_speaker=True),
    Rule(r"so-called|infamous|notorious|rogue|evil", "nothing: the fact alone"),
    Rule(
        r"brutal\w*|savage\w*|barbar\w+|genocid\w+|atrocit\w+|massacres?",
        "the number of dead, and who gives it",
        by_a_speaker=True,
    ),
    Rule(r"heroic|martyrs?|martyred|traitors?|betray\w*", "nothing: the fact alone", by_a_speaker=True),
    Rule(
        r"historic|landmark|game-changing|game-changer|brotherly|time-tested|all-weather",
        "nothing",
        by_a_speaker=True,
    ),
    Rule(
        r"slam(s|med)|blast(s|ed)|lash(es|ed) out|crush(es|ed)|blackmail\w*|boast\w*",
        "says, criticises, defeats",
    ),
    Rule(r"should|ought to", "say who asks for it", by_a_speaker=True),
)
# An argument of an author may say what ought to be: that is the argument.
EXEMPT = {("claims", "statement"): "should"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.words.split("|")[0])
def test_no_word_of_ours_takes_a_side(atlas: Atlas, rule: Rule) -> None:
    broken = {}
    for table, column in OURS:
        for text in atlas[table][column]:
            found = [word for word in rule.broken_by(text) if word != EXEMPT.get((table, column))]
            if found:
                broken[text] = found
    assert broken == {}, f"write instead: {rule.instead}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia invades Ukraine", ["invades"]),
        ("He called it an invasion.", ["invasion"]),
        ("He called it “an invasion”.", []),
        ("Sharif spoke of aggression.", []),
        ("The aggression went on, he said.", ["aggression"]),
        ("He said so; the aggression went on.", ["aggression"]),
        ("The missile technology control regime admits no one; the regime in Kabul fell.", ["regime"]),
        ("A treaty of non-aggression is signed.", []),
        ("Moscow should pay.", ["should"]),
        ("Pakistan said that Moscow should pay.", []),
    ],
)
def test_a_side_is_heard_and_a_quote_or_a_named_speaker_is_not(text: str, words: list[str]) -> None:
    assert [word for rule in RULES for word in rule.broken_by(text)] == words
