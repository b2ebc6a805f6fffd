"""Corrections of passages, and questions with their answers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _one_of(column, members):
    return f"{column} IN ({', '.join(repr(member) for member in members.split())})"


def _of_those_not_aside(name, table, *columns):
    there = sa.text("NOT aside")
    op.create_index(name, table, columns, sqlite_where=there, postgresql_where=there)


def upgrade():
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("old_wording", sa.String(), nullable=False),
        sa.Column("new_wording", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            _one_of("state", "proposed accepted declined dropped"),
            name=op.f("ck_correction_state"),
        ),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_correction_claim"),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name="fk_correction_decided_by"),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.id"], name="fk_correction_proposed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
        sa.UniqueConstraint("public_id", name="uq_correction_public_id"),
    )
    _of_those_not_aside("ix_correction_claim_state", "correction", "claim", "state")
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("aside", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=True),
        sa.Column("article", sa.Integer(), nullable=True),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.String(), nullable=True),
        sa.CheckConstraint(
            _one_of("addressee", "author editor source"), name=op.f("ck_question_addressee")
        ),
        sa.CheckConstraint("(claim IS NULL) <> (article IS NULL)", name=op.f("ck_question_owner")),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name="fk_question_answered_by"),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_question_article"),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name="fk_question_asked_by"),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_question_claim"),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
        sa.UniqueConstraint("public_id", name="uq_question_public_id"),
    )
    _of_those_not_aside("ix_question_article", "question", "article")
    _of_those_not_aside("ix_question_claim_answered_at", "question", "claim", "answered_at")


def downgrade():
    raise NotImplementedError("A desk is never taken back; open a backup of it.")
