"""The sample is what its files hold, in either language, and nothing of the paper's text."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from claimdesk.domain.note import NoteRole
from claimdesk.domain.source import Timing, is_partial_date, timing
from claimdesk.domain.status import Status
from claimdesk.i18n import LANGUAGES
from claimdesk.paths import RESOURCES
from claimdesk.services.importers.sample import Sample, checker, read_sample

FOLDER = RESOURCES / "sample"
BEST_KNOWN = (44, 67, 109, 110)


def data(name: str, folder: Path = FOLDER) -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def finding_of(number: int) -> dict[str, Any]:
    [found] = [one for one in data("findings")["findings"] if number in one["claims"]]
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sample(spoken: str) -> Sample:
    return read_sample(spoken)


@pytest.fixture
def unchecked(spoken: str) -> Sample:
    return read_sample(spoken, unchecked=True)


def test_every_claim_is_there_as_the_data_has_it(sample: Sample, spoken: str) -> None:
    expected = [
        (
            entry["number"],
            unicodedata.normalize("NFC", entry[f"statement_{spoken}"]),
            entry["kind"],
            entry["check_worthiness"],
            entry[f"attributed_to_{spoken}"],
            tuple(entry["figures"]),
        )
        for entry in data("claims")["claims"]
    ]
    assert expected == [
        (c.number, c.statement, c.kind, c.check_worthiness, c.attributed_to, c.figures)
        for c in sample.claims
    ]


def test_the_text_is_the_statements_by_paragraph(sample: Sample, spoken: str) -> None:
    paragraphs: dict[int, list[str]] = {}
    for entry in data("claims")["claims"]:
        paragraphs.setdefault(entry["paragraph"], []).append(entry[f"statement_{spoken}"])
    expected = "\n\n".join(" ".join(paragraphs[number]) for number in sorted(paragraphs))
    assert sample.text == unicodedata.normalize("NFC", expected)


def test_every_claim_stands_at_its_own_statement(sample: Sample) -> None:
    for claim in sample.claims:
        assert claim.anchor.fits(sample.text)
        assert f"{claim.anchor.quote}." == claim.statement
    ends = [claim.anchor.end for claim in sample.claims]
    starts = [claim.anchor.start for claim in sample.claims]
    assert all(end < start for end, start in zip(ends, starts[1:], strict=False))


def test_the_text_is_labelled_as_a_summary() -> None:
    german, english = read_sample("de"), read_sample("en")
    assert german.origin.startswith("Zusammenfassung aus den Behauptungen")
    assert english.origin.startswith("Summary made of the claims")


def test_the_bibliographic_data_are_the_article_s(sample: Sample, spoken: str) -> None:
    entry = data("claims")["article"]
    assert (sample.article.title, sample.article.author) == (entry["title"], entry["author"])
    assert (sample.article.publisher, sample.article.url) == (entry["publisher"], entry["url"])
    assert sample.article.published == entry["published"]
    assert sample.article.language == spoken


def test_statuses_are_the_findings(sample: Sample) -> None:
    expected = {entry["number"]: "unchecked" for entry in data("claims")["claims"]}
    for finding in data("findings")["findings"]:
        expected.update(dict.fromkeys(finding["claims"], finding["status"]))
        expected.update({int(k): v for k, v in finding.get("status_of", {}).items()})
    assert {claim.number: claim.status.value for claim in sample.claims} == expected
    assert Status.UNCHECKED in {claim.status for claim in sample.claims}


def test_a_finding_attaches_its_evidence_to_each_of_its_claims(sample: Sample) -> None:
    expected = Counter(
        (number, entry["source"], entry["stance"], entry["excerpt"])
        for finding in data("findings")["findings"]
        for number in finding["claims"]
        for entry in finding["evidence"]
    )
    found = [(e.claim, e.source, e.stance.value, e.excerpt) for e in sample.evidence]
    assert Counter(found) == expected
    assert {one.source for one in sample.evidence} <= sample.sources.keys()


def test_notes_are_findings_leads_and_passages(sample: Sample, spoken: str) -> None:
    book = data("claims")
    findings = {
        (number, finding[f"note_{spoken}"])
        for finding in data("findings")["findings"]
        for number in finding["claims"]
    }
    leads = {(e["number"], e[f"doubt_{spoken}"]) for e in book["claims"] if e["doubt_category"]}
    assert with_role(sample, NoteRole.NOTE) == findings
    assert with_role(sample, NoteRole.LEAD) == leads
    passages = [note for note in sample.notes if note.role is NoteRole.PASSAGE]
    assert len(passages) == len(book["not_checkable"])
    for note, entry in zip(passages, book["not_checkable"], strict=True):
        assert note.claim is None
        assert note.text.endswith(f": {entry[f'reason_{spoken}']}")
        assert str(entry["paragraph"]) in words(note.text)


def with_role(sample: Sample, role: NoteRole) -> set[tuple[int | None, str]]:
    return {(note.claim, note.text) for note in sample.notes if note.role is role}


def test_corrections_are_the_findings_for_the_passage_of_each_claim(
    sample: Sample, spoken: str
) -> None:
    expected = {
        number: finding[f"correction_{spoken}"]
        for finding in data("findings")["findings"]
        for number in finding["claims"]
        if finding[f"correction_{spoken}"]
    }
    passages = {claim.number: claim.anchor.quote for claim in sample.claims}
    assert {one.claim: one.new_wording for one in sample.corrections} == expected
    assert len(sample.corrections) == len(expected) == 66
    for correction in sample.corrections:
        assert correction.old_wording == passages[correction.claim] != correction.new_wording


def test_relations_are_the_data_s(sample: Sample, spoken: str) -> None:
    book = data("claims")
    expected = [(*pair, "same_fact", None) for pair in book["same_fact"]]
    expected += [
        (*entry["claims"], "contradicts", entry[f"text_{spoken}"])
        for entry in book["contradictions"]
    ]
    assert [(r.claim, r.other, r.kind, r.remark) for r in sample.relations] == expected


def test_sources_are_shown_as_what_they_are(sample: Sample, spoken: str) -> None:
    entries = data("sources")["sources"]
    assert list(sample.sources) == [entry["key"] for entry in entries]
    for entry in entries:
        source = sample.sources[entry["key"]]
        assert (source.title, source.title_seen) == (entry["title"], entry["title_seen"])
        assert (source.published, source.rank) == (entry["published"], entry["kind"])
        assert source.summary == entry["says_de" if spoken == "de" else "says"]
        assert source.remark == entry[f"remark_{spoken}"]
        assert bool(source.date_basis) == bool(entry["date_basis"])
        assert source.published is None or is_partial_date(source.published)
    timings = {timing(s.published, sample.article.published) for s in sample.sources.values()}
    assert timings == set(Timing)


def test_words_of_the_data_are_put_into_german() -> None:
    source = read_sample("de").sources["cia-kz-2022"]
    assert source.date_basis == "in der Versionsgeschichte"
    assert read_sample("en").sources["cia-kz-2022"].date_basis == "in the version history"


@pytest.mark.parametrize("number", BEST_KNOWN)
def test_the_best_known_claims_have_status_sources_and_note(
    number: int, sample: Sample, spoken: str
) -> None:
    finding = finding_of(number)
    claim = sample.claims[number - 1]
    assert claim.status == finding.get("status_of", {}).get(str(number), finding["status"])
    assert claim.status is not Status.UNCHECKED
    sources = {one.source for one in sample.evidence if one.claim == number}
    assert sources == {entry["source"] for entry in finding["evidence"]} != set()
    assert (number, finding[f"note_{spoken}"]) in with_role(sample, NoteRole.NOTE)


def test_unchecked_leaves_out_only_what_the_check_found(sample: Sample, unchecked: Sample) -> None:
    assert {claim.status for claim in unchecked.claims} == {Status.UNCHECKED}
    assert unchecked.evidence == unchecked.corrections == ()
    assert unchecked.notes == tuple(n for n in sample.notes if n.role is not NoteRole.NOTE)
    assert unchecked.sources == sample.sources
    assert unchecked.relations == sample.relations
    assert unchecked.text == sample.text


def test_a_finding_s_status_of_holds_for_the_claims_it_names() -> None:
    named = [one for one in data("findings")["findings"] if one.get("status_of")]
    assert named
    claims = {claim.number: claim.status for claim in read_sample("en").claims}
    for finding in named:
        for number, status in finding["status_of"].items():
            assert claims[int(number)] == status != finding["status"]


def test_the_checker_is_somebody_of_the_sample(sample: Sample, spoken: str) -> None:
    assert sample.checker == checker(spoken)
    assert "Beispiel" in checker("de").name
    assert "sample" in checker("en").name


def test_no_passage_is_shipped() -> None:
    for file in FOLDER.glob("*.json"):
        assert not {"quote", "anchor", "start"} & keys(json.loads(file.read_text("utf-8")))


def keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(keys, value))
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set()


def test_the_shipped_data_are_the_dossier_s_without_its_passages(shared: Path) -> None:
    dossier, shipped = shared / "dossier", data("claims")
    book = data("claims", dossier)
    for entry in (*book["claims"], *book["not_checkable"]):
        entry.pop("anchor")
        entry.pop("anchor_start", None)
    for part in ("article", "claims", "same_fact", "contradictions", "not_checkable"):
        assert shipped[part] == book[part]
    assert data("findings")["findings"] == data("findings", dossier)["findings"]
    sources = data("sources")["sources"]
    for entry in sources:
        entry.pop("type")
    assert sources == data("sources", dossier)["sources"]
    passages, theirs = data("passages"), data("passages", dossier)
    for part in ("claims", "not_checkable"):
        assert passages[part] == theirs[part]


def test_no_text_of_the_paper_is_in_it(shared: Path) -> None:
    paper = words((shared / "article" / "welt-2022-03-28.md").read_text("utf-8"))
    runs = {tuple(paper[i : i + 12]) for i in range(len(paper) - 11)}
    texts = [file.read_text("utf-8") for file in FOLDER.glob("*.json")]
    for text in (*texts, *(read_sample(language).text for language in LANGUAGES)):
        ours = words(text)
        assert not runs & {tuple(ours[i : i + 12]) for i in range(len(ours) - 11)}
