from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.coverage import CoverageKind, Looked, SentenceState
from claimdesk.services.coverage import counts, coverage

SPANS = [(0, 10), (11, 20), (21, 40), (41, 50), (51, 60)]


def said(start: int, end: int, kind: CoverageKind = CoverageKind.NO_FACT) -> Looked:
    return Looked(1, kind, start, end, "Ada", "")


def states(*claims: tuple[int, int, bool], looked: tuple[Looked, ...] = ()) -> list[SentenceState]:
    return [one.state for one in coverage(SPANS, claims, looked)]


def test_a_sentence_is_open_until_all_its_claims_are_checked() -> None:
    assert states((2, 5, True), (6, 9, False), (12, 14, False)) == [
        SentenceState.OPEN,
        SentenceState.CHECKED,
        *[SentenceState.NOT_LOOKED_AT] * 3,
    ]


def test_a_passage_over_two_sentences_counts_in_both() -> None:
    assert states((8, 13, False))[:3] == [
        SentenceState.CHECKED,
        SentenceState.CHECKED,
        SentenceState.NOT_LOOKED_AT,
    ]


def test_what_ends_where_the_next_sentence_begins_is_not_in_it() -> None:
    assert states((5, 11, False))[1] is SentenceState.NOT_LOOKED_AT


def test_no_fact_counts_only_where_no_claim_stands() -> None:
    assert states((2, 5, True), looked=(said(0, 10), said(11, 20)))[:2] == [
        SentenceState.OPEN,
        SentenceState.NO_FACT,
    ]


def test_half_of_a_sentence_is_enough_so_that_another_splitter_changes_little() -> None:
    assert states(looked=(said(0, 5),))[0] is SentenceState.NO_FACT
    assert states(looked=(said(0, 4),))[0] is SentenceState.NOT_LOOKED_AT
    assert states(looked=(said(0, 3), said(6, 9)))[0] is SentenceState.NO_FACT
    assert states(looked=(said(18, 40),))[:3] == [
        SentenceState.NOT_LOOKED_AT,
        SentenceState.NOT_LOOKED_AT,
        SentenceState.NO_FACT,
    ]


def test_what_is_no_part_of_the_article_needs_no_checking() -> None:
    notice = said(41, 60, CoverageKind.NOT_ARTICLE)
    assert states((42, 45, True), looked=(notice, said(41, 50)))[3:] == [
        SentenceState.NOT_ARTICLE,
        SentenceState.NOT_ARTICLE,
    ]


def test_states_are_counted() -> None:
    found = counts(coverage(SPANS, [(2, 5, True)], [said(11, 20)]))
    assert found == {
        SentenceState.OPEN: 1,
        SentenceState.NO_FACT: 1,
        SentenceState.NOT_LOOKED_AT: 3,
    }


_RANGES = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda it: (it[0], it[0] + it[1]))


@given(st.lists(st.tuples(_RANGES, st.booleans())), st.lists(_RANGES))
def test_it_agrees_with_looking_at_every_pair(
    claims: list[tuple[tuple[int, int], bool]], ranges: list[tuple[int, int]]
) -> None:
    found = coverage(
        SPANS, [(*span, is_open) for span, is_open in claims], [said(*one) for one in ranges]
    )
    for sentence in found:
        inside = [
            is_open
            for (start, end), is_open in claims
            if start < sentence.end and sentence.start < end
        ]
        if inside:
            wanted = SentenceState.OPEN if any(inside) else SentenceState.CHECKED
            assert sentence.state is wanted
        else:
            assert sentence.state in (SentenceState.NO_FACT, SentenceState.NOT_LOOKED_AT)
    assert [(one.start, one.end) for one in found] == SPANS
