/**
 * The schema as numbered steps, applied in order at start and never edited once released. One text for both
 * engines: ID, COUNT and BYTES stand for their column types, STRICT for SQLite's strict tables.
 */
import type { Query } from "./engine.ts";

export type Dialect = "sqlite" | "postgres";

const TYPES: Record<Dialect, Readonly<Record<string, string>>> = {
  sqlite: { ID: "TEXT NOT NULL", COUNT: "INTEGER NOT NULL", BYTES: "BLOB NOT NULL", END: ") STRICT" },
  // The "C" collation: ids are compared as bytes, and an index must not depend on the machine's locale.
  postgres: { ID: `text COLLATE "C" NOT NULL`, COUNT: "bigint NOT NULL", BYTES: "bytea NOT NULL", END: ")" },
};

const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE partnerships (partnership {ID} PRIMARY KEY, panel {ID}, seq {COUNT} {END}`,
    `CREATE TABLE scopes (partnership {ID}, scope {ID}, head {ID}, PRIMARY KEY (partnership, scope) {END}`,
    `CREATE TABLE entries (
       partnership {ID}, seq {COUNT}, scope {ID}, id {ID}, kind {COUNT}, device {ID}, author_seq {COUNT},
       bytes {BYTES}, PRIMARY KEY (partnership, seq) {END}`,
    `CREATE UNIQUE INDEX entries_by_id ON entries (partnership, id)`,
    // These two hold all that choosing a page needs, so that pulling never reads the bytes of other scopes.
    `CREATE INDEX entries_by_scope ON entries (partnership, scope, seq, kind)`,
    `CREATE INDEX entries_in_order ON entries (partnership, seq, scope, kind)`,
    `CREATE UNIQUE INDEX entries_once ON entries (partnership, scope, device, author_seq) WHERE kind = 1`,
    `CREATE INDEX entries_chain ON entries (partnership, scope, seq) WHERE kind = 2`,
    `CREATE TABLE members (
       partnership {ID}, user_id {ID}, scope {ID}, reach {ID}, grant_seq {COUNT},
       PRIMARY KEY (partnership, user_id, scope) {END}`,
    // Unique, which is true (an entry grants one person one scope), lets SQLite read a page in order.
    `CREATE UNIQUE INDEX members_in_order ON members (partnership, user_id, grant_seq)`,
    `CREATE INDEX members_by_scope ON members (partnership, scope)`,
    `CREATE TABLE sessions (
       partnership {ID}, token {BYTES}, user_id {ID}, device {ID}, made_ms {COUNT}, seen_ms {COUNT},
       PRIMARY KEY (partnership, token) {END}`,
    `CREATE TABLE nonces (nonce {BYTES} PRIMARY KEY, device {ID}, expires_ms {COUNT} {END}`,
    // Empty text: not spent yet.
    `CREATE TABLE setups (secret {BYTES} PRIMARY KEY, spent_by {ID} {END}`,
  ],
  [
    // Papers. `bytes`: of all chunks together, sent or not; `manifest`: what each must be.
    `CREATE TABLE blobs (
       partnership {ID}, scope {ID}, blob {ID}, bytes {COUNT}, manifest {BYTES},
       PRIMARY KEY (partnership, scope, blob) {END}`,
    `CREATE TABLE chunks (
       partnership {ID}, scope {ID}, blob {ID}, position {COUNT}, bytes {BYTES},
       PRIMARY KEY (partnership, scope, blob, position) {END}`,
  ],
  [
    // Dates that anybody may read, by the last part of their address: who asks knows no partnership.
    `CREATE TABLE public_dates (address {ID} PRIMARY KEY, partnership {ID}, list {BYTES} {END}`,
  ],
  [
    // Notices. Empty text: none. `code_until` and `code_tries` are of the code that is on its way to the address.
    `CREATE TABLE notice_people (
       partnership {ID}, user_id {ID}, choices {ID}, address {ID}, confirmed {COUNT}, code {ID}, code_until {COUNT},
       code_tries {COUNT}, PRIMARY KEY (partnership, user_id) {END}`,
    `CREATE TABLE push_devices (
       partnership {ID}, id {ID}, user_id {ID}, endpoint {ID}, p256dh {ID}, auth {ID}, added_ms {COUNT},
       PRIMARY KEY (partnership, id) {END}`,
    `CREATE INDEX push_devices_by_user ON push_devices (partnership, user_id)`,
    // `days`: with commas between. `mail_next`, `push_next`: the first day not told yet, beyond all days if there is none.
    `CREATE TABLE reminders (
       partnership {ID}, user_id {ID}, id {ID}, sort {ID}, due {ID}, days {ID}, set_ms {COUNT}, mail_told {ID},
       push_told {ID}, mail_next {ID}, push_next {ID}, PRIMARY KEY (partnership, user_id, id) {END}`,
    // What is sent, was sent, or could not be: `outcome` is waiting, sent, refused or unreachable, since `ended_ms`.
    `CREATE TABLE notices (
       partnership {ID}, id {ID}, user_id {ID}, way {ID}, sent_to {ID}, slot {ID}, kind {ID}, counts {ID},
       made_ms {COUNT}, next_ms {COUNT}, tries {COUNT}, outcome {ID}, ended_ms {COUNT},
       PRIMARY KEY (partnership, id) {END}`,
    `CREATE UNIQUE INDEX notices_once ON notices (partnership, user_id, way, sent_to, slot)`,
    `CREATE INDEX notices_in_turn ON notices (outcome, way, next_ms)`,
    // By a secret token: who asks knows no partnership.
    `CREATE TABLE calendars (
       partnership {ID}, user_id {ID}, token {ID}, days {ID}, changed_ms {COUNT}, PRIMARY KEY (partnership, user_id) {END}`,
    `CREATE UNIQUE INDEX calendars_by_token ON calendars (token)`,
    `CREATE TABLE own_keys (name {ID} PRIMARY KEY, value {ID} {END}`,
  ],
  [
    // The last day whose notice of it went out by that way; empty text: none did. What was told before this step went
    // out, unless something to its person is still waiting or has failed.
    `ALTER TABLE reminders ADD COLUMN mail_sent {ID} DEFAULT ''`,
    `ALTER TABLE reminders ADD COLUMN push_sent {ID} DEFAULT ''`,
    `UPDATE reminders SET mail_sent = mail_told, push_sent = push_told
       WHERE NOT EXISTS (SELECT 1 FROM notices n WHERE n.partnership = reminders.partnership
         AND n.user_id = reminders.user_id AND n.outcome <> 'sent')`,
  ],
];

const inDialect = (sql: string, dialect: Dialect): string =>
  sql.replaceAll(/\{(\w+)\}/g, (_, name: string) => TYPES[dialect][name] ?? "");

/** Brings the schema up to date. The caller holds a transaction, and a lock against other processes. */
export async function migrate(query: Query, dialect: Dialect): Promise<void> {
  await query(inDialect("CREATE TABLE IF NOT EXISTS migrations (number {COUNT} PRIMARY KEY {END}", dialect));
  const [row] = await query("SELECT count(*) AS applied FROM migrations");
  const applied = Number(row?.["applied"]);
  if (applied > MIGRATIONS.length) {
    throw new Error("This database was written by a newer version of Confer. Start that version instead.");
  }
  for (const [number, statements] of MIGRATIONS.entries()) {
    if (number < applied) continue;
    for (const statement of statements) await query(inDialect(statement, dialect));
    await query("INSERT INTO migrations (number) VALUES (?1)", number + 1);
  }
}
