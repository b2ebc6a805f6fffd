"""The inspector: all about the chosen claim. It is built once and refilled, since building it
costs six times as much; no section knows another, the view tells each what to show."""

from claimdesk.ui.views.inspector.view import InspectorView

__all__ = ["InspectorView"]
