"""The first schema: articles, claims, sources, notes, and the history of all of it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _one_of(column, members):
    return f"{column} IN ({', '.join(repr(member) for member in members.split())})"


def upgrade():
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("public_id", name="uq_article_public_id"),
    )
    op.create_table(
        "desk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_desk"),
        sa.UniqueConstraint("public_id", name="uq_desk_public_id"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("public_id", name="uq_person_public_id"),
    )
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("captured", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_snapshot"),
        sa.UniqueConstraint("public_id", name="uq_snapshot_public_id"),
        sa.UniqueConstraint("sha256", name="uq_snapshot_sha256"),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("summary", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("title_seen", sa.Boolean(), nullable=False),
        sa.Column("date_basis", sa.String(), nullable=True),
        sa.Column("read_as", sa.String(), nullable=True),
        sa.Column("csl", sa.String(), nullable=True),
        sa.CheckConstraint(
            _one_of("rank", "primary secondary reference"), name=op.f("ck_source_rank")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("public_id", name="uq_source_public_id"),
    )
    op.create_table(
        "writer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("begun_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_writer"),
        sa.UniqueConstraint("public_id", name="uq_writer_public_id"),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("attributed_to", sa.String(), nullable=True),
        sa.Column("figures", sa.String(), nullable=False),
        sa.Column("check_worthiness", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("as_of", sa.String(), nullable=True),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            _one_of(
                "kind",
                "quantity date name_office event attribution quote comparison superlative causal"
                " geography history law_institution other",
            ),
            name=op.f("ck_claim_kind"),
        ),
        sa.CheckConstraint(
            _one_of(
                "status",
                "unchecked in_progress verified verified_with_caveat inaccurate false disputed"
                " unverifiable not_checkable left_out",
            ),
            name=op.f("ck_claim_status"),
        ),
        sa.CheckConstraint("check_worthiness IN (1, 2, 3)", name=op.f("ck_claim_check_worthiness")),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_claim_article"),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], name="fk_claim_changed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.UniqueConstraint("article", "number", name="uq_claim_article_number"),
        sa.UniqueConstraint("public_id", name="uq_claim_public_id"),
    )
    op.create_index(
        "ix_claim_article_status",
        "claim",
        ["article", "status"],
        sqlite_where=sa.text("NOT aside"),
        postgresql_where=sa.text("NOT aside"),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("changed_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_draft_person"),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint("public_id", name="uq_draft_public_id"),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("writer", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("time", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("arguments", sa.String(), nullable=False),
        sa.Column("reverts", sa.Integer(), nullable=True),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_event_person"),
        sa.ForeignKeyConstraint(["reverts"], ["event.id"], name="fk_event_reverts"),
        sa.ForeignKeyConstraint(["writer"], ["writer.id"], name="fk_event_writer"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.UniqueConstraint("public_id", name="uq_event_public_id"),
        sa.UniqueConstraint("writer", "number", name="uq_event_writer_number"),
    )
    op.create_index("ix_event_reverts", "event", ["reverts"])
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_revision_article"),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.UniqueConstraint("article", "number", name="uq_revision_article_number"),
        sa.UniqueConstraint("public_id", name="uq_revision_public_id"),
    )
    op.create_table(
        "anchor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.CheckConstraint('start >= 0 AND "end" > start', name=op.f("ck_anchor_span")),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_anchor_claim"),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"], name="fk_anchor_revision"),
        sa.PrimaryKeyConstraint("id", name="pk_anchor"),
        sa.UniqueConstraint("public_id", name="uq_anchor_public_id"),
    )
    op.create_index("ix_anchor_revision", "anchor", ["revision"])
    op.create_index(
        "ux_anchor_claim_revision",
        "anchor",
        ["claim", "revision"],
        unique=True,
        sqlite_where=sa.text("NOT aside"),
        postgresql_where=sa.text("NOT aside"),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row", sa.String(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=True),
        sa.Column("article", sa.Integer(), nullable=True),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_change_article"),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_change_claim"),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name="fk_change_event"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
    )
    op.create_index("ix_change_claim", "change", ["claim"])
    op.create_index("ix_change_entity_row", "change", ["entity", "row"])
    op.create_index("ix_change_event", "change", ["event"])
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.Integer(), nullable=True),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("locator", sa.String(), nullable=True),
        sa.Column("excerpt", sa.String(), nullable=True),
        sa.Column("looked", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.CheckConstraint(
            _one_of("stance", "supports refutes qualifies context"), name=op.f("ck_evidence_stance")
        ),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_evidence_claim"),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshot.id"], name="fk_evidence_snapshot"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_evidence_source"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.UniqueConstraint("public_id", name="uq_evidence_public_id"),
    )
    op.create_index("ix_evidence_claim", "evidence", ["claim"])
    op.create_index("ix_evidence_source", "evidence", ["source"])
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=True),
        sa.Column("article", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.CheckConstraint(_one_of("role", "note lead passage reason"), name=op.f("ck_note_role")),
        sa.CheckConstraint("(claim IS NULL) <> (article IS NULL)", name=op.f("ck_note_owner")),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_note_article"),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_note_claim"),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_note_person"),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"], name="fk_note_revision"),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
        sa.UniqueConstraint("public_id", name="uq_note_public_id"),
    )
    op.create_index("ix_note_article", "note", ["article"])
    op.create_index("ix_note_claim", "note", ["claim"])
    op.create_table(
        "relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=True),
        sa.CheckConstraint(
            _one_of("kind", "same_fact contradicts depends_on"), name=op.f("ck_relation_kind")
        ),
        sa.CheckConstraint("claim <> other", name=op.f("ck_relation_two")),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_relation_claim"),
        sa.ForeignKeyConstraint(["other"], ["claim.id"], name="fk_relation_other"),
        sa.PrimaryKeyConstraint("id", name="pk_relation"),
        sa.UniqueConstraint("public_id", name="uq_relation_public_id"),
    )
    op.create_index("ix_relation_claim", "relation", ["claim"])
    op.create_index("ix_relation_other", "relation", ["other"])


def downgrade():
    raise NotImplementedError("A desk is never taken back; open a backup of it.")
