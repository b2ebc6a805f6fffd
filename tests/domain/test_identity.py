import time
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

from claimdesk.domain.identity import now, public_id


def test_a_public_id_is_a_uuid_of_version_7() -> None:
    made = {public_id() for _ in range(1000)}
    assert len(made) == 1000
    for one in made:
        assert UUID(one).version == 7
        assert UUID(one).variant == RFC_4122
        assert str(UUID(one)) == one


def test_public_ids_sort_by_the_time_they_were_made() -> None:
    made = []
    for _ in range(5):
        made.append(public_id())
        time.sleep(0.002)
    assert made == sorted(made)
    age = time.time() - (UUID(made[-1]).int >> 80) / 1000
    assert 0 <= age < 60


def test_now_is_utc_in_milliseconds_and_sorts() -> None:
    moment = now()
    assert len(moment) == len("2024-01-31T12:00:00.000Z")
    read = datetime.fromisoformat(moment)
    assert read.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - read) < timedelta(minutes=1)
    assert now() >= moment
