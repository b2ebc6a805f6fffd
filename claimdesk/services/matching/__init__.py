"""Carrying claims over to another text: what stayed, what changed, what is gone."""
