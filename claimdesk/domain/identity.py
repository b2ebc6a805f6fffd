"""Public ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made."""

import secrets
import time
from datetime import UTC, datetime
from uuid import UUID


def public_id() -> str:
    """A new public id."""
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))


def now() -> str:
    """The present moment as the desk stores times: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
