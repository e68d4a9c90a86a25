"""The head of a page holds every name that search engines, previews and reference managers look for."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl

import pytest

from dashboard.site.head import Head, coins, shortened, written
from dashboard.site.publication import Publication

ADDRESS, CARD = "https://atlas.example/pr/trade.html", "https://atlas.example/pr/card/trade.png"


def read(markup: str) -> dict[str, str]:
    """Every element of a head by its name, with what it says."""
    metas = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', markup)
    links = re.findall(r'<link rel="([^"]+)" href="([^"]*)">', markup)
    titles = [("title", words) for words in re.findall(r"<title>(.*?)</title>", markup)]
    return {name: unescape(words) for name, words in (*titles, *metas, *links)}


def test_a_head_says_title_address_edition_day_terms_and_card(publication: Publication) -> None:
    said = Head("Trade & tariffs", "How much?", ADDRESS, CARD, "Collection", "2018~")
    assert read(str(written(said, publication))) == {
        "title": "Trade & tariffs – A small Atlas",
        "description": "How much?",
        "canonical": ADDRESS,
        "citation_title": "Trade & tariffs",
        "citation_author": "A small Atlas,",
        "citation_publication_date": "2022/06/01",
        "citation_publisher": "A small Atlas",
        "citation_language": "en-GB",
        "citation_public_url": ADDRESS,
        "citation_abstract": "How much?",
        "DC.type": "Collection",
        "DC.rights": "CC BY 4.0",
        "DCTERMS.temporal": "2018~",
        "z:itemType": "webpage",
        "og:type": "article",
        "og:site_name": "A small Atlas",
        "og:title": "Trade & tariffs",
        "og:description": "How much?",
        "og:url": ADDRESS,
        "og:image": CARD,
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
    }


def test_a_page_without_address_card_or_date_names_none(publication: Publication) -> None:
    said = read(str(written(Head("A small Atlas", "Who?"), publication)))
    assert said["title"] == "A small Atlas"
    assert said["twitter:card"] == "summary"
    absent = {"canonical", "og:url", "og:image", "og:image:width", "citation_public_url", "DCTERMS.temporal"}
    assert not absent & said.keys()


def test_the_context_object_says_the_same(publication: Publication) -> None:
    (title,) = re.findall(r'title="([^"]*)"', str(coins(Head("Trade", "How much?", ADDRESS), publication)))
    assert dict(parse_qsl(unescape(title))) == {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.type": "webpage",
        "rft.title": "Trade",
        **dict.fromkeys(("rft.source", "rft.aucorp", "rft.publisher"), "A small Atlas"),
        "rft.date": "2022-06-01",
        "rft.identifier": ADDRESS,
        "rft.description": "How much?",
        "rft.rights": "CC BY 4.0",
        "rft.language": "en-GB",
    }


@pytest.mark.parametrize("sign", ["<", ">", "&"])
def test_no_sign_of_html_stands_as_it_is_in_linked_data(publication: Publication, sign: str) -> None:
    head = str(written(Head("x", "y", linked=({"name": f"a{sign}b"},)), publication))
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    assert text == f'{{"name":"a\\u{ord(sign):04x}b"}}'


def test_a_long_text_is_cut_at_a_word_and_one_that_fits_is_left() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two, three", 13) == "one two…"
