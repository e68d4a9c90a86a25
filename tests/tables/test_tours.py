"""Guided tours say what the tables say: a number or a date that moves makes one of these sentences false."""

from __future__ import annotations

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.tour_step import steps_of
from dashboard.queries.tours import names

THIN = "\u202f"
SAID = {
    "pipeline": [
        "On 16 October 2015 Pakistan and Russia signed an agreement on a gas pipeline from Karachi to "
        "Lahore.",
        f"Sources give its length as 1{THIN}100 to 1{THIN}122 kilometres.",
        "What it would cost is put at 1.5 to 3.5 billion US dollars, by who speaks and when.",
        "On 28 May 2021 a protocol renamed the line, and in July Pakistan’s share was stated as 74 per cent "
        "and Russia’s as 26.",
        "In 2021 Russia’s energy minister expected it to be finished in 2025.",
        "On 11 December 2025 Russia’s ambassador said that sanctions had made it impossible.",
        "Ten years of talks stand on the timeline; the status of the line is: stalled.",
    ],
    "trade": [
        "For 2016 the International Monetary Fund has 272 million US dollars of goods from Pakistan to "
        "Russia, as Russia reported them.",
        "UN Comtrade has 145 million for the same year, as Pakistan reported them: 127 million less.",
        "The other way Russia counted 98 million in 2015 and 582 million in 2020.",
        "Both ways together that makes 875 million in 2020, by Russia’s count alone.",
        f"Pakistan’s banks paid 1{THIN}020 million for imports from Russia from July 2023 to June 2024, "
        "and 175 million in the year after.",
    ],
    "tashkent": [
        "On 10 January 1966 India and Pakistan signed a declaration at Tashkent, in the presence of the "
        "Soviet premier.",
        "Soviet troops came into Afghanistan on 24–27 December 1979, and the two states stood on two sides "
        "of the war.",
        "In the General Assembly they voted on opposite sides of 12 resolutions on Afghanistan in the 1980s.",
        "The accords on Afghanistan were signed at Geneva on 14 April 1988.",
        "On 2 June 2014 the head of Rostec said that Russia had lifted its embargo on arms for Pakistan.",
        "The armies held their first joint exercise, Druzhba-2016, on 24 September – 10 October 2016.",
        "8 exercises of that name are on record, in turn in either country.",
    ],
}


def test_each_step_says_what_the_tables_say_today(atlas: Atlas) -> None:
    dataset = Dataset(atlas)
    said = {tour: [step.sentence for step in steps_of(dataset, tour)] for tour in names(atlas["tours"])}
    assert said == SAID


def test_the_title_of_a_tour_names_what_it_leads_through(atlas: Atlas) -> None:
    assert list(names(atlas["tours"]).values()) == [
        "The pipeline that was not built",
        "Who counts the trade",
        "From Tashkent to Druzhba",
    ]
