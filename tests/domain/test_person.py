import pytest

from claimdesk.domain.person import Person, system_person


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ada Ärmel", "AÄ"),
        ("Jean-Luc van Öst", "JLV"),
        ("root", "RO"),
        ("ö", "Ö"),
        ("Kim (Desk)", "KI"),
        ("", ""),
    ],
)
def test_initials_from_a_name(name: str, initials: str) -> None:
    assert Person.named(name) == Person(name, initials)


def test_the_system_s_user_or_the_one_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMDESK_PERSON", raising=False)
    assert system_person().name
    monkeypatch.setenv("CLAIMDESK_PERSON", "Ada Ärmel")
    assert system_person() == Person("Ada Ärmel", "AÄ")
