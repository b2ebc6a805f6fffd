"""Words being typed; see ui.drafts."""

from claimdesk.ui.drafts import Draft, Drafts, Place

__all__ = ["Draft", "Drafts", "Place"]
