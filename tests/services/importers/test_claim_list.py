"""Lists of claims, as JSON and as CSV."""

import json
from pathlib import Path

import pytest

from claimdesk.domain.claim import Kind
from claimdesk.domain.claim_list import ListedClaim
from claimdesk.domain.errors import UnreadableText
from claimdesk.services.importers.claim_list import read_claim_list

WANT = [
    ListedClaim("412 Schiffe lagen da.", "412 Schiffe", 4, 30, Kind.QUANTITY, 3),
    ListedClaim("So; hieß es.", "„so, ja“", None, None, Kind.OTHER, 2),
]


def test_json(tmp_path: Path) -> None:
    entries = [
        {"number": 4, "statement": "412 Schiffe lagen da.", "quote": "412 Schiffe", "start": 30,
         "kind": "quantity", "check_worthiness": 3},
        {"statement": "So; hieß es.", "quote": "„so, ja“"},
    ]  # fmt: skip
    path = tmp_path / "a.json"
    for held in ({"claims": entries}, entries):
        path.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8-sig")
        assert read_claim_list(path) == WANT


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["number", "statement", "quote", "start", "kind", "check_worthiness"],
        ["4", "412 Schiffe lagen da.", "412 Schiffe", "30", "quantity", "3"],
        ["", '"So; hieß es."', '"„so, ja“"', "", "", ""],
    ]
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    assert read_claim_list(path) == WANT


def test_an_own_report_can_be_read_back(tmp_path: Path) -> None:
    entry = {"statement": "S.", "anchor": {"quote": "Q", "start": 5}}
    (tmp_path / "a.json").write_text(json.dumps({"claims": [entry]}))
    assert read_claim_list(tmp_path / "a.json") == [ListedClaim("S.", "Q", None, 5)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no sound JSON"),
        ("[" * 100_000, "no sound JSON"),
        ('{"claims": 3}', "no list"),
        ('[{"statement": "x"}]', "entry 1: it has no quote"),
        ('[{"quote": "x"}, {"quote": "y", "kind": "rumour"}]', "entry 2: “rumour”"),
        ('[{"quote": "x", "check_worthiness": 5}]', "1, 2 or 3"),
        ('[{"quote": "x", "start": "viel"}]', "no whole number"),
        ('[{"quote": "x", "number": 0}]', "1 or more"),
        ("a,b\n1,2\n", "columns"),
        ('statement,quote\n"x', "no sound CSV"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "list"
    path.write_text(content)
    with pytest.raises(UnreadableText) as caught:
        read_claim_list(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_list(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="no such file"):
        read_claim_list(tmp_path / "none.json")
