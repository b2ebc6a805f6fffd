from dataclasses import replace

import pytest

from claimdesk.domain.claim import Badge, ClaimFilter, ClaimRow, Kind, RelationKind
from claimdesk.domain.status import Status
from claimdesk.i18n import speaking

ROW = ClaimRow(
    id=1,
    public_id="c",
    article=1,
    number=1,
    statement="x",
    kind=Kind.OTHER,
    status=Status.UNCHECKED,
    check_worthiness=2,
    attributed_to=None,
    figures=(),
    as_of=None,
    sources=0,
    primary_sources=0,
    notes=0,
    leads=0,
    snapshots=0,
    changed_at="",
    changed_by="",
)


@pytest.mark.parametrize("status", list(Status))
def test_only_what_is_called_verified_needs_evidence(status: Status) -> None:
    warned = status in (Status.VERIFIED, Status.VERIFIED_WITH_CAVEAT)
    row = replace(ROW, status=status)
    assert row.badges == ((Badge.NO_EVIDENCE,) if warned else ())
    row = replace(row, sources=2)
    assert row.badges == ((Badge.ONLY_SECONDARY,) if warned else ())
    assert replace(row, primary_sources=1).badges == ()


def test_leads_and_snapshots_show() -> None:
    assert replace(ROW, leads=1, snapshots=3).badges == (Badge.LEAD, Badge.SNAPSHOT)


def test_questions_and_corrections_show_in_the_order_of_badges() -> None:
    row = replace(
        ROW,
        status=Status.VERIFIED,
        leads=1,
        snapshots=1,
        open_questions=2,
        corrections_proposed=1,
        corrections_accepted=1,
        corrections_declined=3,
        passages_dropped=1,
        passages_reworded=1,
    )
    assert row.badges == tuple(badge for badge in Badge if badge is not Badge.ONLY_SECONDARY)


def test_a_filter_is_narrowed_by_anything_but_the_article() -> None:
    assert not ClaimFilter(article=1, text="  ").is_narrowed
    assert ClaimFilter(text="x").is_narrowed
    assert ClaimFilter(kinds=frozenset({Kind.DATE})).is_narrowed
    assert ClaimFilter(statuses=frozenset({Status.FALSE})).is_narrowed
    assert ClaimFilter(badges=frozenset({Badge.LEAD})).is_narrowed
    assert ClaimFilter(left=True).is_narrowed


def test_within_the_statuses_a_filter_is_narrowed_by_the_rest() -> None:
    assert not ClaimFilter(1, frozenset({Status.FALSE})).is_narrowed_within
    assert ClaimFilter(1, frozenset({Status.FALSE}), left=True).is_narrowed_within


@pytest.mark.parametrize("scale", [Kind, Badge, RelationKind])
def test_each_has_a_name_of_its_own_in_both_languages(
    scale: type[Kind] | type[Badge] | type[RelationKind],
) -> None:
    names = []
    for language in ("en", "de"):
        with speaking(language):
            names.append([one.label for one in scale])
    for labels in names:
        assert len(set(labels)) == len(scale)
    assert names[0] != names[1]


@pytest.mark.parametrize(
    ("kind", "figures", "shown"),
    [
        (Kind.DATE, ("14", "2025"), ()),
        (Kind.DATE, ("14.", "1978", "9 Tage"), ("9 Tage",)),
        (Kind.QUANTITY, ("312",), ("312",)),
    ],
)
def test_days_and_years_of_a_date_are_no_figures_to_show(
    kind: Kind, figures: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert replace(ROW, kind=kind, figures=figures).figures_shown == shown
