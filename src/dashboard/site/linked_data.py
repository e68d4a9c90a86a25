"""What things are in the words of schema.org, for search engines and other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dashboard.model.period import period_or_none
from dashboard.site.publication import Publication

Thing = dict[str, Any]

CONTEXT = "https://schema.org"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# What a record of each table is; a table without a word here is a part of the data set.
TYPES: Mapping[str, str] = {
    "events": "Event",
    "checks": "ClaimReview",
    "indicators": "Dataset",
    "sources": "CreativeWork",
    "places": "Place",
    "projects": "Project",
    "agreements": "Legislation",
}
_ACTORS = {"person": "Person", "company": "Corporation", "state": "Country", "organisation": "Organization"}
_STATUS = {"planned": "EventScheduled", "did-not-happen": "EventCancelled"}
_RATINGS = {"contradicted": 1, "partly": 3, "supported": 5}


def breadcrumbs(publication: Publication, trail: Sequence[tuple[str, str]], title: str) -> Thing:
    """The way to a page, the first page included."""
    above = [(publication.edition.title, publication.page("overview")), *trail]
    steps = [
        _filled(**{"@type": "ListItem"}, position=place, name=words, item=publication.address(path))
        for place, (words, path) in enumerate(above, 1)
    ]
    steps.append({"@type": "ListItem", "position": len(steps) + 1, "name": title})
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps}


def of_atlas(publication: Publication) -> Thing:
    """The whole Atlas as a data set."""
    edition, subject = publication.edition, publication.dataset.atlas.subject
    return _filled(
        **{"@context": CONTEXT, "@type": "Dataset"},
        name=edition.title,
        description=" ".join(subject.lead),
        version=edition.version,
        datePublished=edition.released.isoformat(),
        license=_LICENCE,
        url=publication.base,
        creator={"@type": "Organization", "name": edition.title},
        temporalCoverage=f"{subject.first_year}/{edition.released.year}",
        inLanguage="en-GB",
    )


def of_figure(publication: Publication, title: str, message: str, address: str) -> Thing:
    """A figure as the part of the data set that it shows."""
    edition = publication.edition
    return _filled(
        **{"@context": CONTEXT, "@type": "Dataset"},
        name=title,
        description=message,
        url=address,
        datePublished=edition.released.isoformat(),
        license=_LICENCE,
        creator={"@type": "Organization", "name": edition.title},
        isPartOf=_filled(**{"@type": "Dataset"}, name=edition.title, url=publication.base),
        inLanguage="en-GB",
    )


def of_record(
    publication: Publication, table: str, row: Mapping[str, Any], title: str, address: str
) -> Thing:
    """A record as the thing that it tells of."""
    kind = TYPES.get(table, _ACTORS.get(str(row.get("kind")), "CreativeWork"))
    named = {"@context": CONTEXT, "@type": kind, "name": title, "url": address}
    about = {"description": row.get("summary", ""), "inLanguage": row.get("language", "")}
    special = _SPECIAL[table](publication, row) if table in _SPECIAL else {}
    return _filled(**named, **{**about, **special})


def _event(publication: Publication, row: Mapping[str, Any]) -> Thing:
    titles = publication.dataset.titles
    period = period_or_none(row["date"])
    ends = {"startDate": period.first.isoformat(), "endDate": period.last.isoformat()} if period else {}
    status = _STATUS.get(row["status"])
    return {
        **(ends if period and not period.approximate and ".." not in row["date"] else {}),
        "location": [{"@type": "Place", "name": titles[place]} for place in row["places"]],
        "about": [{"@type": "Thing", "name": titles[actor]} for actor in row["actors"]],
        "eventStatus": f"{CONTEXT}/{status}" if status else "",
    }


def _check(publication: Publication, row: Mapping[str, Any]) -> Thing:
    rating = _RATINGS.get(row["verdict"])
    reviewed = {"@type": "CreativeWork", "name": publication.dataset.titles[row["source_id"]]}
    return {
        "claimReviewed": row["claim"],
        "itemReviewed": {"@type": "Claim", "appearance": reviewed},
        "author": {"@type": "Organization", "name": publication.edition.title},
        "datePublished": publication.edition.released.isoformat(),
        "reviewRating": _filled(
            **{"@type": "Rating"},
            ratingValue=rating,
            **({"bestRating": 5, "worstRating": 1} if rating else {}),
            alternateName=row["verdict"],
        ),
        "reviewBody": row["finding"],
    }


def _place(publication: Publication, row: Mapping[str, Any]) -> Thing:
    if row["longitude"] != row["longitude"]:
        return {}
    return {"geo": {"@type": "GeoCoordinates", "longitude": row["longitude"], "latitude": row["latitude"]}}


def _source(publication: Publication, row: Mapping[str, Any]) -> Thing:
    return {
        "sameAs": row["url"],
        "author": row["author"],
        "publisher": row["publisher"],
        "datePublished": row["published"],
        "archivedAt": row["archived"],
    }


_SPECIAL: Mapping[str, Callable[[Publication, Mapping[str, Any]], Thing]] = {
    "events": _event,
    "checks": _check,
    "places": _place,
    "sources": _source,
}


def _filled(**fields: Any) -> Thing:
    return {name: value for name, value in fields.items() if value or value == 0}
