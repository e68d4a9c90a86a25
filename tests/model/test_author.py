"""Who wrote a source: persons in the parts of their names, bodies whole."""

from __future__ import annotations

import pytest

from dashboard.model.author import Author, author_of, authors_of


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Ada Voice", Author("Voice", "Ada")),
        ("Voice, Ada", Author("Voice", "Ada")),
        ("Mr Ali", Author("Ali")),
        ("Mr. Krishna Menon", Author("Menon", "Krishna")),
        ("Dr. Ishrat Husain", Author("Husain", "Ishrat")),
        ("Prof. Dr Ada Voice", Author("Voice", "Ada")),
        ("General McNaughton", Author("McNaughton")),
        ("Lt-Gen. Ada Voice", Author("Voice", "Ada")),
        ("Air Marshal Asghar Khan (retired)", Author("Khan", "Asghar")),
        ("Majorie Drew", Author("Drew", "Majorie")),
        ("Drew", Author("Drew")),
        ("Mrs", Author("Mrs")),
        ("Martin Luther King Jr.", Author("King", "Martin Luther", "Jr.")),
        ("Peter van der Veer", Author("van der Veer", "Peter")),
        ("A.M.Bhatti", Author("Bhatti", "A.M.")),
        ("Ada Voice et al.", Author("Ada Voice et al.")),
    ],
)
def test_a_person_is_a_family_and_a_given_name_without_titles(name: str, author: Author) -> None:
    assert author_of(name, "person") == author


def test_a_body_and_what_is_not_told_stand_as_they_are() -> None:
    assert author_of("General Assembly of the United Nations", "body") == Author(
        "General Assembly of the United Nations"
    )
    assert author_of("Dr. Ada Voice", "") == Author("Dr. Ada Voice")


def test_persons_stand_one_by_one_and_a_body_with_and_is_one() -> None:
    assert authors_of("Ada Voice and Ben Word; Dr Cy Line", "person") == (
        Author("Voice", "Ada"),
        Author("Word", "Ben"),
        Author("Line", "Cy"),
    )
    assert authors_of("Trade and Industry", "body") == (Author("Trade and Industry"),)
