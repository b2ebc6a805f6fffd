from dataclasses import replace

from claimdesk.domain.question import Addressee, Question
from claimdesk.i18n import speaking


def test_each_addressee_has_a_name_of_its_own_in_both_languages() -> None:
    names = []
    for language in ("en", "de"):
        with speaking(language):
            names.append({addressee.label for addressee in Addressee})
    assert len(names[0] | names[1]) == 2 * len(Addressee)


def test_a_question_is_open_until_it_is_answered() -> None:
    asked = Question(1, "q", 2, 2, 1, Addressee.AUTHOR, None, "?", "Ada", "2022-03-28")
    assert asked.is_open
    assert not replace(asked, answer="Ja", answered_by="Ben", answered_at="2022-03-29").is_open
