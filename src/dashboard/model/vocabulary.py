"""The words that a column may hold, each with the label that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _labels(text: str, **special: str) -> Mapping[str, str]:
    return MappingProxyType(
        {word: special.get(word.replace("-", "_"), word.replace("-", " ")) for word in text.split()}
    )


VOCABULARIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "source kind": _labels(
            "document dataset official news reference academic thinktank",
            dataset="data set",
            thinktank="think tank",
        ),
        "event kind": _labels(
            "visit call agreement exercise delivery statement vote conflict institution policy other"
        ),
        "event status": _labels("happened claimed planned did-not-happen", did_not_happen="did not happen"),
        "series kind": _labels("commission working-group exercise format talks summit council visits"),
        "agreement kind": _labels(
            "treaty agreement protocol memorandum contract joint-statement exchange-of-letters plan"
        ),
        "author kind": _labels("person body"),
        "reliability": _labels(
            "primary established state partisan weak",
            primary="primary record",
            established="established",
            state="state outlet",
            partisan="partisan",
            weak="weak",
        ),
        "break kind": _labels("definition territory coverage vintage", vintage="edition"),
        "family page": _labels("context trade"),
        "family kind": _labels("line bar point sum"),
        "family scale": _labels("common own"),
        "family finding": _labels(
            "peak peaks change order distance yes",
            peak="the highest value",
            peaks="the highest value of each panel, where their units differ",
            distance="the panels whose two lines are nearest and furthest in the last period of all",
            yes="in how many of the periods the value of the first series is 1",
            change="the first and the last value of the first series",
            order="the highest and the lowest panel of the last period that all have",
        ),
        "check kind": _labels("fact consistency", fact="other evidence", consistency="the document itself"),
        "coder": _labels(
            "A B settled later audit", A="first reader", B="second reader", later="later reader"
        ),
        "stance": _labels("supports disputes"),
        "qualifier": _labels("exact about over under up-to", up_to="up to"),
        "processing": _labels("as-reported derived", as_reported="as reported"),
        "observation status": _labels("observed estimated doubtful"),
        "valuation": _labels("FOB CIF"),
        "project kind": _labels("rail road pipeline port energy industry arms space health policy"),
        "project status": _labels(
            "proposed agreed construction operating stalled cancelled superseded",
            construction="under construction",
        ),
        "place kind": _labels("capital city town district port site crossing region country"),
        "precision": _labels("site town district country"),
        "drawn": _labels("surveyed schematic"),
        "actor kind": _labels("state organisation company person"),
        "verdict": _labels(
            "supported partly contradicted unverifiable",
            partly="partly supported",
            unverifiable="cannot be verified",
        ),
        "confidence": _labels("high medium low"),
        "yes or no": _labels("yes no"),
        "vote body": _labels(
            "general-assembly security-council",
            general_assembly="General Assembly",
            security_council="Security Council",
        ),
        "vote kind": _labels("resolution decision paragraph amendment other draft", other="other motion"),
        "vote outcome": _labels("adopted vetoed not-adopted"),
    }
)

# What a word of these vocabularies means, where its label alone does not say it.
MEANINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "event status": MappingProxyType(
            {
                "happened": "a source without an interest in it, or two that are independent, say so",
                "claimed": "a single or interested account says so, or a check could not verify it",
                "planned": "announced; two years after its date the outcome is said",
                "did-not-happen": "a source says that it was refused, put off or dropped",
            }
        ),
        "reliability": MappingProxyType(
            {
                "primary": "official record or first-hand data of the body that acts or counts: a ministry, "
                "a president, the United Nations, a court, a company on itself, an archive",
                "established": "newsroom, peer-reviewed or reference work with its own editing, think tank",
                "state": "outlet or agency run by a state, beyond plain official texts",
                "partisan": "party, movement, lobby, sanctioned or openly one-sided outlet",
                "weak": "aggregator, scraper, blog, unsigned repost, machine translation",
            }
        ),
        "break kind": MappingProxyType(
            {
                "definition": "what is counted changes",
                "territory": "the land or the state that is counted changes",
                "coverage": "which cases are looked for changes",
                "vintage": "later values come from another edition of the data",
            }
        ),
    }
)


# What a source may state of a record beside the columns of its table; "of the reply", "in the headline" may
# follow.
STATED_DATES = ("date", "end", "founded", "planned completion", "planned date", "planned start", "start")
STATED_FIELDS = (
    *STATED_DATES,
    "area",
    "builder",
    "capacity",
    "commission",
    "consortium",
    "cost",
    "diameter",
    "end point",
    "engines",
    "flow",
    "gauge",
    "helicopters",
    "length",
    "offshore part",
    "ordered",
    "ownership share",
    "place",
    "role",
    "route",
    "transit time",
    "trend",
    "value",
)

# What one row of each table is, in a word for readers.
RECORD_NAMES = {
    "events": "event",
    "projects": "project",
    "actors": "actor",
    "places": "place",
    "claims": "argument",
    "checks": "check",
    "sources": "source",
    "quantities": "stated number",
    "indicators": "statistical series",
    "routes": "route",
    "series": "series of meetings",
    "agreements": "agreement",
    "offices": "office",
    "terms": "term of office",
    "themes": "theme",
    "eras": "era",
    "votes": "vote",
    "vote_topics": "topic of votes",
}


def label(vocabulary: str, word: str) -> str:
    """What a reader sees for a word of a vocabulary."""
    return VOCABULARIES[vocabulary][word]
