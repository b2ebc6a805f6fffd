"""The desk itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeskInfo:
    """What a desk says of itself."""

    public_id: str
    title: str
    sample: bool
    made_at: str
