"""A document becomes the paragraphs of the check, whether it comes as text, web page or PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.document import paragraphs_of
from dashboard.data.manuscript import read_manuscript, text_of_lines, text_of_pages
from dashboard.model.fault import FaultyData

PAGE = """<!doctype html><html><head><title>Not said</title><style>p { color: red }</style></head><body>
<nav><ul><li>Home</li></ul></nav><header>Banner</header>
<article><h1>A letter</h1><p>They met
in <b>Southern Port</b> &amp; left.</p><p>Then came<br>rain.</p>
<script>alert("not said")</script></article><footer>Copyright</footer></body></html>"""

ROOT = Path(__file__).resolve().parents[2]


def pdf_of(lines: list[str]) -> bytes:
    """A PDF of one page by hand: four objects, and the table of where each begins."""
    drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {drawn} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
        "/Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    whole, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(whole)}\n%%EOF\n"
    return f"{whole}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def test_a_text_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("A letter\n\nThey met\nin town.\n", "utf-8")
    assert paragraphs_of(read_manuscript(path)) == ("A letter", "They met in town.")


def test_a_web_page_gives_its_blocks_and_none_of_what_stands_around_them(tmp_path: Path) -> None:
    path = tmp_path / "letter.html"
    path.write_text(PAGE, "utf-8")
    assert paragraphs_of(read_manuscript(path)) == (
        "A letter",
        "They met in Southern Port & left.",
        "Then came",
        "rain.",
    )


def test_a_pdf_gives_its_lines_as_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    lines = [
        "In October 2015 the two countries signed the agreement on",
        "the pipeline.",
        "It has not been built by any of the two since that time",
    ]
    path.write_bytes(pdf_of(lines))
    assert paragraphs_of(read_manuscript(path)) == (f"{lines[0]} {lines[1]}", lines[2])


def test_page_numbers_are_left_out_and_short_last_lines_end_paragraphs() -> None:
    long = "a line that goes on to the very edge of its page"
    text = text_of_lines([long, "and ends.", "12", long, "Page 3 of 9", long])
    assert paragraphs_of(text) == (f"{long} and ends.", f"{long} {long}")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("letter.docx", b"PK", "not a document that can be read"),
        ("letter.txt", b"\xe9", "not UTF-8"),
        ("letter.txt", b" \n\n", "the document holds no words"),
        ("letter.html", b"<nav>Home</nav>", "the document holds no words"),
        ("letter.pdf", b"no pdf", "the file cannot be read"),
    ],
)
def test_what_cannot_be_read_is_a_fault(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FaultyData) as raised:
        read_manuscript(tmp_path / name)
    assert [fault.problem for fault in raised.value.faults] == [problem]


def test_a_printed_pdf_in_columns_gives_whole_words_and_no_heads_of_pages() -> None:
    """Printed by Chromium: two columns, two pages with a head and a foot, hyphens and joined letters."""
    paragraphs = paragraphs_of(read_manuscript(ROOT / "tests" / "desk" / "pilot-2023.pdf"))
    whole = " ".join(paragraphs)
    assert "Harbour Review" not in whole
    assert "Page 1" not in whole
    for word in ("governments", "intergovernmental", "pipeline", "negotiation", "representatives", "first"):
        assert word in whole
    assert "near a well-known mountain" in whole
    assert paragraphs[-1] == "The two met on 15 September 2022 at the harbour."
    assert any(text.startswith("A second page") and text.endswith("harbour.") for text in paragraphs)


def test_heads_and_feet_are_what_several_pages_share_at_their_edge() -> None:
    pages = [
        [
            f"The Review {page}",
            "",
            f"{word} is what this page tells and it tells it at length",
            "Imprint",
            "7",
        ]
        for page, word in enumerate(("Rain", "Snow"), 1)
    ]
    text = text_of_pages(pages)
    assert [word in text for word in ("Rain", "Snow", "Review", "Imprint")] == [True, True, False, False]
    assert "The Review 1" in text_of_pages(pages[:1]), "a single page shares nothing"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the govern-", "ment, said so"], "the government, said so"),
        (["a well-", "known man, well-known here"], "a well-known man, well-known here"),
        (["the years 1965-", "1971 ended"], "the years 1965- 1971 ended"),
        (["from Anti-", "Comintern"], "from Anti- Comintern"),
        (["the inter \u2010", "national"], "the international"),
        (["the \ufb01rst co\ufb00ee"], "the first coffee"),
    ],
)
def test_a_word_that_a_line_breaks_is_whole_again(lines: list[str], text: str) -> None:
    assert " ".join(text_of_pages([lines]).split()) == text
