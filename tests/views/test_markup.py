"""No text from the data can become markup, and no address from the data can do more than be followed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.markup import join, link, tag

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</p><p>",
    "&lt;b&gt;",
    "' onmouseover='x",
    "<!-- -->",
    "]]>",
    "\x00<b>",
]
texts = st.one_of(st.text(), st.sampled_from(HOSTILE), st.text(alphabet="<>&\"'/=ab "))


class Reader(HTMLParser):
    """What a browser would understand: elements, attributes, text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@given(texts)
def test_a_text_is_read_back_as_it_was_and_adds_no_element(text: str) -> None:
    read = Reader(tag("p", text))
    assert read.tags == ["p"]
    assert read.text == text


@given(texts)
def test_an_attribute_is_read_back_as_it_was_and_adds_no_other(text: str) -> None:
    read = Reader(tag("p", "x", title=text))
    assert read.attributes == [("title", text)]


@given(st.lists(texts))
def test_texts_side_by_side_stay_texts(parts: list[str]) -> None:
    read = Reader(join(*parts))
    assert read.tags == []
    assert read.text == "".join(parts)


def test_only_what_was_made_here_is_markup() -> None:
    made = tag("b", "bold")
    assert tag("p", made, "<b>not</b>") == "<p><b>bold</b>&lt;b&gt;not&lt;/b&gt;</p>"
    assert made + "<b>" == "<b>bold</b>&lt;b&gt;", "a text added to markup stays a text"


def test_names_of_attributes_are_those_of_html_and_none_is_left_out() -> None:
    assert (
        tag("p", class_="a", aria_label="b", data_label="c", title=None)
        == '<p class="a" aria-label="b" data-label="c"></p>'
    )


@pytest.mark.parametrize("href", ["https://example.org/a?b=c&d", "http://example.org"])
def test_an_outside_address_opens_elsewhere_and_tells_it_nothing(href: str) -> None:
    read = Reader(link("text", href))
    told = {"href": href, "target": "_blank", "rel": "noopener noreferrer", "data-originalurl": href}
    assert dict(read.attributes) == told


def test_an_outside_address_tells_where_it_first_was_when_it_was_seen_and_where_its_copy_is() -> None:
    href, copy = "https://example.org/a#:~:text=gas", "https://copy.example/1"
    told = dict(Reader(link("text", href, "https://example.org/a", "2022-05-30", copy)).attributes)
    assert told["data-originalurl"] == "https://example.org/a"
    assert (told["data-versiondate"], told["data-versionurl"]) == ("2022-05-30", copy)
    inside = dict(Reader(link("text", "timeline", seen="2022-05-30", archived=copy)).attributes)
    assert inside == {"href": "timeline", "target": "_self"}


@pytest.mark.parametrize("href", ["record?id=a&theme=energy", "timeline", "./", "?id=a", "#figure"])
def test_an_address_inside_the_atlas_stays_in_the_same_tab(href: str) -> None:
    assert dict(Reader(link("text", href)).attributes) == {"href": href, "target": "_self"}


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org",
        "file:///etc/passwd",
    ],
)
def test_any_other_address_is_no_link(href: str) -> None:
    assert link("text", href) == "text"
