"""Small parts that panes and dialogs share."""
