/** The store port on either SQL engine. The statements are the same; `engine.ts` says what is not. */
import type { Bytes } from "../../domain/bytes.ts";
import type { Entry } from "../../domain/entry.ts";
import type { EntryHash, EntryId, PartnershipId, ScopeId, UserId } from "../../domain/ids.ts";
import { type Checkpoint, LANDMARKS } from "../../sync/protocol.ts";
import { blobReading, blobWriting, putChunk } from "./blobs.ts";
import type { Engine, Query, Row } from "./engine.ts";
import type { Change, Page, Reach, Reading, SessionRow, Store, StoredEntry, Transaction } from "./port.ts";
import { createNoticesStore } from "./notices.ts";
import { publicDates } from "./publicDates.ts";
import { ADMIT, CHAIN, INSERT_ENTRY, NEXT_SEQ, pullStatement, SET_HEAD } from "./statements.ts";

// Cells are cast, not parsed: the columns are strict and not null, and only this file writes them.
const text = <T extends string>(row: Row | undefined, name: string) => row?.[name] as T | undefined;
const bytesOf = (row: Row): Bytes => new Uint8Array(row["bytes"] as Uint8Array);

function makeReading(query: Query, partnership: PartnershipId): Reading {
  return {
    async panel() {
      const [row] = await query("SELECT panel FROM partnerships WHERE partnership = ?1", partnership);
      return text<ScopeId>(row, "panel");
    },
    async head(scope) {
      const sql = "SELECT head FROM scopes WHERE partnership = ?1 AND scope = ?2";
      const [row] = await query(sql, partnership, scope);
      return text<EntryHash>(row, "head");
    },
    async chain(scope, skip) {
      return (await query(CHAIN, partnership, scope, skip)).map(bytesOf);
    },
    async reach(scope, user) {
      const sql = "SELECT reach FROM members WHERE partnership = ?1 AND user_id = ?2 AND scope = ?3";
      const [row] = await query(sql, partnership, user, scope);
      return text<Reach>(row, "reach");
    },
    ...blobReading(query, partnership),
  };
}

async function append(query: Query, { header, bytes }: Entry, head: EntryHash | undefined): Promise<number> {
  const { partnership, scope, id, device, authorSeq } = header;
  const [row] = await query(NEXT_SEQ, partnership);
  if (!row) throw new Error("append: no such partnership");
  const seq = Number(row["seq"]);
  const kind = header.kind === "content" ? 1 : 2;
  await query(INSERT_ENTRY, partnership, seq, scope, id, kind, device, authorSeq, bytes);
  if (head) await query(SET_HEAD, partnership, scope, head);
  return seq;
}

function makeTransaction(
  query: Query,
  partnership: PartnershipId,
  announce: (change: NonNullable<Change>) => void,
): Transaction {
  return {
    ...makeReading(query, partnership),
    async found(panel) {
      await query(
        "INSERT INTO partnerships (partnership, panel, seq) VALUES (?1, ?2, ?3)",
        partnership,
        panel,
        0,
      );
    },
    async find(id: EntryId) {
      const sql = "SELECT seq, bytes FROM entries WHERE partnership = ?1 AND id = ?2";
      const [row] = await query(sql, partnership, id);
      return row && { seq: Number(row["seq"]), bytes: bytesOf(row) };
    },
    async hasSequence(scope, device, authorSeq) {
      const sql = `SELECT seq FROM entries
        WHERE partnership = ?1 AND scope = ?2 AND device = ?3 AND author_seq = ?4 AND kind = 1`;
      return (await query(sql, partnership, scope, device, authorSeq)).length > 0;
    },
    async append(entry, head) {
      announce({ partnership, scope: entry.header.scope });
      return append(query, entry, head);
    },
    async admit(scope, user, reach, grantSeq) {
      await query(ADMIT, partnership, scope, user, reach, grantSeq);
    },
    ...blobWriting(query, partnership),
    async spendSetup(secret) {
      const spend = "UPDATE setups SET spent_by = ?1 WHERE secret = ?2 AND spent_by = '' RETURNING spent_by";
      if ((await query(spend, partnership, secret)).length > 0) return "now";
      const [row] = await query("SELECT spent_by FROM setups WHERE secret = ?1", secret);
      return text(row, "spent_by") === partnership ? "before" : false;
    },
  };
}

async function pull(
  query: Query,
  statement: string,
  partnership: PartnershipId,
  user: UserId,
  after: Checkpoint | null,
  limit: number,
): Promise<Page> {
  const { position, seq } = after ?? { position: 0, seq: 0 };
  // The entry that stands exactly at `position` by its own seq comes after the past that stands there too.
  const liveFrom = seq >= position ? position + 1 : position;
  const rows = await query(statement, partnership, user, position, seq, limit, liveFrom);
  // Read after the page, so that it is never behind it.
  const [newest] = await query("SELECT seq FROM partnerships WHERE partnership = ?1", partnership);
  const latest = Number(newest?.["seq"] ?? 0);
  const before = after?.landmarks ?? [];
  const restored = !(await stand(query, partnership, before));
  if (restored) return { entries: [], checkpoint: after, latest, restored };
  const entries = rows.map((row) => ({ ...row, seq: Number(row["seq"]) }) as unknown as StoredEntry);
  const last = rows.at(-1);
  const landmarks = [...before, ...entries.map(({ seq: at, id }) => ({ seq: at, id }))].slice(-LANDMARKS);
  return {
    entries,
    checkpoint: last ? { position: Number(last["position"]), seq: Number(last["seq"]), landmarks } : after,
    latest,
    restored,
  };
}

