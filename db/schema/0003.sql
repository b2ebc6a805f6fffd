CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE anchor (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	claim INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	quote VARCHAR NOT NULL, 
	prefix VARCHAR NOT NULL, 
	suffix VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	difference VARCHAR, 
	confirmed_by INTEGER, 
	confirmed_at VARCHAR, 
	CONSTRAINT pk_anchor PRIMARY KEY (id), 
	CONSTRAINT ck_anchor_span CHECK (start >= 0 AND "end" > start), 
	CONSTRAINT fk_anchor_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_anchor_revision FOREIGN KEY(revision) REFERENCES revision (id), 
	CONSTRAINT fk_anchor_confirmed_by FOREIGN KEY(confirmed_by) REFERENCES person (id), 
	CONSTRAINT uq_anchor_public_id UNIQUE (public_id)
);
CREATE TABLE article (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	title VARCHAR NOT NULL, 
	author VARCHAR, 
	publisher VARCHAR, 
	published VARCHAR, 
	language VARCHAR NOT NULL, 
	url VARCHAR, archived BOOLEAN DEFAULT FALSE NOT NULL, 
	CONSTRAINT pk_article PRIMARY KEY (id), 
	CONSTRAINT uq_article_public_id UNIQUE (public_id)
);
CREATE TABLE change (
	id INTEGER NOT NULL, 
	event INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entity VARCHAR NOT NULL, 
	"row" VARCHAR NOT NULL, 
	claim INTEGER, 
	article INTEGER, 
	field VARCHAR NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	salt VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT fk_change_article FOREIGN KEY(article) REFERENCES article (id), 
	CONSTRAINT fk_change_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_change_event FOREIGN KEY(event) REFERENCES event (id)
);
CREATE TABLE claim (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	article INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	statement VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	attributed_to VARCHAR, 
	figures VARCHAR NOT NULL, 
	check_worthiness INTEGER NOT NULL, 
	status VARCHAR NOT NULL, 
	as_of VARCHAR, 
	changed_at VARCHAR NOT NULL, 
	changed_by INTEGER, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT ck_claim_kind CHECK (kind IN ('quantity', 'date', 'name_office', 'event', 'attribution', 'quote', 'comparison', 'superlative', 'causal', 'geography', 'history', 'law_institution', 'other')), 
	CONSTRAINT ck_claim_status CHECK (status IN ('unchecked', 'in_progress', 'verified', 'verified_with_caveat', 'inaccurate', 'false', 'disputed', 'unverifiable', 'not_checkable', 'left_out')), 
	CONSTRAINT ck_claim_check_worthiness CHECK (check_worthiness IN (1, 2, 3)), 
	CONSTRAINT fk_claim_article FOREIGN KEY(article) REFERENCES article (id), 
	CONSTRAINT fk_claim_changed_by FOREIGN KEY(changed_by) REFERENCES person (id), 
	CONSTRAINT uq_claim_article_number UNIQUE (article, number), 
	CONSTRAINT uq_claim_public_id UNIQUE (public_id)
);
CREATE TABLE correction (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	claim INTEGER NOT NULL, 
	old_wording VARCHAR NOT NULL, 
	new_wording VARCHAR NOT NULL, 
	why VARCHAR, 
	state VARCHAR NOT NULL, 
	proposed_by INTEGER NOT NULL, 
	proposed_at VARCHAR NOT NULL, 
	decided_by INTEGER, 
	decided_at VARCHAR, 
	reason VARCHAR, 
	CONSTRAINT pk_correction PRIMARY KEY (id), 
	CONSTRAINT ck_correction_state CHECK (state IN ('proposed', 'accepted', 'declined', 'dropped')), 
	CONSTRAINT fk_correction_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_correction_decided_by FOREIGN KEY(decided_by) REFERENCES person (id), 
	CONSTRAINT fk_correction_proposed_by FOREIGN KEY(proposed_by) REFERENCES person (id), 
	CONSTRAINT uq_correction_public_id UNIQUE (public_id)
);
CREATE TABLE coverage (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	revision INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	remark VARCHAR, 
	person INTEGER NOT NULL, 
	made_at VARCHAR NOT NULL, 
	CONSTRAINT pk_coverage PRIMARY KEY (id), 
	CONSTRAINT ck_coverage_kind CHECK (kind IN ('no_fact', 'not_article')), 
	CONSTRAINT ck_coverage_span CHECK (start >= 0 AND "end" > start), 
	CONSTRAINT fk_coverage_revision FOREIGN KEY(revision) REFERENCES revision (id), 
	CONSTRAINT fk_coverage_person FOREIGN KEY(person) REFERENCES person (id), 
	CONSTRAINT uq_coverage_public_id UNIQUE (public_id)
);
CREATE TABLE desk (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	title VARCHAR NOT NULL, 
	sample BOOLEAN NOT NULL, 
	made_at VARCHAR NOT NULL, 
	CONSTRAINT pk_desk PRIMARY KEY (id), 
	CONSTRAINT uq_desk_public_id UNIQUE (public_id)
);
CREATE TABLE draft (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	person INTEGER NOT NULL, 
	entity VARCHAR NOT NULL, 
	"row" VARCHAR NOT NULL, 
	field VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	base VARCHAR NOT NULL, 
	changed_at VARCHAR NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (id), 
	CONSTRAINT fk_draft_person FOREIGN KEY(person) REFERENCES person (id), 
	CONSTRAINT uq_draft_public_id UNIQUE (public_id)
);
CREATE TABLE event (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	writer INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	time VARCHAR NOT NULL, 
	person INTEGER NOT NULL, 
	message VARCHAR NOT NULL, 
	arguments VARCHAR NOT NULL, 
	reverts INTEGER, 
	salt VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	link VARCHAR NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT fk_event_person FOREIGN KEY(person) REFERENCES person (id), 
	CONSTRAINT fk_event_reverts FOREIGN KEY(reverts) REFERENCES event (id), 
	CONSTRAINT fk_event_writer FOREIGN KEY(writer) REFERENCES writer (id), 
	CONSTRAINT uq_event_public_id UNIQUE (public_id), 
	CONSTRAINT uq_event_writer_number UNIQUE (writer, number)
);
CREATE TABLE evidence (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	claim INTEGER NOT NULL, 
	source INTEGER NOT NULL, 
	snapshot INTEGER, 
	stance VARCHAR NOT NULL, 
	locator VARCHAR, 
	excerpt VARCHAR, 
	looked VARCHAR, 
	remark VARCHAR, 
	CONSTRAINT pk_evidence PRIMARY KEY (id), 
	CONSTRAINT ck_evidence_stance CHECK (stance IN ('supports', 'refutes', 'qualifies', 'context')), 
	CONSTRAINT fk_evidence_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_evidence_snapshot FOREIGN KEY(snapshot) REFERENCES snapshot (id), 
	CONSTRAINT fk_evidence_source FOREIGN KEY(source) REFERENCES source (id), 
	CONSTRAINT uq_evidence_public_id UNIQUE (public_id)
);
CREATE TABLE note (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	claim INTEGER, 
	article INTEGER, 
	revision INTEGER, 
	person INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	text VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, said_by VARCHAR, said_at VARCHAR, external VARCHAR, 
	CONSTRAINT pk_note PRIMARY KEY (id), 
	CONSTRAINT ck_note_role CHECK (role IN ('note', 'lead', 'passage', 'reason')), 
	CONSTRAINT ck_note_owner CHECK ((claim IS NULL) <> (article IS NULL)), 
	CONSTRAINT fk_note_article FOREIGN KEY(article) REFERENCES article (id), 
	CONSTRAINT fk_note_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_note_person FOREIGN KEY(person) REFERENCES person (id), 
	CONSTRAINT fk_note_revision FOREIGN KEY(revision) REFERENCES revision (id), 
	CONSTRAINT uq_note_public_id UNIQUE (public_id)
);
CREATE TABLE person (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	name VARCHAR NOT NULL, 
	initials VARCHAR NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT uq_person_public_id UNIQUE (public_id)
);
CREATE TABLE question (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	claim INTEGER, 
	article INTEGER, 
	addressee VARCHAR NOT NULL, 
	name VARCHAR, 
	text VARCHAR NOT NULL, 
	asked_by INTEGER NOT NULL, 
	asked_at VARCHAR NOT NULL, 
	answer VARCHAR, 
	answered_by INTEGER, 
	answered_at VARCHAR, 
	CONSTRAINT pk_question PRIMARY KEY (id), 
	CONSTRAINT ck_question_addressee CHECK (addressee IN ('author', 'editor', 'source')), 
	CONSTRAINT ck_question_owner CHECK ((claim IS NULL) <> (article IS NULL)), 
	CONSTRAINT fk_question_answered_by FOREIGN KEY(answered_by) REFERENCES person (id), 
	CONSTRAINT fk_question_article FOREIGN KEY(article) REFERENCES article (id), 
	CONSTRAINT fk_question_asked_by FOREIGN KEY(asked_by) REFERENCES person (id), 
	CONSTRAINT fk_question_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT uq_question_public_id UNIQUE (public_id)
);
CREATE TABLE relation (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	claim INTEGER NOT NULL, 
	other INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	remark VARCHAR, 
	CONSTRAINT pk_relation PRIMARY KEY (id), 
	CONSTRAINT ck_relation_kind CHECK (kind IN ('same_fact', 'contradicts', 'depends_on')), 
	CONSTRAINT ck_relation_two CHECK (claim <> other), 
	CONSTRAINT fk_relation_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_relation_other FOREIGN KEY(other) REFERENCES claim (id), 
	CONSTRAINT uq_relation_public_id UNIQUE (public_id)
);
CREATE TABLE remark (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	article INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	arguments VARCHAR NOT NULL, 
	spans VARCHAR NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	note INTEGER, 
	made_at VARCHAR NOT NULL, 
	CONSTRAINT pk_remark PRIMARY KEY (id), 
	CONSTRAINT ck_remark_state CHECK (state IN ('open', 'kept', 'dismissed')), 
	CONSTRAINT fk_remark_article FOREIGN KEY(article) REFERENCES article (id), 
	CONSTRAINT fk_remark_revision FOREIGN KEY(revision) REFERENCES revision (id), 
	CONSTRAINT fk_remark_note FOREIGN KEY(note) REFERENCES note (id), 
	CONSTRAINT uq_remark_public_id UNIQUE (public_id)
);
CREATE TABLE revision (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	article INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, structure VARCHAR DEFAULT '{}' NOT NULL, snapshot INTEGER CONSTRAINT fk_revision_snapshot REFERENCES snapshot (id), file_name VARCHAR, made_by INTEGER CONSTRAINT fk_revision_made_by REFERENCES person (id), 
	CONSTRAINT pk_revision PRIMARY KEY (id), 
	CONSTRAINT fk_revision_article FOREIGN KEY(article) REFERENCES article (id), 
	CONSTRAINT uq_revision_article_number UNIQUE (article, number), 
	CONSTRAINT uq_revision_public_id UNIQUE (public_id)
);
CREATE TABLE saved_filter (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	name VARCHAR NOT NULL, 
	conditions VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	CONSTRAINT pk_saved_filter PRIMARY KEY (id), 
	CONSTRAINT uq_saved_filter_public_id UNIQUE (public_id)
);
CREATE TABLE snapshot (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	content BLOB NOT NULL, 
	captured VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	CONSTRAINT pk_snapshot PRIMARY KEY (id), 
	CONSTRAINT uq_snapshot_public_id UNIQUE (public_id), 
	CONSTRAINT uq_snapshot_sha256 UNIQUE (sha256)
);
CREATE TABLE source (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	type VARCHAR NOT NULL, 
	rank VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	author VARCHAR, 
	publisher VARCHAR, 
	published VARCHAR, 
	url VARCHAR, 
	language VARCHAR, 
	summary VARCHAR, 
	remark VARCHAR, 
	title_seen BOOLEAN NOT NULL, 
	date_basis VARCHAR, 
	read_as VARCHAR, 
	csl VARCHAR, confidential BOOLEAN DEFAULT FALSE NOT NULL, contact VARCHAR, 
	CONSTRAINT pk_source PRIMARY KEY (id), 
	CONSTRAINT ck_source_rank CHECK (rank IN ('primary', 'secondary', 'reference')), 
	CONSTRAINT uq_source_public_id UNIQUE (public_id)
);
CREATE TABLE suggestion (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	article INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote VARCHAR NOT NULL, 
	statement VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	check_worthiness INTEGER NOT NULL, 
	attributed_to VARCHAR, 
	figures VARCHAR NOT NULL, 
	reasons VARCHAR NOT NULL, 
	not_checkable VARCHAR, 
	fingerprint VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	claim INTEGER, 
	made_at VARCHAR NOT NULL, 
	CONSTRAINT pk_suggestion PRIMARY KEY (id), 
	CONSTRAINT ck_suggestion_kind CHECK (kind IN ('quantity', 'date', 'name_office', 'event', 'attribution', 'quote', 'comparison', 'superlative', 'causal', 'geography', 'history', 'law_institution', 'other')), 
	CONSTRAINT ck_suggestion_state CHECK (state IN ('open', 'accepted', 'rejected')), 
	CONSTRAINT ck_suggestion_check_worthiness CHECK (check_worthiness IN (1, 2, 3)), 
	CONSTRAINT ck_suggestion_span CHECK (start >= 0 AND "end" > start), 
	CONSTRAINT fk_suggestion_article FOREIGN KEY(article) REFERENCES article (id), 
	CONSTRAINT fk_suggestion_revision FOREIGN KEY(revision) REFERENCES revision (id), 
	CONSTRAINT fk_suggestion_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT uq_suggestion_public_id UNIQUE (public_id)
);
CREATE TABLE tag (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id), 
	CONSTRAINT uq_tag_public_id UNIQUE (public_id)
);
CREATE TABLE tagging (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	tag INTEGER NOT NULL, 
	claim INTEGER, 
	article INTEGER, 
	CONSTRAINT pk_tagging PRIMARY KEY (id), 
	CONSTRAINT ck_tagging_owner CHECK ((claim IS NULL) <> (article IS NULL)), 
	CONSTRAINT fk_tagging_tag FOREIGN KEY(tag) REFERENCES tag (id), 
	CONSTRAINT fk_tagging_claim FOREIGN KEY(claim) REFERENCES claim (id), 
	CONSTRAINT fk_tagging_article FOREIGN KEY(article) REFERENCES article (id), 
	CONSTRAINT uq_tagging_public_id UNIQUE (public_id)
);
CREATE TABLE writer (
	id INTEGER NOT NULL, 
	public_id VARCHAR NOT NULL, 
	aside BOOLEAN NOT NULL, 
	begun_at VARCHAR NOT NULL, 
	CONSTRAINT pk_writer PRIMARY KEY (id), 
	CONSTRAINT uq_writer_public_id UNIQUE (public_id)
);
CREATE INDEX ix_anchor_revision ON anchor (revision);
CREATE INDEX ix_change_claim ON change (claim);
CREATE INDEX ix_change_entity_row ON change (entity, "row");
CREATE INDEX ix_change_event ON change (event);
CREATE INDEX ix_claim_article_status ON claim (article, status) WHERE NOT aside;
CREATE INDEX ix_correction_claim_state ON correction (claim, state) WHERE NOT aside;
CREATE INDEX ix_coverage_revision ON coverage (revision) WHERE NOT aside;
CREATE INDEX ix_event_reverts ON event (reverts);
CREATE INDEX ix_evidence_claim ON evidence (claim);
CREATE INDEX ix_evidence_source ON evidence (source);
CREATE INDEX ix_note_article ON note (article);
CREATE INDEX ix_note_claim ON note (claim);
CREATE INDEX ix_question_article ON question (article) WHERE NOT aside;
CREATE INDEX ix_question_claim_answered_at ON question (claim, answered_at) WHERE NOT aside;
CREATE INDEX ix_relation_claim ON relation (claim);
CREATE INDEX ix_relation_other ON relation (other);
CREATE INDEX ix_remark_revision_state ON remark (revision, state) WHERE NOT aside;
CREATE INDEX ix_suggestion_article_fingerprint ON suggestion (article, fingerprint) WHERE NOT aside;
CREATE INDEX ix_suggestion_revision_state ON suggestion (revision, state) WHERE NOT aside;
CREATE INDEX ix_tagging_article ON tagging (article) WHERE NOT aside;
CREATE INDEX ix_tagging_claim ON tagging (claim) WHERE NOT aside;
CREATE INDEX ix_tagging_tag ON tagging (tag);
CREATE UNIQUE INDEX ux_anchor_claim_revision ON anchor (claim, revision) WHERE NOT aside;
CREATE UNIQUE INDEX ux_tag_name ON tag (name) WHERE NOT aside;
