from dataclasses import replace

from claimdesk.domain.question import Addressee, Question
from claimdesk.services.exporters.questions import addressed, as_text, grouped

TO_AUTHOR = Question(
    1, "q1", 4, 4, 1, Addressee.AUTHOR, None, "Woher stammt die Zahl?", "Ada", "2026-01-01T10:00Z"
)
TO_OFFICE = replace(
    TO_AUTHOR, id=2, addressee=Addressee.SOURCE, name="Hafenamt", text="Wie lang\nist sie?"
)
ON_ARTICLE = replace(TO_AUTHOR, id=3, claim=None, number=None, text="Wer war dabei?")


def test_questions_stand_under_those_they_go_to() -> None:
    text = as_text([TO_OFFICE, TO_AUTHOR, ON_ARTICLE], {4: "412 Meter  lang"}, {1: "Die Brücke"})
    assert text == (
        "To the author\n\n"
        "“Die Brücke”\n\n"
        "1. Claim 4: “412 Meter lang”\n"
        "   Woher stammt die Zahl?\n\n"
        "2. Wer war dabei?\n\n\n"
        "To a source: Hafenamt\n\n"
        "“Die Brücke”\n\n"
        "1. Claim 4: “412 Meter lang”\n"
        "   Wie lang\n"
        "   ist sie?\n"
    )


def test_authors_come_before_sources_and_names_by_the_alphabet() -> None:
    to_arsenal = replace(TO_OFFICE, id=4, name="Ärztekammer")
    order = [one.id for one in grouped([TO_OFFICE, to_arsenal, TO_AUTHOR])]
    assert order == [1, 4, 2]


def test_what_turns_letters_round_is_shown() -> None:
    assert addressed(replace(TO_OFFICE, name="Ha\u202efen")) == "To a source: Ha‹U+202E›fen"
