"""What a report says, and in which order."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace

import pytest

from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.coverage import CoverageKind, Looked
from claimdesk.domain.dossier import Dossier
from claimdesk.domain.erasure import Erasure
from claimdesk.domain.note import Note, NoteRole
from claimdesk.domain.source import SourceData, Timing
from claimdesk.domain.status import BAR_ORDER, Status
from claimdesk.services.exporters import content
from claimdesk.services.exporters.report import Report

Make = Callable[..., Dossier]


def build(dossier: Dossier, language: str = "de") -> Report:
    return content.build(dossier, made_at="2022-03-28T12:10:00Z", language=language)


def test_the_head_names_article_desk_people_times_and_chains(dossier: Make) -> None:
    head = build(dossier()).head
    assert (head.title, head.publisher, head.published) == (
        "Eine Stadt wächst",
        "Kleine Zeitung",
        "28.03.2022",
    )
    assert head.revision
    assert (head.revision.number, head.revision.origin) == (2, "stadt.docx")
    assert (head.desk, head.sample, head.made_at) == ("Mein Desk", False, "28.03.2022, 12:10 UTC")
    assert head.people == ("Martha Müller", "Ösel", "Zander")
    assert (head.first_event, head.last_event) == ("28.03.2022, 09:24 UTC", "28.03.2022, 12:06 UTC")
    assert [(chain.events, chain.link) for chain in head.chains] == [(42, "ab" * 32)]


def test_it_says_that_something_was_erased_when_by_whom_and_why(dossier: Make) -> None:
    assert build(dossier()).head.erased == ()
    erasure = Erasure("2022-03-28T11:00:00Z", "Martha Müller", "Quellenschutz")
    [sentence] = build(replace(dossier(), erasures=(erasure,))).head.erased
    for part in ("28.03.2022, 11:00 UTC", "Martha Müller", "Quellenschutz"):
        assert part in sentence


def test_the_summary_counts_every_status_in_the_order_of_bars(dossier: Make) -> None:
    summary = build(dossier(claims=25)).summary
    assert [part.status for part in summary.parts] == list(BAR_ORDER)
    assert {part.status: part.count for part in summary.parts} == {
        status: 3 if place < 5 else 2 for place, status in enumerate(Status)
    }
    assert (summary.claims, summary.checked) == (25, 3 * 3 + 2 * 4)
    assert len(build(dossier(claims=3)).summary.bar) == 3


def test_what_needs_correction_what_to_decide_and_what_was_not_checked(dossier: Make) -> None:
    report = build(dossier(claims=20))
    assert [claim.number for claim in report.corrections] == [5, 6, 15, 16]
    assert [claim.number for claim in report.to_decide] == [7, 8, 17, 18]
    assert [
        (group.status, [claim.number for claim in group.claims]) for group in report.not_checked
    ] == [
        (Status.UNCHECKED, [1, 11]),
        (Status.IN_PROGRESS, [2, 12]),
        (Status.LEFT_OUT, [10, 20]),
    ]
    assert report.not_checked[2].claims[0].reasons[0].text.startswith("reason 10")


def test_corrections_stand_with_those_that_need_one(discussed: Make) -> None:
    made = discussed()
    eight = replace(made.claims[7], corrections=made.claims[4].corrections)
    report = build(replace(made, claims=(*made.claims[:7], eight, *made.claims[8:])))
    assert [claim.number for claim in report.corrections] == [5, 6, 8]
    (correction,) = report.corrections[0].corrections
    assert (correction.old_wording, correction.new_wording) == ("104 Menschen", "rund 100 Menschen")
    assert (correction.state, correction.proposed_at) == (
        CorrectionState.PROPOSED,
        "28.03.2022, 12:06 UTC",
    )
    assert correction.decided_at is None
    assert report.corrections[1].corrections == ()


def test_open_questions_are_gathered_and_answered_ones_stay_where_they_belong(
    discussed: Make,
) -> None:
    report = build(discussed())
    assert [question.number for question in report.open_questions] == [7, None]
    assert [question.answer for question in report.answered] == ["Ja, so ist es."]
    seven = report.claims[6]
    assert [question.is_open for question in seven.questions] == [True, False]
    assert seven.questions[1].answered_at == "28.03.2022, 12:06 UTC"
    assert build(discussed(), "en").open_questions[0].asked_at == "28 March 2022, 12:06 UTC"


def test_claims_come_in_the_texts_order_whatever_order_the_desk_gives(dossier: Make) -> None:
    made = dossier(claims=12)
    claims = list(reversed(made.claims))
    claims[3] = replace(claims[3], anchor=None)
    numbers = [claim.number for claim in build(replace(made, claims=tuple(claims))).claims]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 9]


def test_each_source_is_listed_once_with_the_claims_that_use_it(dossier: Make) -> None:
    report = build(dossier(claims=4, evidence=2))
    assert [source.number for source in report.sources] == [1, 2, 3, 4]
    for source in report.sources:
        users = tuple(
            claim.number
            for claim in report.claims
            if source in [evidence.source for evidence in claim.evidence]
        )
        assert source.claims == users


def test_sources_no_claim_uses_are_named_as_such(dossier: Make) -> None:
    report = build(dossier(claims=3, evidence=0))
    assert not report.sources
    assert [source.title for source in report.unused] == [
        "Amtliches Jahrbuch",
        "Gespräch mit der Meldestelle",
        "Town grows",
        "Zweite Zählung",
    ]


def test_a_sources_date_is_seen_from_the_article(dossier: Make) -> None:
    report = build(dossier(claims=4))
    assert {source.title: source.timing for source in report.sources} == {
        "Amtliches Jahrbuch": Timing.BEFORE,
        "Town grows": Timing.AFTER,
        "Zweite Zählung": Timing.PERHAPS_AFTER,
        "Gespräch mit der Meldestelle": Timing.UNKNOWN,
    }


def test_a_lead_is_never_a_finding(dossier: Make) -> None:
    claims = build(dossier(claims=20)).claims
    assert any(claim.leads for claim in claims)
    for claim in claims:
        assert {note.role for note in claim.leads} <= {NoteRole.LEAD}
        assert NoteRole.LEAD not in {note.role for note in (*claim.findings, *claim.reasons)}


def test_notes_on_the_article_quote_the_passage_they_speak_of(dossier: Make) -> None:
    note = Note(1, "n", None, 1, "M", NoteRole.PASSAGE, "Meinung", "2022-03-28T12:00:00Z", 5, 9)
    outside = replace(note, start=5, end=99_999)
    shown = build(dossier(notes=(note, outside))).notes
    assert shown[0].passage
    assert shown[0].passage.quote == "1900"
    assert shown[1].passage is None


def test_a_relation_knows_whether_its_other_claim_is_in_the_report(dossier: Make) -> None:
    made = dossier(claims=3)
    assert [tie.here for tie in build(made).claims[1].relations] == [True]
    alone = replace(made, claims=made.claims[1:2])
    assert [tie.here for tie in build(alone).claims[0].relations] == [False]


@pytest.mark.parametrize(
    ("claims", "statuses", "interim"),
    [
        (0, tuple(Status), True),
        (5, (Status.VERIFIED, Status.LEFT_OUT), False),
        (5, tuple(Status), True),
    ],
)
def test_a_report_with_open_claims_is_an_interim_one(
    dossier: Make, claims: int, statuses: tuple[Status, ...], interim: bool
) -> None:
    assert build(dossier(claims=claims, statuses=statuses)).is_interim is interim


def test_without_revision_and_passages_there_is_still_a_report(dossier: Make) -> None:
    made = dossier(claims=3)
    bare = tuple(replace(claim, anchor=None, revision=None) for claim in made.claims)
    report = build(replace(made, revision=None, claims=bare))
    assert report.head.revision is None
    assert [claim.passage for claim in report.claims] == [None, None, None]


def test_every_string_is_clean(dossier: Make) -> None:
    bad = "x\x00y\ud800\u202ez"
    source = SourceData(
        bad, author=bad, publisher=bad, url=bad, remark=bad, summary=bad, published=bad
    )
    made = dossier(
        claims=4, statement=bad, note=bad, title=bad, people=(bad,), sources=(source,) * 4
    )
    strings = list(_strings(build(made)))
    assert any("xy‹U+202E›z" in text for text in strings)
    assert not [text for text in strings if set(text) & set("\x00\ud800\u202e")]


def test_the_same_dossier_makes_the_same_report(dossier: Make) -> None:
    assert build(dossier(claims=30)) == build(dossier(claims=30))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [text for field in fields(value) for text in _strings(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [text for item in value for text in _strings(item)]
    return []


def test_sentences_nobody_looked_at_are_listed_until_somebody_does(dossier: Make) -> None:
    made = dossier(claims=2)
    assert build(made).not_looked_at == ()
    assert made.revision
    text = f"{made.revision.text} Niemand\tsah das. Das ist Werbung."
    longer = replace(made, revision=replace(made.revision, text=text))
    assert build(longer).not_looked_at == ("Niemand sah das.", "Das ist Werbung.")
    start = text.index("Das ist")
    looked = Looked(1, CoverageKind.NOT_ARTICLE, start, len(text), "Ösel", made.revision.made_at)
    assert build(replace(longer, looked=(looked,))).not_looked_at == ("Niemand sah das.",)
    assert build(replace(made, revision=None)).not_looked_at == ()
