"""Claimdesk: check the facts of an article, claim by claim, before it is printed."""

__version__ = "0.1.0"
