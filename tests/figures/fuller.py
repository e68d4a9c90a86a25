"""Rows that fill the small Atlas further, roll calls, and the edition before, so that no figure is empty or
too short to have an order, and changes of every kind are told.
"""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pandas as pd

from dashboard.data.editions import ENDING, edition_files, packed

# Words that only ask.
ASKING = "a and at did does happened has how in is of on the to what when where who"
# Rows without which some figures of the small Atlas would be empty or too short to have an order.
ROWS = {
    "actors": ["boris-minister,Boris Minister,,person,RUS,Minister,,"],
    "offices": ["minister-of-seas,Minister of Seas,RUS"],
    "terms": ["term-boris-seas,minister-of-seas,boris-minister,2012/2016-05,"],
    "events": [
        f"meeting-{day},{day},Ministers meet,They met.,visit,happened,{theme},"
        f"ada-minister;boris-minister,,,{weight},{after},,,,"
        for day, theme, weight, after in (
            ("2014-07-01", "trade", 2, "treaty-1960"),
            ("2016-04-02", "trade;energy", 1, ""),
            ("2017-05-03", "diplomacy", 3, "treaty-1960"),
        )
    ],
    "sources": [
        "organ-1971,news,Соседи говорят,Neighbours speak,,,The Organ,SUN,weak,1971-03-05,,"
        "https://example.org/organ,,2022-05-30,ru,,,",
        'memo-1950s,official,Memo {draft,,"Doe, Jane",person,Ministry of Seas,RUS,primary,195X,'
        "window inferred,,,2022-05-30,en,,,",
        "reprint-1971,news,Voisins <b>muets</b>,Neighbours & *friends*,,,The [Reprint](x),GBR,established,"
        "1971-03-06,,,https://example.org/kept,2022-05-30,fr,,organ-1971,",
    ],
    "agreements": [
        "treaty-text,treaty-1960,treaty,Treaty of commerce between the two,1960-06/1990,,,",
        "deal-text,deal-2020,memorandum,Memorandum on gas,,https://example.org/deal,,No day was named.",
    ],
    "quantities": [
        "debt-2016,debt,deal-2020,1234567890.5,up-to,RUB,2016-03,energy;trade,A debt is put at a billion.",
        "share-2015,share,sea-pipeline,12.75,over,percent,2015/2016,trade,A share is named.",
    ],
    "readings": ["trade-round,,,event,later,changed,the day is not known"],
    "corrections": [
        "river-pipeline,evidence,0.9.0,the paper was read too fast",
        "trade-round,title,0.9.0,they were a round",
    ],
    "glossary": [
        *(f"{word},,en" for word in ASKING.split()),
        *(
            "کب,,ur",
            "о,,ru",
            "на,,ru",
            "پائپ لائن,pipeline,ur",
            "переговор,talks,ru",
            "трубопровод,pipeline,ru",
        ),
        *("treaty,agreement,en", "accord,agreement;treaty,en", "meeting,visit;talks,en", "talks,meeting,en"),
    ],
    "projects": [
        "sea-pipeline,Sea pipeline,,pipeline,proposed,2021-12,energy,PAK;RUS,A line under the sea.,,,",
        "hill-road,Hill road,,road,proposed,2021-12,trade,PAK;RUS,A road over the hills.,,,",
    ],
    "evidence": [
        "sea-pipeline,gazette-2015,,,,,,supports,",
        "hill-road,gazette-2015,,,,,,supports,",
        *(
            f"meeting-{day},{source},,,date,{value},,supports,"
            for day, values in (
                ("2014-07-01", ("2014-07-01", "2014-08")),
                ("2016-04-02", ("2016-04-02", "2016-04-03")),
                ("2017-05-03", ("2017-05-03", "2017-06-01")),
            )
            for source, value in zip(("gazette-2015", "journal-1972"), values, strict=True)
        ),
        "early-contact,memo-1950s,,,,,,supports,",
        "trade-round,memo-1950s,,,date,2019?,,disputes,",
        "treaty-text,journal-1972,,,,,,supports,",
        "deal-text,gazette-2018,,,,,,supports,",
        "debt-2016,customs-2022,,,value,1234567890.5 RUB,,supports,",
        "debt-2016,gazette-2018,,,value,1300000000 RUB,,supports,",
        "share-2015,reprint-1971,,,,,Boris Minister,supports,",
        "border-1971,organ-1971,,,,,,supports,",
        "border-1971,reprint-1971,,,,,,disputes,they said <i>nothing</i>",
        "term-boris-seas,gazette-2015,,,,,,supports,",
        "border-1971,gazette-2018,,,date,1971-03,,supports,",
        "border-1971,customs-2022,,,date,1971-04,,supports,",
    ],
}
# What the edition before said otherwise: in a table, what is written now and what was written then.
BEFORE = (
    ("events", "pipeline-agreement,2015-10-16,", "pipeline-agreement,2015-11,"),
    ("events", "Round of talks on trade", "Talks on trade"),
    ("events", ROWS["events"][-1] + "\n", ""),
    ("events", ",,,,,\ntrade-round", ",,,,,\npipeline-deal,2015,A deal,They dealt.,visit,happened,trade"
     ",,,,2,,,,,\ntrade-round"),
    ("places", "northern-town,Northern Town", "northern-town,North Town"),
    ("projects", "stalled,2021-12,energy;trade", "agreed,2015-10,energy"),
    ("checks", "partly,Customs", "supported,Customs"),
    ("observations", "pakistan-exports,2016,100.5", "pakistan-exports,2016,99.25"),
    ("observations", "russia-imports,2018,160,estimated,\n", ""),
    ("milestones", "pipeline-agreement,agreed,", "pipeline-agreement,proposed,"),
    ("evidence", "“on paper”,length,1000 km,,disputes,", "“on paper”,length,1010 km,,supports,"),
    ("evidence", "trade-2018,gazette-2018,,,value,500 USD million,,supports,\n", ""),
    ("evidence", "early-contact,gazette-2015", "early-contact,gazette-2018"),
    ("evidence", ROWS["evidence"][4] + "\n", ""),
    ("evidence", "quiet-years,", "pipeline-deal,gazette-2018,,,date,2015,,supports,\nquiet-years,"),
    ("aliases", "pipeline-deal,pipeline-agreement,one name for one event\n", ""),
)  # fmt: skip
STATES = ("PAK", "RUS", "USA", "CHN", "IND", "FRA")
# How the states voted on each of the resolutions of a year, in turn; five are the fewest that are drawn.
A_YEAR = 5
PATTERNS = {
    1985: ("YYNYAN", "YNNYYN", "YAYYNA"),
    2001: ("YYNYYN", "AYYYNN", "YNNAAY", "NYANYY"),
    2016: ("YYNYYA", "YYYYNN"),
}


