"""Handing over: the dialogs that write a report to a file and print it."""
