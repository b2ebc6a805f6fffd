"""The model on the sample's article."""

import pytest

from claimdesk.domain.claim import ClaimFilter
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claims import ClaimsModel


@pytest.fixture
def article(desk: Desk) -> int:
    return queries.article_rows(desk.read)[0].id


@pytest.fixture
def model(desk: Desk, article: int) -> ClaimsModel:
    made = ClaimsModel(desk)
    made.set_filter(ClaimFilter(article))
    return made
