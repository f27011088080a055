"""The first schema: every table of ``app.models``, and the search index.

Plain SQL, so that the layout of a register can be read without this program.
"""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0001"
down_revision = None

TABLES: Final = (
    """
    CREATE TABLE agency (
        id INTEGER NOT NULL, uid TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL,
        handle TEXT NOT NULL, role TEXT NOT NULL, level TEXT NOT NULL,
        region_code TEXT NOT NULL, is_self INTEGER NOT NULL, runs_program INTEGER NOT NULL,
        liaison TEXT NOT NULL, phone TEXT NOT NULL, address TEXT NOT NULL,
        min_incarnation INTEGER NOT NULL,
        CONSTRAINT pk_agency PRIMARY KEY (id),
        CONSTRAINT uq_agency_uid UNIQUE (uid)
    ) STRICT
    """,
    """
    CREATE TABLE attachment (
        id INTEGER NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, name TEXT NOT NULL,
        added_at TEXT NOT NULL, owner_uid TEXT NOT NULL, destroyed_at TEXT,
        CONSTRAINT pk_attachment PRIMARY KEY (id),
        CONSTRAINT uq_attachment_sha256 UNIQUE (sha256)
    ) STRICT
    """,
    """
    CREATE TABLE bundle_seen (
        id INTEGER NOT NULL, uid TEXT NOT NULL, sender_uid TEXT NOT NULL,
        incarnation INTEGER NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL,
        envelope_hash TEXT NOT NULL, envelope BLOB NOT NULL, envelope_signature BLOB NOT NULL,
        content BLOB NOT NULL, content_signature BLOB NOT NULL, file_name TEXT NOT NULL,
        taken_at TEXT NOT NULL,
        CONSTRAINT pk_bundle_seen PRIMARY KEY (id),
        CONSTRAINT uq_bundle_seen_uid UNIQUE (uid),
        CONSTRAINT uq_bundle_seen_envelope_hash UNIQUE (envelope_hash)
    ) STRICT
    """,
    """
    CREATE TABLE "case" (
        id INTEGER NOT NULL, uid TEXT NOT NULL, owner_uid TEXT NOT NULL,
        version INTEGER NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
        source TEXT NOT NULL, found_on TEXT NOT NULL, registered_at TEXT NOT NULL,
        amount_fen INTEGER NOT NULL, facts TEXT NOT NULL, measures TEXT NOT NULL,
        penalties TEXT NOT NULL, handler TEXT NOT NULL, handler_phone TEXT NOT NULL,
        crime_suspected INTEGER NOT NULL, state TEXT NOT NULL, opened_from TEXT,
        pack_hash TEXT NOT NULL, withdrawn_at TEXT, withdrawal_reason TEXT,
        CONSTRAINT pk_case PRIMARY KEY (id),
        CONSTRAINT uq_case_uid UNIQUE (uid)
    ) STRICT
    """,
    """
    CREATE TABLE document_number (
        id INTEGER NOT NULL, series TEXT NOT NULL, year INTEGER NOT NULL,
        serial INTEGER NOT NULL, text TEXT NOT NULL, letter_uid TEXT NOT NULL,
        external INTEGER NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL,
        drawn_at TEXT NOT NULL,
        CONSTRAINT pk_document_number PRIMARY KEY (id),
        CONSTRAINT uq_document_number_series_year_serial UNIQUE (series, year, serial)
    ) STRICT
    """,
    """
    CREATE TABLE draft (
        id INTEGER NOT NULL, user_uid TEXT NOT NULL, form TEXT NOT NULL,
        form_version INTEGER NOT NULL, subject TEXT NOT NULL, texts TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        CONSTRAINT pk_draft PRIMARY KEY (id),
        CONSTRAINT uq_draft_user_uid_form_subject UNIQUE (user_uid, form, subject)
    ) STRICT
    """,
    """
    CREATE TABLE journal (
        id INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
        subject TEXT NOT NULL, facts TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
        CONSTRAINT pk_journal PRIMARY KEY (id),
        CONSTRAINT uq_journal_hash UNIQUE (hash)
    ) STRICT
    """,
    """
    CREATE TABLE matter (
        id INTEGER NOT NULL, uid TEXT NOT NULL, kind TEXT NOT NULL, mechanism_uid TEXT NOT NULL,
        opener_uid TEXT NOT NULL, counterpart_uid TEXT NOT NULL, case_uid TEXT NOT NULL,
        subject TEXT NOT NULL, basis TEXT NOT NULL, opened_at TEXT NOT NULL,
        particulars TEXT NOT NULL, particulars_version INTEGER NOT NULL,
        pack_hash TEXT NOT NULL, state TEXT NOT NULL, shared INTEGER NOT NULL,
        CONSTRAINT pk_matter PRIMARY KEY (id),
        CONSTRAINT uq_matter_uid UNIQUE (uid)
    ) STRICT
    """,
    """
    CREATE TABLE mechanism (
        id INTEGER NOT NULL, uid TEXT NOT NULL, name TEXT NOT NULL, lead_uid TEXT NOT NULL,
        basis TEXT NOT NULL,
        CONSTRAINT pk_mechanism PRIMARY KEY (id),
        CONSTRAINT uq_mechanism_uid UNIQUE (uid)
    ) STRICT
    """,
    """
    CREATE TABLE own_key (
        id INTEGER NOT NULL, incarnation INTEGER NOT NULL, sign_seed BLOB NOT NULL,
        identity TEXT NOT NULL, created_at TEXT NOT NULL, retired_at TEXT,
        CONSTRAINT pk_own_key PRIMARY KEY (id),
        CONSTRAINT uq_own_key_incarnation UNIQUE (incarnation)
    ) STRICT
    """,
    """
    CREATE TABLE own_root (
        id INTEGER NOT NULL, seed BLOB NOT NULL, created_at TEXT NOT NULL, retired_at TEXT,
        CONSTRAINT pk_own_root PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE pack (
        id INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, sha256 TEXT NOT NULL,
        data BLOB NOT NULL, imported_at TEXT NOT NULL,
        CONSTRAINT pk_pack PRIMARY KEY (id),
        CONSTRAINT uq_pack_sha256 UNIQUE (sha256)
    ) STRICT
    """,
    """
    CREATE TABLE party (
        id INTEGER NOT NULL, uid TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
        identifier TEXT NOT NULL, override_reason TEXT NOT NULL, address TEXT NOT NULL,
        representative TEXT NOT NULL, phone TEXT NOT NULL,
        CONSTRAINT pk_party PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE roster_root (
        id INTEGER NOT NULL, mechanism_uid TEXT NOT NULL, version INTEGER NOT NULL,
        sha256 TEXT NOT NULL, data BLOB NOT NULL, state TEXT NOT NULL, kept_at TEXT NOT NULL,
        kept_by TEXT NOT NULL,
        CONSTRAINT pk_roster_root PRIMARY KEY (id),
        CONSTRAINT uq_roster_root_mechanism_uid_sha256 UNIQUE (mechanism_uid, sha256)
    ) STRICT
    """,
    """
    CREATE TABLE roster_seen (
        id INTEGER NOT NULL, mechanism_uid TEXT NOT NULL, agency_uid TEXT NOT NULL,
        version INTEGER NOT NULL, sha256 TEXT NOT NULL, disagrees INTEGER NOT NULL,
        heard_at TEXT NOT NULL,
        CONSTRAINT pk_roster_seen PRIMARY KEY (id),
        CONSTRAINT uq_roster_seen_mechanism_uid_agency_uid UNIQUE (mechanism_uid, agency_uid)
    ) STRICT
    """,
    """
    CREATE TABLE roster_version (
        id INTEGER NOT NULL, mechanism_uid TEXT NOT NULL, version INTEGER NOT NULL,
        sha256 TEXT NOT NULL, data BLOB NOT NULL, root_version INTEGER NOT NULL,
        issued TEXT NOT NULL, expires TEXT NOT NULL, state TEXT NOT NULL,
        imported_at TEXT NOT NULL, imported_by TEXT NOT NULL, from_uid TEXT NOT NULL,
        CONSTRAINT pk_roster_version PRIMARY KEY (id),
        CONSTRAINT uq_roster_version_mechanism_uid_sha256 UNIQUE (mechanism_uid, sha256)
    ) STRICT
    """,
    """
    CREATE TABLE settled (
        id INTEGER NOT NULL, "key" TEXT NOT NULL, how TEXT NOT NULL, settled_at TEXT NOT NULL,
        settled_by TEXT NOT NULL,
        CONSTRAINT pk_settled PRIMARY KEY (id),
        CONSTRAINT uq_settled_key UNIQUE ("key")
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        id INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY (id),
        CONSTRAINT uq_setting_name UNIQUE (name)
    ) STRICT
    """,
    """
    CREATE TABLE user (
        id INTEGER NOT NULL, uid TEXT NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL,
        phone TEXT NOT NULL, slot TEXT NOT NULL, recipient TEXT NOT NULL,
        created_at TEXT NOT NULL, retired_at TEXT,
        CONSTRAINT pk_user PRIMARY KEY (id),
        CONSTRAINT uq_user_uid UNIQUE (uid)
    ) STRICT
    """,
    """
    CREATE TABLE agency_key (
        id INTEGER NOT NULL, agency_id INTEGER NOT NULL, incarnation INTEGER NOT NULL,
        sign_public TEXT NOT NULL, recipient TEXT NOT NULL, fingerprint TEXT NOT NULL,
        card BLOB NOT NULL, received_at TEXT NOT NULL, verified_at TEXT,
        verified_by TEXT NOT NULL, verified_how TEXT NOT NULL, replaced_at TEXT,
        root_public TEXT NOT NULL, vouched_by TEXT, vouched_number INTEGER NOT NULL,
        revoked_at TEXT, revoked_reason TEXT NOT NULL, cutoff_seq INTEGER,
        CONSTRAINT pk_agency_key PRIMARY KEY (id),
        CONSTRAINT uq_agency_key_agency_id_incarnation UNIQUE (agency_id, incarnation),
        CONSTRAINT fk_agency_key_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
    ) STRICT
    """,
    """
    CREATE TABLE case_party (
        id INTEGER NOT NULL, case_id INTEGER NOT NULL, party_id INTEGER NOT NULL,
        role TEXT NOT NULL,
        CONSTRAINT pk_case_party PRIMARY KEY (id),
        CONSTRAINT fk_case_party_case_id FOREIGN KEY(case_id) REFERENCES "case" (id),
        CONSTRAINT fk_case_party_party_id FOREIGN KEY(party_id) REFERENCES party (id)
    ) STRICT
    """,
    """
    CREATE TABLE duty (
        id INTEGER NOT NULL, matter_id INTEGER NOT NULL, rule_id TEXT NOT NULL,
        nature TEXT NOT NULL, owner_uid TEXT NOT NULL, started_by TEXT NOT NULL,
        started_at TEXT NOT NULL, due_at TEXT, rolled_at TEXT, latest_at TEXT,
        provisional INTEGER NOT NULL, state TEXT NOT NULL, closed_by TEXT, closed_at TEXT,
        note TEXT NOT NULL,
        CONSTRAINT pk_duty PRIMARY KEY (id),
        CONSTRAINT fk_duty_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id)
    ) STRICT
    """,
    """
    CREATE TABLE evidence (
        id INTEGER NOT NULL, uid TEXT NOT NULL, case_id INTEGER NOT NULL,
        owner_uid TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL,
        collectors TEXT NOT NULL, collected_on TEXT, place TEXT NOT NULL,
        original INTEGER NOT NULL, pages INTEGER NOT NULL, attachment_id INTEGER, awaited TEXT,
        CONSTRAINT pk_evidence PRIMARY KEY (id),
        CONSTRAINT uq_evidence_uid UNIQUE (uid),
        CONSTRAINT fk_evidence_case_id FOREIGN KEY(case_id) REFERENCES "case" (id),
        CONSTRAINT fk_evidence_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id)
    ) STRICT
    """,
    """
    CREATE TABLE letter (
        id INTEGER NOT NULL, uid TEXT NOT NULL, matter_id INTEGER,
        author_uid TEXT NOT NULL, kind TEXT NOT NULL, way TEXT NOT NULL, number TEXT NOT NULL,
        title TEXT NOT NULL, signer TEXT NOT NULL, dated_on TEXT NOT NULL,
        issued_at TEXT NOT NULL, model BLOB, template_hash TEXT NOT NULL,
        fonts_hash TEXT NOT NULL, check_code TEXT NOT NULL, attachment_sha256 TEXT NOT NULL,
        CONSTRAINT pk_letter PRIMARY KEY (id),
        CONSTRAINT uq_letter_uid UNIQUE (uid),
        CONSTRAINT fk_letter_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id)
    ) STRICT
    """,
    """
    CREATE TABLE letter_draft (
        id INTEGER NOT NULL, uid TEXT NOT NULL, matter_id INTEGER, kind TEXT NOT NULL,
        title TEXT NOT NULL, facts TEXT, facts_version INTEGER NOT NULL, edits TEXT NOT NULL,
        changed_at TEXT NOT NULL, changed_by TEXT NOT NULL, letter_uid TEXT NOT NULL,
        case_uid TEXT NOT NULL,
        CONSTRAINT pk_letter_draft PRIMARY KEY (id),
        CONSTRAINT uq_letter_draft_matter_id_kind UNIQUE (matter_id, kind),
        CONSTRAINT uq_letter_draft_uid UNIQUE (uid),
        CONSTRAINT fk_letter_draft_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id)
    ) STRICT
    """,
    """
    CREATE TABLE sealing (
        id INTEGER NOT NULL, letter_uid TEXT NOT NULL, sealed_on TEXT NOT NULL,
        keeper TEXT NOT NULL, approver TEXT NOT NULL, copies INTEGER NOT NULL, scan_sha256 TEXT,
        recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
        CONSTRAINT pk_sealing PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE incoming (
        id INTEGER NOT NULL, uid TEXT NOT NULL, year INTEGER NOT NULL, serial INTEGER NOT NULL,
        received_at TEXT NOT NULL, sender TEXT NOT NULL, number TEXT NOT NULL,
        title TEXT NOT NULL, dated_on TEXT, copies INTEGER NOT NULL, handler TEXT NOT NULL,
        remark TEXT NOT NULL, letter_uid TEXT NOT NULL, answers TEXT NOT NULL,
        matter_uid TEXT NOT NULL,
        attachment_sha256 TEXT, recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
        CONSTRAINT pk_incoming PRIMARY KEY (id),
        CONSTRAINT uq_incoming_year_serial UNIQUE (year, serial),
        CONSTRAINT uq_incoming_uid UNIQUE (uid)
    ) STRICT
    """,
    """
    CREATE TABLE membership (
        id INTEGER NOT NULL, mechanism_id INTEGER NOT NULL, agency_id INTEGER NOT NULL,
        since TEXT NOT NULL, until TEXT, basis TEXT NOT NULL,
        CONSTRAINT pk_membership PRIMARY KEY (id),
        CONSTRAINT uq_membership_mechanism_id_agency_id_since UNIQUE (mechanism_id, agency_id,
            since),
        CONSTRAINT fk_membership_mechanism_id FOREIGN KEY(mechanism_id) REFERENCES mechanism (id),
        CONSTRAINT fk_membership_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
    ) STRICT
    """,
    """
    CREATE TABLE outgoing (
        id INTEGER NOT NULL, uid TEXT NOT NULL, agency_id INTEGER NOT NULL,
        incarnation INTEGER NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL,
        items TEXT NOT NULL, folder TEXT NOT NULL,
        file_name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
        state TEXT NOT NULL, created_at TEXT NOT NULL, written_at TEXT,
        envelope BLOB, envelope_signature BLOB, content BLOB, content_signature BLOB,
        CONSTRAINT pk_outgoing PRIMARY KEY (id),
        CONSTRAINT uq_outgoing_uid UNIQUE (uid),
        CONSTRAINT fk_outgoing_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
    ) STRICT
    """,
    """
    CREATE TABLE receipt (
        id INTEGER NOT NULL, record_uid TEXT NOT NULL, agency_id INTEGER NOT NULL,
        outgoing INTEGER NOT NULL, seen_at TEXT NOT NULL, seen_by TEXT NOT NULL,
        CONSTRAINT pk_receipt PRIMARY KEY (id),
        CONSTRAINT uq_receipt_record_uid_agency_id_outgoing UNIQUE (record_uid, agency_id,
            outgoing),
        CONSTRAINT fk_receipt_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
    ) STRICT
    """,
    """
    CREATE TABLE project (
        id INTEGER NOT NULL, case_id INTEGER NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL, method TEXT NOT NULL, purchaser TEXT NOT NULL,
        budget_fen INTEGER NOT NULL, contract_fen INTEGER NOT NULL, opened_on TEXT,
        winner TEXT NOT NULL,
        CONSTRAINT pk_project PRIMARY KEY (id),
        CONSTRAINT uq_project_case_id UNIQUE (case_id),
        CONSTRAINT fk_project_case_id FOREIGN KEY(case_id) REFERENCES "case" (id)
    ) STRICT
    """,
    """
    CREATE TABLE step (
        id INTEGER NOT NULL, uid TEXT NOT NULL, matter_id INTEGER NOT NULL,
        author_uid TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,
        "after" TEXT NOT NULL, occurred_at TEXT NOT NULL,
        recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL, carrier TEXT NOT NULL,
        internal INTEGER NOT NULL, fields TEXT NOT NULL, attachment_sha256 TEXT,
        CONSTRAINT pk_step PRIMARY KEY (id),
        CONSTRAINT uq_step_uid UNIQUE (uid),
        CONSTRAINT fk_step_matter_id FOREIGN KEY(matter_id) REFERENCES matter (id)
    ) STRICT
    """,
    """
    CREATE TABLE stream (
        id INTEGER NOT NULL, agency_id INTEGER NOT NULL, out_seq INTEGER NOT NULL,
        out_head TEXT NOT NULL, acked_seq INTEGER NOT NULL, acked_at TEXT,
        in_incarnation INTEGER NOT NULL, in_seq INTEGER NOT NULL, in_head TEXT NOT NULL,
        quarantined INTEGER NOT NULL, ack_due INTEGER NOT NULL, wants TEXT NOT NULL,
        wants_after INTEGER NOT NULL, wants_mark TEXT NOT NULL,
        CONSTRAINT pk_stream PRIMARY KEY (id),
        CONSTRAINT uq_stream_agency_id UNIQUE (agency_id),
        CONSTRAINT fk_stream_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
    ) STRICT
    """,
    """
    CREATE TABLE violation (
        id INTEGER NOT NULL, case_id INTEGER NOT NULL, code TEXT NOT NULL,
        conduct TEXT NOT NULL, article TEXT NOT NULL,
        CONSTRAINT pk_violation PRIMARY KEY (id),
        CONSTRAINT fk_violation_case_id FOREIGN KEY(case_id) REFERENCES "case" (id)
    ) STRICT
    """,
    """
    CREATE TABLE entry (
        id INTEGER NOT NULL, stream_id INTEGER NOT NULL, outgoing INTEGER NOT NULL,
        incarnation INTEGER NOT NULL, seq INTEGER NOT NULL, type TEXT NOT NULL,
        record_uid TEXT NOT NULL, version INTEGER NOT NULL, head BLOB NOT NULL,
        head_hash TEXT NOT NULL, blind TEXT, body BLOB, content TEXT, state TEXT NOT NULL,
        reason TEXT NOT NULL, bundle_id INTEGER,
        CONSTRAINT pk_entry PRIMARY KEY (id),
        CONSTRAINT uq_entry_stream_id_outgoing_incarnation_seq UNIQUE (stream_id, outgoing,
            incarnation, seq),
        CONSTRAINT fk_entry_stream_id FOREIGN KEY(stream_id) REFERENCES stream (id),
        CONSTRAINT fk_entry_bundle_id FOREIGN KEY(bundle_id) REFERENCES bundle_seen (id)
    ) STRICT
    """,
    """
    CREATE TABLE fork (
        id INTEGER NOT NULL, agency_id INTEGER NOT NULL, incarnation INTEGER NOT NULL,
        seq INTEGER NOT NULL, held TEXT NOT NULL, found TEXT NOT NULL, file_name TEXT NOT NULL,
        envelope BLOB NOT NULL, envelope_signature BLOB NOT NULL, content BLOB NOT NULL,
        content_signature BLOB NOT NULL, noticed_at TEXT NOT NULL, settled_at TEXT,
        CONSTRAINT pk_fork PRIMARY KEY (id),
        CONSTRAINT uq_fork_agency_id_incarnation_seq_found UNIQUE (agency_id, incarnation, seq,
            found),
        CONSTRAINT fk_fork_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
    ) STRICT
    """,
    """
    CREATE TABLE "conflict" (
        id INTEGER NOT NULL, record_uid TEXT NOT NULL, type TEXT NOT NULL,
        version INTEGER NOT NULL, entry_id INTEGER NOT NULL, noticed_at TEXT NOT NULL,
        settled_at TEXT, settled_how TEXT NOT NULL,
        CONSTRAINT pk_conflict PRIMARY KEY (id),
        CONSTRAINT fk_conflict_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id)
    ) STRICT
    """,
    """
    CREATE TABLE witness (
        id INTEGER NOT NULL, about_uid TEXT NOT NULL, told_by_uid TEXT NOT NULL,
        incarnation INTEGER NOT NULL, "key" TEXT NOT NULL, lines INTEGER NOT NULL,
        head TEXT NOT NULL, told_at TEXT NOT NULL, disagrees INTEGER NOT NULL,
        CONSTRAINT pk_witness PRIMARY KEY (id),
        CONSTRAINT uq_witness_about_uid_told_by_uid UNIQUE (about_uid, told_by_uid)
    ) STRICT
    """,
    """
    CREATE TABLE piece (
        id INTEGER NOT NULL, agency_id INTEGER NOT NULL, whole TEXT NOT NULL,
        "offset" INTEGER NOT NULL, size INTEGER NOT NULL, total INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        CONSTRAINT pk_piece PRIMARY KEY (id),
        CONSTRAINT uq_piece_agency_id_whole_offset_size_sha256 UNIQUE (agency_id, whole, "offset",
            size, sha256),
        CONSTRAINT fk_piece_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
    ) STRICT
    """,
    """
    CREATE TABLE delivered (
        id INTEGER NOT NULL, agency_id INTEGER NOT NULL, sha256 TEXT NOT NULL,
        CONSTRAINT pk_delivered PRIMARY KEY (id),
        CONSTRAINT uq_delivered_agency_id_sha256 UNIQUE (agency_id, sha256),
        CONSTRAINT fk_delivered_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
    ) STRICT
    """,
    """
    CREATE TABLE case_closing (
        id INTEGER NOT NULL, case_id INTEGER NOT NULL, how TEXT NOT NULL,
        closed_on TEXT NOT NULL, basis TEXT NOT NULL, recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL, reopened_at TEXT, reopened_by TEXT NOT NULL,
        reopen_reason TEXT NOT NULL,
        CONSTRAINT pk_case_closing PRIMARY KEY (id),
        CONSTRAINT fk_case_closing_case_id FOREIGN KEY(case_id) REFERENCES "case" (id)
    ) STRICT
    """,
    """
    CREATE TABLE destruction (
        id INTEGER NOT NULL, uid TEXT NOT NULL, items TEXT NOT NULL, items_hash TEXT NOT NULL,
        proposed_at TEXT NOT NULL, proposed_by TEXT NOT NULL, appraisal TEXT NOT NULL,
        basis TEXT NOT NULL, approver TEXT NOT NULL, approved_on TEXT, signers TEXT NOT NULL,
        scan_sha256 TEXT, approved_at TEXT, withdrawn_at TEXT, executed_at TEXT,
        executed_by TEXT NOT NULL, cleared_at TEXT, backups TEXT NOT NULL,
        CONSTRAINT pk_destruction PRIMARY KEY (id),
        CONSTRAINT uq_destruction_uid UNIQUE (uid)
    ) STRICT
    """,
    """
    CREATE TABLE destroyed_record (
        id INTEGER NOT NULL, destruction_id INTEGER NOT NULL, record_uid TEXT NOT NULL,
        version INTEGER NOT NULL,
        CONSTRAINT pk_destroyed_record PRIMARY KEY (id),
        CONSTRAINT fk_destroyed_record_destruction_id FOREIGN KEY(destruction_id)
            REFERENCES destruction (id),
        CONSTRAINT uq_destroyed_record_record_uid UNIQUE (record_uid)
    ) STRICT
    """,
)