/** Whether each of these entries has the seq it had. */
async function stand(
  query: Query,
  partnership: PartnershipId,
  landmarks: NonNullable<Checkpoint["landmarks"]>,
): Promise<boolean> {
  for (const { seq, id } of landmarks) {
    const sql = "SELECT id FROM entries WHERE partnership = ?1 AND seq = ?2";
    const [row] = await query(sql, partnership, seq);
    if (text<EntryId>(row, "id") !== id) return false;
  }
  return true;
}

function sessions(engine: Engine): Pick<Store, "putSession" | "session" | "touchSession" | "endSession"> {
  return {
    putSession: (token, { partnership, user, device, madeMs, seenMs }) =>
      engine.write(async (query) => {
        const sql = `INSERT INTO sessions (partnership, token, user_id, device, made_ms, seen_ms)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6)`;
        await query(sql, partnership, token, user, device, madeMs, seenMs);
      }),
    async session(partnership, token) {
      const sql = `SELECT partnership, user_id AS "user", device, made_ms AS "madeMs", seen_ms AS "seenMs"
        FROM sessions WHERE partnership = ?1 AND token = ?2`;
      const [row] = await engine.read(sql, partnership, token);
      return row && ({ ...row } as unknown as SessionRow);
    },
    touchSession: (partnership, token, nowMs) =>
      engine.write(async (query) => {
        const sql = "UPDATE sessions SET seen_ms = ?3 WHERE partnership = ?1 AND token = ?2";
        await query(sql, partnership, token, nowMs);
      }),
    endSession: (partnership, token) =>
      engine.write(async (query) => {
        await query("DELETE FROM sessions WHERE partnership = ?1 AND token = ?2", partnership, token);
      }),
  };
}

function nonces(engine: Engine): Pick<Store, "putNonce" | "takeNonce"> {
  return {
    putNonce: (nonce, device, expiresMs) =>
      engine.write(async (query) => {
        const sql = "INSERT INTO nonces (nonce, device, expires_ms) VALUES (?1, ?2, ?3)";
        await query(sql, nonce, device, expiresMs);
      }),
    takeNonce: (nonce, device, nowMs) =>
      engine.write(async (query) => {
        const sql = "DELETE FROM nonces WHERE nonce = ?1 RETURNING device, expires_ms";
        const [row] = await query(sql, nonce);
        return row !== undefined && text(row, "device") === device && Number(row["expires_ms"]) > nowMs;
      }),
  };
}

export function createSqlStore(engine: Engine): Store {
  const statement = pullStatement(engine.pullHint);
  return {
    transaction: (partnership, work) =>
      engine.write(async (query, announce) => {
        const lock = `SELECT seq FROM partnerships WHERE partnership = ?1 ${engine.lockClause}`;
        await query(lock, partnership);
        return work(makeTransaction(query, partnership, announce));
      }),
    reading: (partnership) => makeReading(engine.read, partnership),
    pull: (partnership, user, after, limit) => pull(engine.read, statement, partnership, user, after, limit),
    async readers(partnership, scope) {
      const sql = `SELECT user_id AS "user" FROM members WHERE partnership = ?1 AND scope = ?2`;
      return (await engine.read(sql, partnership, scope)).map((row) => row["user"] as UserId);
    },
    putChunk: (partnership, scope, blob, index, bytes) =>
      engine.write((query, announce) =>
        putChunk(query, announce, { partnership, scope, blob }, index, bytes),
      ),
    ...publicDates(engine),
    notices: createNoticesStore(engine),
    ...nonces(engine),
    ...sessions(engine),
    async isSetUp() {
      return (await engine.read("SELECT seq FROM partnerships LIMIT 1")).length > 0;
    },
    offerSetup: (secret) =>
      engine.write(async (query) => {
        await query("DELETE FROM setups WHERE spent_by = ''");
        await query("INSERT INTO setups (secret, spent_by) VALUES (?1, '')", secret);
      }),
    purge: ({ nonceMs, madeMs, seenMs }) =>
      engine.write(async (query) => {
        await query("DELETE FROM nonces WHERE expires_ms <= ?1", nonceMs);
        await query("DELETE FROM sessions WHERE made_ms <= ?1 OR seen_ms <= ?2", madeMs, seenMs);
      }),
    onChange: (listener) => engine.onChange(listener),
    close: () => engine.close(),
  };
}
