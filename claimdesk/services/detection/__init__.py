"""Finds claims and slips in a text: German and English, offline, with reasons."""