INDEXES: Final = (
    "CREATE INDEX ix_bundle_seen_sender_uid ON bundle_seen (sender_uid)",
    'CREATE INDEX ix_case_number ON "case" (number)',
    'CREATE INDEX ix_case_opened_from ON "case" (opened_from)',
    'CREATE INDEX ix_case_owner_uid ON "case" (owner_uid)',
    'CREATE INDEX ix_case_registered_at ON "case" (registered_at)',
    'CREATE INDEX ix_case_state ON "case" (state)',
    "CREATE INDEX ix_document_number_text ON document_number (text)",
    "CREATE INDEX ix_matter_case_uid ON matter (case_uid)",
    "CREATE INDEX ix_matter_counterpart_uid ON matter (counterpart_uid)",
    "CREATE INDEX ix_matter_opener_uid ON matter (opener_uid)",
    "CREATE INDEX ix_matter_state ON matter (state)",
    "CREATE INDEX ix_party_identifier ON party (identifier)",
    "CREATE INDEX ix_party_name ON party (name)",
    "CREATE INDEX ix_party_uid ON party (uid)",
    "CREATE INDEX ix_case_party_case_id ON case_party (case_id)",
    "CREATE INDEX ix_case_party_party_id ON case_party (party_id)",
    "CREATE INDEX ix_duty_matter_id ON duty (matter_id)",
    "CREATE INDEX ix_duty_open ON duty (state, due_at)",
    "CREATE INDEX ix_evidence_case_id ON evidence (case_id)",
    "CREATE INDEX ix_evidence_awaited ON evidence (awaited)",
    "CREATE INDEX ix_incoming_letter_uid ON incoming (letter_uid)",
    "CREATE INDEX ix_letter_draft_matter_id ON letter_draft (matter_id)",
    "CREATE INDEX ix_letter_matter_id ON letter (matter_id)",
    "CREATE INDEX ix_letter_number ON letter (number)",
    "CREATE INDEX ix_sealing_letter_uid ON sealing (letter_uid)",
    "CREATE INDEX ix_membership_agency_id ON membership (agency_id)",
    "CREATE INDEX ix_outgoing_agency_id ON outgoing (agency_id)",
    "CREATE INDEX ix_project_number ON project (number)",
    "CREATE INDEX ix_step_matter_id ON step (matter_id)",
    "CREATE INDEX ix_violation_case_id ON violation (case_id)",
    "CREATE INDEX ix_entry_record ON entry (record_uid, stream_id, state)",
    "CREATE INDEX ix_entry_waiting ON entry (state, stream_id)",
    "CREATE INDEX ix_case_closing_case_id ON case_closing (case_id)",
    "CREATE INDEX ix_destroyed_record_destruction_id ON destroyed_record (destruction_id)",
    'CREATE INDEX ix_conflict_record_uid ON "conflict" (record_uid)',
)

# Contentless: the index keeps no second copy of the texts; ``rowid`` is the id of the case.
SEARCH: Final = """
    CREATE VIRTUAL TABLE case_words USING fts5(
        words, content='', contentless_delete=1, detail=none, tokenize='ascii')
    """


def upgrade() -> None:
    for statement in (*TABLES, *INDEXES, SEARCH):
        op.execute(statement)
