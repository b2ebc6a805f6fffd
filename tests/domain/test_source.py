from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.source import SourceRank, SourceType, Stance, Timing, is_partial_date, timing
from claimdesk.i18n import speaking


@pytest.mark.parametrize("text", ["2022", "2022-03", "2022-03-28", "2024-02-29", "0001", "9999-12"])
def test_a_year_a_month_or_a_day(text: str) -> None:
    assert is_partial_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "22", "2022-", "2022-3", "2022-13", "2022-00", "2022-02-30", "2023-02-29", "0000",
        "2022-03-28T10:00", " 2022", "2022 ", "2022\n", "28.03.2022", "Mai 2022", "-2022",
    ],
)  # fmt: skip
def test_anything_else_is_no_date(text: str) -> None:
    assert not is_partial_date(text)


@given(st.dates())
def test_every_day_its_month_and_its_year(day: date) -> None:
    for width in (4, 7, 10):
        assert is_partial_date(day.isoformat()[:width])


@pytest.mark.parametrize(
    ("source", "article", "expected"),
    [
        (None, "2021-05-02", Timing.UNKNOWN),
        ("", None, Timing.UNKNOWN),
        ("2021-05-02", None, Timing.BEFORE),
        ("2021-05-01", "2021-05-02", Timing.BEFORE),
        ("2021-05-02", "2021-05-02", Timing.BEFORE),
        ("2021-05-03", "2021-05-02", Timing.AFTER),
        ("2021-05", "2021-05-02", Timing.PERHAPS_AFTER),
        ("2021", "2021-05-02", Timing.PERHAPS_AFTER),
        ("2021-04", "2021-05-02", Timing.BEFORE),
        ("2021-06", "2021-05-02", Timing.AFTER),
        ("2020", "2021-05-02", Timing.BEFORE),
        ("2022", "2021-05-02", Timing.AFTER),
        ("2021-05-03", "2021-05", Timing.PERHAPS_AFTER),
        ("2021-05-03", "2021", Timing.PERHAPS_AFTER),
        ("2021-05", "2021-05", Timing.BEFORE),
        ("2022-01-01", "2021", Timing.AFTER),
    ],
)
def test_when_a_source_was_published_seen_from_the_article(
    source: str | None, article: str | None, expected: Timing
) -> None:
    assert timing(source, article) is expected


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_partial_dates_never_claim_more_than_they_know(
    source: date, article: date, ours: int, theirs: int
) -> None:
    said = timing(source.isoformat()[:ours], article.isoformat()[:theirs])
    if said is Timing.AFTER:
        assert source > article
    if said is Timing.BEFORE and ours == theirs == 10:
        assert source <= article


def test_readers_are_warned_only_where_there_is_reason() -> None:
    assert Timing.BEFORE.label == ""
    for language in ("en", "de"):
        with speaking(language):
            labels = {one.label for one in Timing}
        assert len(labels) == len(Timing)


@pytest.mark.parametrize("scale", [SourceType, SourceRank, Stance])
def test_each_step_of_a_scale_has_a_name_of_its_own(
    scale: type[SourceType] | type[SourceRank] | type[Stance],
) -> None:
    for language in ("en", "de"):
        with speaking(language):
            assert len({one.label for one in scale}) == len(scale)
            assert all(one.label for one in scale)
