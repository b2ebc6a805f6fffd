"""What a filter of claims can be narrowed to by name: people and articles."""

from collections.abc import Collection
from typing import NamedTuple

from claimdesk.store.queries.read import Read


class ArticleChoice(NamedTuple):
    """An article as one chooses it."""

    public_id: str
    title: str
    published: str | None


def people(read: Read) -> list[str]:
    """The names of those who work on the desk, without looking at what they did."""
    rows = read("SELECT DISTINCT name FROM person WHERE NOT aside ORDER BY dictionary_key(name)")
    return [str(row[0]) for row in rows]


def article_choices(read: Read) -> list[ArticleChoice]:
    """All articles, the newest first."""
    rows = read("SELECT public_id, title, published FROM article WHERE NOT aside ORDER BY id DESC")
    return [ArticleChoice(*row) for row in rows]


def titles(read: Read, public_ids: Collection[str]) -> dict[str, str]:
    """The titles of a few articles, by their public ids."""
    named = {f"id{place}": one for place, one in enumerate(sorted(public_ids))}
    wanted = ", ".join(f":{name}" for name in named)
    return dict(read(f"SELECT public_id, title FROM article WHERE public_id IN ({wanted})", named))
