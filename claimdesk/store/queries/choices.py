"""What one can choose from by name: people and articles."""

from collections.abc import Collection
from typing import NamedTuple

from claimdesk.store.queries.read import Read, id_list


class ArticleChoice(NamedTuple):
    """An article as one chooses it."""

    id: int
    public_id: str
    title: str
    published: str | None


def people(read: Read) -> list[str]:
    """The names of those who work on the desk, without looking at what they did."""
    rows = read("SELECT DISTINCT name FROM person WHERE NOT aside ORDER BY dictionary_key(name)")
    return [str(row[0]) for row in rows]


def article_choices(read: Read) -> list[ArticleChoice]:
    """All articles, the newest first."""
    columns = "id, public_id, title, published"
    rows = read(f"SELECT {columns} FROM article WHERE NOT aside ORDER BY id DESC")
    return [ArticleChoice(*row) for row in rows]


def article_known_as(read: Read, public_id: str) -> int | None:
    """The id of an article with a public id, or None."""
    rows = read(
        "SELECT id FROM article WHERE public_id = :public_id AND NOT aside",
        {"public_id": public_id},
    )
    return int(rows[0][0]) if rows else None


def titles_of(read: Read, articles: Collection[int]) -> dict[int, str]:
    """The titles of some articles, by their ids."""
    wanted = id_list(articles)
    return dict(read(f"SELECT id, title FROM article WHERE id IN ({wanted})"))


def titles(read: Read, public_ids: Collection[str]) -> dict[str, str]:
    """The titles of a few articles, by their public ids."""
    named = {f"id{place}": one for place, one in enumerate(sorted(public_ids))}
    wanted = ", ".join(f":{name}" for name in named)
    return dict(read(f"SELECT public_id, title FROM article WHERE public_id IN ({wanted})", named))
