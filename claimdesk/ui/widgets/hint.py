"""What an empty field says of itself, in the tooltip as well: a narrow one shows only the
beginning."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from claimdesk.ui.widgets.tooltip import plain_tooltip


def hint(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    """Say what to type."""
    field.setPlaceholderText(words)
    field.setToolTip(plain_tooltip(words))
