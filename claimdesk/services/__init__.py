"""Abilities: text in, values out. One folder an ability; nothing here knows the desk."""
