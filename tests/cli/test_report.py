"""The verification report from the shell."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.article import ArticleData
from claimdesk.domain.question import Addressee

Run = Callable[..., Any]


def test_it_is_written_and_its_place_said(desk: Path, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    ended = run("report", "--format", "html", "--output", target)
    assert (ended.status, ended.out, ended.err) == (0, f"Wrote {target}\n", "")
    assert "<html" in target.read_text(encoding="utf-8")


def test_json_holds_every_claim(desk: Path, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    assert run("report", "--format", "json", "--output", target).status == 0
    assert len(json.loads(target.read_text(encoding="utf-8"))["claims"]) == 180


def test_the_language_is_the_one_asked_for(desk: Path, run: Run, tmp_path: Path) -> None:
    for language in ("de", "en"):
        target = tmp_path / f"{language}.html"
        run("report", "--format", "html", "--lang", language, "--output", target)
        assert f'lang="{language}"' in target.read_text(encoding="utf-8")


def test_the_language_is_else_the_interface_s(
    desk: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_LANG", "de")
    run("report", "--format", "html", "--output", tmp_path / "r.html")
    assert 'lang="de"' in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_epoch_fixes_its_bytes(
    desk: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for form in ("html", "json", "xlsx", "csv", "md"):
        for name in ("one", "two"):
            run("report", "--format", form, "--output", tmp_path / f"{name}.{form}")
        one, two = ((tmp_path / f"{name}.{form}").read_bytes() for name in ("one", "two"))
        assert one == two
    assert "2023-11-14T22:13:20" in (tmp_path / "one.json").read_text(encoding="utf-8")


def test_an_epoch_that_is_none_is_refused(
    desk: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    ended = run("report", "--format", "json", "--output", tmp_path / "r.json")
    assert ended.status == 1
    assert ended.sentence == "SOURCE_DATE_EPOCH is “yesterday”, but must be a number of seconds."
    assert not (tmp_path / "r.json").exists()


def test_among_several_articles_one_is_named(
    desk: Path, run: Run, edit: Run, tmp_path: Path
) -> None:
    article = run("list", "--json").json[0]["article"]
    edit(AddArticle(ArticleData("Zweiter Artikel")))
    words = ["report", "--format", "json", "--output", tmp_path / "r.json"]
    assert "several articles" in run(*words).sentence
    assert not (tmp_path / "r.json").exists()
    assert run(*words, "--article", article).status == 0


def test_it_never_takes_the_desk_s_place(desk: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.claimdesk").symlink_to(desk)
    before = desk.read_bytes()
    for target in (desk, tmp_path / "other.claimdesk"):
        ended = run("report", "--format", "json", "--output", target)
        assert ended.status == 1
        assert ended.sentence == f"“{target}” is the desk itself; choose another name."
    assert desk.read_bytes() == before


def test_an_output_that_cannot_be_written_is_said(desk: Path, run: Run, tmp_path: Path) -> None:
    for target in (tmp_path / "nowhere" / "r.html", tmp_path):
        ended = run("report", "--format", "html", "--output", target)
        assert ended.status == 1
        assert str(tmp_path) in ended.sentence
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk.claimdesk"]


def test_what_is_open_is_written_instead(desk: Path, run: Run, edit: Run, tmp_path: Path) -> None:
    edit(AskQuestion("Wer war dabei?", claims=(12,)))
    edit(AskQuestion("Bleibt es so?", Addressee.EDITOR, claims=(12,)))
    target = tmp_path / "q.md"
    words = ["report", "--lang", "de", "--format", "md", "--output", target]
    assert run(*words, "--questions").status == 0
    assert "Wer war dabei?" in target.read_text(encoding="utf-8")
    assert "Bleibt es so?" in target.read_text(encoding="utf-8")
    assert run(*words, "--questions", "editor").status == 0
    assert "Wer war dabei?" not in target.read_text(encoding="utf-8")


def test_what_a_question_sheet_is_not_is_said(desk: Path, run: Run, tmp_path: Path) -> None:
    words = ["report", "--questions", "--format", "json", "--output", tmp_path / "q.json"]
    ended = run(*words)
    assert (ended.status, ended.sentence.endswith("not as json.")) == (1, True)
    assert run(*words, "--questions", "nobody").status == 2
