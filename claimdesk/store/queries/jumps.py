"""Where one can go to by a few letters or a number; asked at each letter, so nothing is counted."""

from claimdesk.store.queries.read import Read


def claim_numbered(read: Read, article: int, number: int) -> int | None:
    """The claim of an article with a number, or None."""
    rows = read(
        "SELECT id FROM claim WHERE article = :article AND number = :number AND NOT aside",
        {"article": article, "number": number},
    )
    return int(rows[0][0]) if rows else None


def article_titles(read: Read, most: int | None = None) -> list[tuple[int, str]]:
    """The ids and titles of all articles, or of so many, the newest first."""
    limit = "" if most is None else f" LIMIT {int(most)}"
    rows = read(f"SELECT id, title FROM article WHERE NOT aside ORDER BY id DESC{limit}")
    return [(int(row[0]), str(row[1])) for row in rows]
