"""All that only SQLite does. Standard library only, so that a window can be painted from it
before the ORM is there."""
