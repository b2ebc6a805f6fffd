from pathlib import Path

import pytest

from claimdesk.commands.new_desk import new_desk, new_sample
from claimdesk.domain.errors import OutputError
from claimdesk.i18n import speaking
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.store import Reader


def test_an_empty_desk(tmp_path: Path) -> None:
    path = tmp_path / "Ordner" / "Tisch 100 %.claimdesk"
    new_desk(path, "Mein Desk")
    reader = Reader(path)
    assert queries.desk_info(reader).title == "Mein Desk"
    assert queries.article_rows(reader) == []
    assert queries.last_event(reader) == 0
    reader.close()
    assert examine(path) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_sample_is_marked_and_sound(tmp_path: Path, language: str) -> None:
    path = tmp_path / "sample.claimdesk"
    new_sample(path, language)
    reader = Reader(path)
    assert queries.desk_info(reader).sample
    assert len(queries.claim_ids(reader)) == 180
    reader.close()
    assert examine(path) == []
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "x.claimdesk"
    path.write_text("mine")
    for make in (lambda: new_desk(path, "x"), lambda: new_sample(path, "de")):
        with pytest.raises(OutputError, match="there already"):
            make()
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_is_said_in_the_language_spoken_not_the_sample_s(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for language, word in (("en", "cannot be made"), ("de", "lässt sich nicht")):
        with speaking(language), pytest.raises(OutputError, match=word):
            new_sample(tmp_path / "file" / "x.claimdesk", "de" if language == "en" else "en")
