"""What kind of happening the words of a sentence tell of, by verbs and nouns, and whether it is planned."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Words by the kind of event that they tell of, as parts of a regular expression.
_ACTS = {
    "visit": (
        r"visit(?:s|ed|ing)?|(?:came|flew|went) to|trip|tour(?:ed)?|travel(?:l?ed|s)|arriv(?:ed|al)|"
        r"delegations?"
    ),
    "call": r"phone calls?|telephone(?:d)?|telephonic",
    "agreement": (
        r"sign(?:s|ed|ing)|agree(?:d|ments?)|accords?|treat(?:y|ies)|pacts?|memorand(?:um|a)|"
        r"mous?|deals?|contracts?|protocols?|ratif\w+"
    ),
    "exercise": r"exercises?|drills?|man(?:oeuvre|euver)s?",
    "delivery": (
        r"deliver(?:y|ed|ies)|suppl(?:y|ied|ies)|ship(?:ment|ped)s?|s(?:old|ales?|elling)|"
        r"unload(?:ed|ing)|cargo(?:es)?|purchas(?:e|ed|ing)|handed over|bought|procur\w+|provid(?:ed|es)"
    ),
    "vote": r"vot(?:e|ed|es|ing)|veto(?:ed|es)?|abstain(?:ed)?|resolutions?",
    "conflict": (
        r"wars?|inva(?:sion|ded)|attack(?:s|ed)?|clash(?:es)?|intervention|intervened|crisis|"
        r"coup|conflict|shot down|assassinat\w+|kill(?:ed|ing)"
    ),
    "institution": (
        r"establish(?:ed|ment)|found(?:ed|ing)|join(?:ed|ing|s)|member(?:s|ship)?|created|"
        r"formed|formation|summits?|meetings?|meet(?:s|ing)?|met|conferences?|talks?|dialogues?|"
        r"inclusion|inception|birth|commission|observer|disintegrat\w+|dissol\w+|collaps\w+|"
        r"independen\w+|partition|held|host(?:ed|s)"
    ),
    "policy": (
        r"succeed(?:ed)?|turned down|welcomed|help(?:ed)? to|siding|sided|send|sent|"
        r"blacklist\w*|alienat\w+|deteriorat\w+|facilitat\w+|lift(?:ed|ing)|embargo|"
        r"sanction(?:s|ed)?|withdr[ae]w\w*|recogni[sz]\w+|launch(?:ed)?|impos\w+|suspend\w*|"
        r"decided|refus\w+|reject\w*|adopt\w*|approv\w*|appoint\w*|invit\w+|postpon\w+|"
        r"cancel\w*|resum\w+|revers\w+|normali[sz]\w+|support(?:ed)|help(?:ed)|facilitat(?:ed)|"
        r"allow(?:ed)|convinced|became|elected|resigned|merged|annex\w+"
    ),
    "statement": (
        r"highlight\w*|acknowledg\w+|discuss(?:ed|ions?)|reveal\w*|raised|assert\w+|examin\w+|"
        r"announc\w+|declar\w+|offer(?:ed|s)?|propos\w+|condemn\w+|warn(?:ed|s)?|urg(?:ed|es)|"
        r"express(?:ed|es)?|stated|said|told|tried|call(?:ed|s) (?:for|on)|prais\w+|assur\w+|"
        r"reiterat\w+|pledg\w+|enunciat\w+|interview|remark\w*|mention(?:ed)?|claim(?:ed|s)"
    ),
    "other": (
        r"construct\w+|built|build(?:ing)?|open(?:ed|ing)|complet\w+|inaugurat\w+|crash\w+|"
        r"earthquake|pandemic|celebrat\w+|anniversary|explor\w+|start(?:ed)?|began|reached|"
        r"collaborat(?:ed|ion)|cooperat(?:ed|e)|assist(?:ed|ance)|step|highest|partnership|"
        r"opened up|announcement|support"
    ),
}
_PATTERNS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _ACTS.items()}
_PLANNED = re.compile(
    r"\b(?:will|plan(?:s|ned|ning)?|expected to|scheduled|intend(?:s|ed)?|"
    r"to be (?:held|signed|built))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:did not|didn't|never|postponed|cancelled|canceled|called off|failed to|could not)\b", re.IGNORECASE
)
# These tell of a happening by themselves; of the others a date or a named actor has to stand by.
STRONG = frozenset(
    {"visit", "call", "exercise", "vote", "agreement", "delivery", "conflict", "institution", "policy"}
)


@dataclass(frozen=True)
class Act:
    """A word that tells of a happening: the kind of event, and where the word stands."""

    kind: str
    text: str
    begin: int
    end: int


def acts_in(sentence: str) -> list[Act]:
    """The words of a sentence that tell of happenings, in the order of the kinds of event."""
    return [
        Act(kind, match.group(), *match.span())
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(sentence)
    ]


def status_of(sentence: str) -> str:
    """`planned`, `did-not-happen` or `happened`, as far as the verbs tell."""
    if _DENIED.search(sentence):
        return "did-not-happen"
    return "planned" if _PLANNED.search(sentence) else "happened"
