"""Questions the window asks in a dialog of its own."""
