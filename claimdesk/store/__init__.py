"""The desk file. Opening and reading need the standard library only; the ORM is loaded when
something is first written, so that a window can be painted before it is there."""

from claimdesk.store.store import Store, create_desk, open_desk

__all__ = ["Store", "create_desk", "open_desk"]
