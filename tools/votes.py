"""Writes `data/votes.parquet` from the collected roll calls: `python tools/votes.py FOLDER_OF_CSV data`.

The folder holds `un_general_assembly_votes.csv` and `un_security_council_votes.csv`, whose origin row by row
(`source`) becomes the `source_id` of each vote. Run by hand when the collection grows.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pandas as pd

from dashboard.data.votes import FILE, topics_of

ASSEMBLY = "un_general_assembly_votes.csv"
COUNCIL = "un_security_council_votes.csv"
TOPICS = "vote_topics.csv"

STATES = {
    "pakistan": "PAK",
    "ussr_russia": "RUS",
    "united_states": "USA",
    "china": "CHN",
    "india": "IND",
    "ukraine": "UKR",
    "iran": "IRN",
    "afghanistan": "AFG",
    "united_kingdom": "GBR",
    "france": "FRA",
}
KINDS = {
    "whole_resolution": "resolution",
    "whole_decision": "decision",
    "paragraph": "paragraph",
    "amendment": "amendment",
    "other_roll_call": "other",
}
SOURCES = {
    "UNDL": "un-digital-library-votes",
    "UNxml": "un-xml-resolutions",
    "unvotes": "unvotes-roll-calls",
    "veto list": "unsc-veto-list",
    "veto list + yearly table": "unsc-veto-list",
    "yearly table": "unsc-yearly-tables",
}
VETOERS = {
    "USSR": "RUS",
    "Russia": "RUS",
    "USA": "USA",
    "United States": "USA",
    "UK": "GBR",
    "France": "FRA",
    "China": "CHN",
}
COUNTS = {"yes": "yes", "no": "no", "abstain": "abstained", "not_voting": "absent"}
LIBRARY = "https://digitallibrary.un.org/record/"
DOCUMENTS = "https://docs.un.org/en/"
LONGEST_TITLE = 300


def main(folder: Path, data: Path) -> None:
    """Write the votes, in order of time."""
    rules = pd.read_csv(data / TOPICS, dtype=str, keep_default_na=False)
    votes = pd.concat([assembly(folder / ASSEMBLY), council(folder / COUNCIL)], ignore_index=True)
    votes = votes.sort_values(["date", "body", "symbol"], kind="stable", ignore_index=True)
    votes["vote_id"] = unique_ids(votes["identifier"])
    known = dict(zip(votes["identifier"], votes["vote_id"], strict=True))
    votes["repeats"] = votes["repeats"].map(lambda symbol: known.get(kebab(symbol), ""))
    votes["topics"] = topics_of(votes, rules)
    columns = ["vote_id", *[name for name in votes.columns if name not in ("vote_id", "identifier")]]
    votes[columns].to_parquet(data / FILE, index=False, compression="zstd", compression_level=19)


def assembly(path: Path) -> pd.DataFrame:
    """The roll calls of the General Assembly; what the unvotes package alone lists keeps that package's
    number.
    """
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    known_by_library = rows["source"] != "unvotes"
    identifiers = rows["resolution"].where(known_by_library, "unvotes " + rows["unvotes_rcid"])
    votes = pd.DataFrame(
        {
            "identifier": identifiers.map(kebab),
            "body": "general-assembly",
            "date": rows["date"],
            "session": rows["session"],
            "symbol": rows["resolution"].where(known_by_library, ""),
            "title": [assembly_title(*cells) for cells in zip(rows["title"], rows["session"], strict=True)],
            "subjects": rows["agenda_subjects"].map(tidy),
            "kind": rows["kind"].map(KINDS),
            "outcome": known_by_library.map({True: "adopted", False: ""}),
            "meeting": rows["meeting"],
        }
    )
    votes = with_counts_and_states(votes, rows)
    votes["vetoed_by"] = ""
    votes["repeats"] = rows["possible_duplicate_of"]
    votes["un_url"] = [un_url(*cells) for cells in zip(rows["undl_id"], votes["symbol"], strict=True)]
    votes["source_id"] = rows["source"].map(SOURCES)
    votes["note"] = rows["note"].map(note)
    return votes


def council(path: Path) -> pd.DataFrame:
    """The votes of the Security Council: adopted resolutions, vetoed drafts and drafts that failed
    otherwise.
    """
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    by_symbol = ~rows["item"].str.startswith(("draft", "resolution"))
    identifiers = rows["item"].where(by_symbol, "s draft " + rows["date"])
    votes = pd.DataFrame(
        {
            "identifier": identifiers.map(kebab),
            "body": "security-council",
            "date": rows["date"],
            "session": "",
            "symbol": rows["item"].where(by_symbol, ""),
            "title": [
                council_title(*cells)
                for cells in zip(rows["title"], rows["agenda"], rows["item"], strict=True)
            ],
            "subjects": rows["agenda"].map(tidy),
            "kind": rows["outcome"].map({"adopted": "resolution"}).fillna("draft"),
            "outcome": rows["outcome"].map(
                {"adopted": "adopted", "vetoed": "vetoed", "not adopted": "not-adopted"}
            ),
            "meeting": rows["meeting"],
        }
    )
    votes = with_counts_and_states(votes, rows)
    votes["vetoed_by"] = rows["vetoed_by"].map(vetoers)
    votes["repeats"] = ""
    votes["un_url"] = [un_url(*cells) for cells in zip(rows["undl_id"], votes["symbol"], strict=True)]
    votes["source_id"] = [
        council_source(*cells) for cells in zip(rows["source"], rows["date"], rows.index, strict=True)
    ]
    votes["note"] = rows["note"].map(note)
    return votes


def with_counts_and_states(votes: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Totals as whole numbers (missing where not held) and one column a state."""
    for source, name in COUNTS.items():
        votes[name] = pd.to_numeric(rows[source]).astype("Int16")
    # The library prints noughts where it holds no roll call: decisions without a vote, or by acclamation.
    votes.loc[votes["yes"].eq(0) & votes["no"].eq(0), list(COUNTS.values())] = pd.NA
    for source, code in STATES.items():
        votes[code] = rows.get(source, "")
    votes["china_seat"] = rows["china_seat"]
    return votes


