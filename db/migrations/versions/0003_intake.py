"""What intake, review and reports need: where a text came from, what was looked at, suggestions
and remarks, tags, saved filters, confidential sources; an anchor may have lost its place."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KINDS = (
    "quantity date name_office event attribution quote comparison superlative causal geography "
    "history law_institution other"
)


def _one_of(column, members):
    return f"{column} IN ({', '.join(repr(member) for member in members.split())})"


def _of_those_not_aside(name, table, *columns, unique=False):
    there = sa.text("NOT aside")
    op.create_index(name, table, columns, unique=unique, sqlite_where=there, postgresql_where=there)


def _table(name, *parts, references=()):
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        *parts,
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=f"fk_{name}_{column}")
            for column, table in references
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("public_id", name=f"uq_{name}_public_id"),
    )


def _text(name, nullable=False):
    return sa.Column(name, sa.String(), nullable=nullable)


def _number(name, nullable=False):
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _check(table, name, condition):
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _add(table, column, kind, default=None, references=None):
    """Plain statements: Alembic would rebuild a parent table for a foreign key."""
    told = f" DEFAULT {default} NOT NULL" if default is not None else ""
    tie = f" CONSTRAINT fk_{table}_{column} REFERENCES {references} (id)" if references else ""
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}{told}{tie}")


def upgrade():
    _columns()
    _anchors_without_place()
    _looked_at()
    _suggestions()
    _words()


def _columns():
    _add("article", "archived", "BOOLEAN", "FALSE")
    _add("revision", "structure", "VARCHAR", "'{}'")
    _add("revision", "snapshot", "INTEGER", references="snapshot")
    _add("revision", "file_name", "VARCHAR")
    _add("revision", "made_by", "INTEGER", references="person")
    for column in ("said_by", "said_at", "external"):
        _add("note", column, "VARCHAR")
    _add("source", "confidential", "BOOLEAN", "FALSE")
    _add("source", "contact", "VARCHAR")


def _anchors_without_place():
    old = 'id, public_id, aside, claim, revision, start, "end", quote, prefix, suffix, origin'
    for index in ("ix_anchor_revision", "ux_anchor_claim_revision"):
        op.drop_index(index, "anchor")
    op.rename_table("anchor", "anchor_old")
    _table(
        "anchor",
        _number("claim"),
        _number("revision"),
        _number("start", nullable=True),
        _number("end", nullable=True),
        _text("quote"),
        _text("prefix"),
        _text("suffix"),
        _text("origin"),
        _text("difference", nullable=True),
        _number("confirmed_by", nullable=True),
        _text("confirmed_at", nullable=True),
        _check("anchor", "span", 'start >= 0 AND "end" > start'),
        references=(("claim", "claim"), ("revision", "revision"), ("confirmed_by", "person")),
    )
    op.execute(f"INSERT INTO anchor ({old}) SELECT {old} FROM anchor_old")
    op.drop_table("anchor_old")
    op.create_index("ix_anchor_revision", "anchor", ["revision"])
    _of_those_not_aside("ux_anchor_claim_revision", "anchor", "claim", "revision", unique=True)


def _looked_at():
    _table(
        "coverage",
        _number("revision"),
        _number("start"),
        _number("end"),
        _text("kind"),
        _text("remark", nullable=True),
        _number("person"),
        _text("made_at"),
        _check("coverage", "kind", _one_of("kind", "no_fact not_article")),
        _check("coverage", "span", 'start >= 0 AND "end" > start'),
        references=(("revision", "revision"), ("person", "person")),
    )
    _of_those_not_aside("ix_coverage_revision", "coverage", "revision")


def _suggestions():
    _table(
        "suggestion",
        _number("article"),
        _number("revision"),
        _number("start"),
        _number("end"),
        _text("quote"),
        _text("statement"),
        _text("kind"),
        _number("check_worthiness"),
        _text("attributed_to", nullable=True),
        _text("figures"),
        _text("reasons"),
        _text("not_checkable", nullable=True),
        _text("fingerprint"),
        _text("state"),
        _number("claim", nullable=True),
        _text("made_at"),
        _check("suggestion", "kind", _one_of("kind", KINDS)),
        _check("suggestion", "state", _one_of("state", "open accepted rejected")),
        _check("suggestion", "check_worthiness", "check_worthiness IN (1, 2, 3)"),
        _check("suggestion", "span", 'start >= 0 AND "end" > start'),
        references=(("article", "article"), ("revision", "revision"), ("claim", "claim")),
    )
    _of_those_not_aside("ix_suggestion_revision_state", "suggestion", "revision", "state")
    _of_those_not_aside("ix_suggestion_article_fingerprint", "suggestion", "article", "fingerprint")
    _table(
        "remark",
        _number("article"),
        _number("revision"),
        _text("kind"),
        _text("text"),
        _text("arguments"),
        _text("spans"),
        _text("fingerprint"),
        _text("state"),
        _number("note", nullable=True),
        _text("made_at"),
        _check("remark", "state", _one_of("state", "open kept dismissed")),
        references=(("article", "article"), ("revision", "revision"), ("note", "note")),
    )
    _of_those_not_aside("ix_remark_revision_state", "remark", "revision", "state")


def _words():
    _table("tag", _text("name"))
    _of_those_not_aside("ux_tag_name", "tag", "name", unique=True)
    _table(
        "tagging",
        _number("tag"),
        _number("claim", nullable=True),
        _number("article", nullable=True),
        _check("tagging", "owner", "(claim IS NULL) <> (article IS NULL)"),
        references=(("tag", "tag"), ("claim", "claim"), ("article", "article")),
    )
    op.create_index("ix_tagging_tag", "tagging", ["tag"])
    _of_those_not_aside("ix_tagging_claim", "tagging", "claim")
    _of_those_not_aside("ix_tagging_article", "tagging", "article")
    _table("saved_filter", _text("name"), _text("conditions"), _number("place"))


def downgrade():
    raise NotImplementedError("A desk is never taken back; open a backup of it.")
