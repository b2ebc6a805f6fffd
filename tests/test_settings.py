"""What the user chose, from one start to the next."""

from pathlib import Path

import pytest

from claimdesk import settings
from claimdesk.domain.person import Person, system_person
from claimdesk.i18n import system_language
from claimdesk.settings import Settings


def test_without_a_file_the_system_decides() -> None:
    assert settings.read() == Settings("", "", "", "")


def test_what_was_written_is_read(user_folder: Path) -> None:
    chosen = Settings("Zoë Ümit", "zü", "de", "dark")
    settings.write(chosen)
    assert settings.read() == chosen
    assert [file.name for file in user_folder.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "held", ["", "{", "[]", '"name"', "[" * 100_000, '{"name": 3, "unknown": "x"}', "\udcff"]
)
def test_nonsense_is_no_setting(user_folder: Path, held: str) -> None:
    (user_folder / "settings.json").write_bytes(held.encode("utf-8", "surrogateescape"))
    assert settings.read() == Settings()


def test_a_part_that_makes_sense_counts(user_folder: Path) -> None:
    (user_folder / "settings.json").write_text('{"name": "Ada", "theme": null}')
    assert settings.read() == Settings("Ada")


def test_who_is_named_in_the_settings_is_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMDESK_PERSON", raising=False)
    assert system_person("Ada Ärmel") == Person("Ada Ärmel", "AÄ")
    assert system_person("Ada Ärmel", "ada") == Person("Ada Ärmel", "ada")
    monkeypatch.setenv("CLAIMDESK_PERSON", "Zoë Ümit")
    assert system_person("Ada Ärmel", "ada") == Person("Zoë Ümit", "ZÜ")


def test_the_chosen_language_is_spoken_unless_a_variable_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert system_language("de") == "de"
    assert system_language("xx") == "en"
    monkeypatch.setenv("CLAIMDESK_LANG", "en")
    assert system_language("de") == "en"
