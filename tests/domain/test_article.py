import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.article import ArticleData, ArticleRow, stored_text, text_sha256
from claimdesk.domain.status import Status


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("Bru\u0308cke", "Brücke"),
        ("a\u00a0b\u2009c", "a\u00a0b\u2009c"),
        ("\r\r\n\n", "\n\n\n"),
        ("", ""),
    ],
)
def test_a_text_as_a_revision_stores_it(text: str, stored: str) -> None:
    assert stored_text(text) == stored


@given(st.text())
def test_a_stored_text_stays_as_it_is(text: str) -> None:
    stored = stored_text(text)
    assert stored_text(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert "\r" not in stored


def test_the_sum_of_a_text() -> None:
    assert text_sha256("ä") == hashlib.sha256(b"\xc3\xa4").hexdigest()


def test_progress_counts_verdicts_only() -> None:
    counts = {Status.UNCHECKED: 3, Status.IN_PROGRESS: 2, Status.FALSE: 4, Status.LEFT_OUT: 1}
    row = ArticleRow(1, "a", ArticleData("x"), None, counts)
    assert (row.claims, row.checked) == (10, 4)
    assert (ArticleRow(1, "a", ArticleData("x"), None).claims) == 0
