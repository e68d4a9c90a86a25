"""Every record of the edition ends with a report of a fault, filled in; where faults are received, it opens
there.
"""

from __future__ import annotations

from dataclasses import replace
from html import unescape

from dashboard.figures.dataset import Dataset
from dashboard.site.publication import Publication
from dashboard.site.record import pages_of


def test_every_record_ends_with_a_report_that_names_it(
    publication: Publication, pages: dict[str, str]
) -> None:
    for record_id in publication.dataset.atlas.table_of:
        last = max((path for path in pages if path.startswith(f"record/{record_id}.")), key=len)
        page = unescape(pages[last])
        assert "<summary>Report a fault</summary>" in page, last
        assert f"<pre>Record: {record_id} (" in page
        assert "mailto:" not in page


def test_where_faults_are_received_the_report_opens_there(publication: Publication) -> None:
    atlas = publication.dataset.atlas
    subject = replace(atlas.subject, faults="faults@atlas.example")
    receiving = Publication(Dataset(replace(atlas, subject=subject)), publication.base)
    page = next(iter(pages_of("river-pipeline", receiving)))[1].decode("utf-8")
    assert 'href="mailto:faults@atlas.example?subject=Fault%20in%20river-pipeline&amp;body=Record' in page
