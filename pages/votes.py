"""How did they vote?"""

from dashboard.figures.votes import (
    AGREEMENT,
    APART,
    BODY,
    LIST,
    MEASURE,
    PART,
    QUESTIONS,
    RELATION,
    SORT,
    TERMS,
    TOPIC,
    TOPICS,
    VETOES,
    WHAT,
    WORDS,
)
from dashboard.ui import open_page

page = open_page("votes")
page.list_contents()
page.ask(MEASURE)
page.show(AGREEMENT)
page.show(QUESTIONS)
page.show(APART)
page.show(TOPICS, folded=True)
page.show(TERMS)
page.show(VETOES)
page.ask(TOPIC, BODY, WHAT, RELATION, WORDS, SORT, PART)
page.show(LIST)