def kebab(text: str) -> str:
    """A symbol as an id: lower-case words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def unique_ids(identifiers: pd.Series) -> list[str]:
    """Ids in their order; a second vote under one symbol gets the suffix `-vote-2`."""
    seen: Counter[str] = Counter()
    ids = []
    for identifier in identifiers:
        seen[identifier] += 1
        suffix = f"-vote-{seen[identifier]}" if seen[identifier] > 1 else ""
        ids.append(identifier + suffix)
    return ids


def tidy(text: str) -> str:
    """Printed text on one line, without the marks that its digitisation left."""
    plain = re.sub(r"[\x00-\x1f\x7f]", " ", text.replace("\\", "").replace("\x1b", ""))
    plain = re.sub(r"\s+", " ", plain).strip(' "')
    return plain if len(plain) <= LONGEST_TITLE else plain[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def assembly_title(title: str, session: str) -> str:
    """The printed title, or what stands for it where the list has none."""
    return tidy(title) or f"Motion of session {session}, of which the list gives no title"


def council_title(title: str, agenda: str, item: str) -> str:
    """The library's title of a resolution, or the item of the agenda under which a draft was put to the
    vote.
    """
    return tidy(title or agenda) or item


def vetoers(text: str) -> str:
    """The states that vetoed, by code, joined by `;`."""
    names = re.split(r", | and ", text) if text else []
    return ";".join(sorted(VETOERS[name] for name in names))


def note(text: str) -> str:
    """The collection's remark, without its file names."""
    return tidy(text)


def un_url(record: str, symbol: str) -> str:
    """The library's record of a vote, else the document of that symbol."""
    if record:
        return LIBRARY + record
    return DOCUMENTS + symbol.split("[")[0] if re.match(r"[AS]/(RES/)?[A-Z0-9./()-]+$", symbol) else ""


def council_source(source: str, date: str, row: int) -> str:
    """The source of a vote of the Council; a page of the press is a source of its own."""
    return SOURCES.get(source) or f"unsc-press-{date}-{row}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
