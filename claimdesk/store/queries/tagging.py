"""Tags, and what bears them."""

from collections.abc import Collection

from claimdesk.store.queries.read import Read, id_list, portions

_OWNERS = ("claim", "article")


def tags(read: Read) -> list[tuple[int, str]]:
    """All tags by their names, with their ids."""
    rows = read("SELECT id, name FROM tag WHERE NOT aside ORDER BY dictionary_key(name), id")
    return [(int(row[0]), str(row[1])) for row in rows]


def tagged(read: Read, owner: str, rows: Collection[int], tag: int) -> dict[int, int]:
    """Those of the claims or articles ('owner') that bear a tag, each with its tagging."""
    assert owner in _OWNERS
    found: dict[int, int] = {}
    for portion in portions(rows):
        found.update(
            (int(row[0]), int(row[1]))
            for row in read(
                f"SELECT {owner}, id FROM tagging WHERE {owner} IN ({id_list(portion)}) "
                "AND tag = :tag AND NOT aside",
                {"tag": tag},
            )
        )
    return found


def tags_of(read: Read, owner: str, rows: Collection[int]) -> dict[str, int]:
    """The tags of claims or articles ('owner') by name, with how many of them bear each."""
    assert owner in _OWNERS
    counts: dict[str, int] = {}
    for portion in portions(rows):
        for name, count in read(
            f"SELECT t.name, count(*) FROM tagging g JOIN tag t ON t.id = g.tag "
            f"WHERE g.{owner} IN ({id_list(portion)}) AND NOT g.aside AND NOT t.aside "
            "GROUP BY t.id ORDER BY dictionary_key(t.name)"
        ):
            counts[name] = counts.get(name, 0) + count
    return counts