def _votes(small: pd.DataFrame) -> bytes:
    """The votes of the small Atlas and some resolutions in each of three years."""
    like = small.iloc[0].to_dict()
    more = [
        {
            **like,
            "vote_id": f"a-res-{year}-{number}",
            "symbol": f"A/RES/{year}/{number}",
            "title": f"Question {number} of {year}",
            "date": f"{year}-12-{number + 1:02}",
            "topics": "topic-rivers" if number % 2 == 0 else "",
            **dict(zip(STATES, patterns[number % len(patterns)], strict=True)),
        }
        for year, patterns in PATTERNS.items()
        for number in range(A_YEAR)
    ]
    rows = pd.concat([small, pd.DataFrame(more)], ignore_index=True).fillna(dict.fromkeys(STATES, ""))
    rows = rows.sort_values("date", kind="stable").astype(small.dtypes.to_dict())
    buffer = BytesIO()
    rows.to_parquet(buffer, index=False)
    return buffer.getvalue()


def fill(folder: Path, before: Path) -> None:
    """Add the roll calls to a folder that has the rows, and the edition made of a changed copy of it."""
    votes = folder / "votes.parquet"
    votes.write_bytes(_votes(pd.read_parquet(votes)))
    shutil.copytree(folder, before)
    for table, now, then in BEFORE:
        path = before / f"{table}.csv"
        text = path.read_text("utf-8")
        assert now in text, (table, now)
        path.write_text(text.replace(now, then, 1), "utf-8")
    (before / "VERSION").write_text("0.8.0 2021-12-01\n", "utf-8")
    (before / "corrections.csv").write_text("record_id,field,edition,why\n", "utf-8")
    (folder / "editions").mkdir()
    (folder / "editions" / f"0.8.0{ENDING}").write_bytes(packed(edition_files(before)))
