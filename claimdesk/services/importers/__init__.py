"""Incoming data, one module a format."""
