/** Notices on either SQL engine: who waits to be told, and the parcels that are handed out to be sent. */
import { addDays } from "../../domain/days.ts";
import type { NoticeId, PartnershipId, UserId } from "../../domain/ids.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { WEEK_DAYS } from "../notices/due.ts";
import type { Engine, Row } from "./engine.ts";
import { calendarOf, lockPerson, noticeReading, noticeTransaction } from "./noticePerson.ts";
import type { Counts, Failed, Failure, NoticesStore, Parcel, Way } from "./noticesPort.ts";

const PARCEL = `partnership, user_id, id, way, sent_to, slot, kind, counts, made_ms, tries`;

const parcelOf = (row: Row): Parcel => ({
  partnership: row["partnership"] as PartnershipId,
  user: row["user_id"] as UserId,
  id: row["id"] as NoticeId,
  way: row["way"] as Way,
  to: row["sent_to"] as string,
  slot: row["slot"] as string,
  kind: row["kind"] as Parcel["kind"],
  counts: JSON.parse(row["counts"] as string) as Counts,
  madeMs: Number(row["made_ms"]),
  tries: Number(row["tries"]),
});

/** Whoever nobody could tell by that way is left out: else they would be looked at every minute for ever. */
const WAITING = `
  SELECT DISTINCT r.partnership, r.user_id FROM reminders r
   WHERE r.set_ms <= ?2 AND (
     (r.mail_next <= ?1 AND EXISTS (SELECT 1 FROM notice_people p WHERE p.partnership = r.partnership
       AND p.user_id = r.user_id AND p.confirmed = 1))
     OR (r.push_next <= ?1 AND EXISTS (SELECT 1 FROM push_devices d WHERE d.partnership = r.partnership
       AND d.user_id = r.user_id)))
   ORDER BY r.partnership, r.user_id`;

const SHARED = `
  SELECT 1 FROM members a JOIN members b ON b.partnership = a.partnership AND b.scope = a.scope
   WHERE a.partnership = ?1 AND a.user_id = ?2 AND b.user_id = ?3
     AND a.reach <> 'directory' AND b.reach <> 'directory' LIMIT 1`;

/** Of what was told up to the digest's day: whatever it counts. What is due later is counted on the day it is told alone. */
const sentBy = (way: Way): string => `
  UPDATE reminders SET ${way}_sent = ?3
   WHERE partnership = ?1 AND user_id = ?2 AND ${way}_told <> '' AND ${way}_told <= ?3 AND ${way}_sent < ${way}_told
     AND (sort = 'chase' OR due <= ?4 OR ${way}_told = ?3)`;
const SENT: Readonly<Record<Way, string>> = { mail: sentBy("mail"), push: sentBy("push") };

export function createNoticesStore(engine: Engine): NoticesStore {
  const write = (sql: string, ...cells: (string | number)[]): Promise<void> =>
    engine.write(async (query) => {
      await query(sql, ...cells);
    });
  return {
    look: (partnership, user) => noticeReading(engine.read, partnership, user),
    withPerson: (partnership, user, work) =>
      engine.write(async (query) => {
        await lockPerson(query, engine.lockClause, partnership, user);
        return work(noticeTransaction(query, partnership, user));
      }),
    async shareScope(partnership, one, other) {
      return (await engine.read(SHARED, partnership, one, other)).length > 0;
    },
    async waiting(today, setMs) {
      return (await engine.read(WAITING, today, setMs)).map((row) => ({
        partnership: row["partnership"] as PartnershipId,
        user: row["user_id"] as UserId,
      }));
    },
    ...outbox(engine, write),
    async calendarAt(token) {
      const sql = "SELECT token, days, changed_ms FROM calendars WHERE token = ?1";
      const [row] = await engine.read(sql, token);
      return row && calendarOf(row);
    },
    ownKey: (name, fresh) =>
      engine.write(async (query) => {
        const sql = "INSERT INTO own_keys (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING";
        await query(sql, name, fresh);
        const [row] = await query("SELECT value FROM own_keys WHERE name = ?1", name);
        return row?.["value"] as string;
      }),
    purge: ({ sentMs, failedMs, due }) =>
      engine.write(async (query) => {
        await query("DELETE FROM notices WHERE outcome = 'sent' AND ended_ms < ?1", sentMs);
        await query("DELETE FROM notices WHERE outcome <> 'waiting' AND ended_ms < ?1", failedMs);
        await query("DELETE FROM reminders WHERE due < ?1", due);
      }),
  };
}

function outbox(
  engine: Engine,
  write: (sql: string, ...cells: (string | number)[]) => Promise<void>,
): Pick<NoticesStore, "claim" | "markSent" | "markFailed" | "putOff" | "removeParcel" | "failed"> {
  const end = `UPDATE notices SET outcome = ?3, ended_ms = ?4 WHERE partnership = ?1 AND id = ?2`;
  return {
    claim: (way, nowMs, untilMs, limit) =>
      engine.write(async (query) => {
        // Two processes may choose the same; the second waits, and then finds that its time has not come.
        const sql = `UPDATE notices SET next_ms = ?3 WHERE outcome = 'waiting' AND way = ?1 AND next_ms <= ?2
          AND (partnership, id) IN (SELECT partnership, id FROM notices
            WHERE outcome = 'waiting' AND way = ?1 AND next_ms <= ?2 ORDER BY next_ms, id LIMIT ?4)
          RETURNING ${PARCEL}`;
        return (await query(sql, way, nowMs, untilMs, limit)).map(parcelOf);
      }),
    markSent: ({ partnership, id, user, way, to, kind, madeMs }, nowMs) =>
      engine.write(async (query) => {
        await query(end, partnership, id, "sent", nowMs);
        const day = londonDateOf(madeMs);
        if (kind === "digest") await query(SENT[way], partnership, user, day, addDays(day, WEEK_DAYS));
        const earlier = `DELETE FROM notices WHERE partnership = ?1 AND user_id = ?2 AND way = ?3 AND sent_to = ?4
          AND outcome IN ('refused', 'unreachable')`;
        await query(earlier, partnership, user, way, to);
      }),
    markFailed: ({ partnership, id }, reason, nowMs) => write(end, partnership, id, reason, nowMs),
    putOff: ({ partnership, id }, nextMs, tries) =>
      write(
        "UPDATE notices SET next_ms = ?3, tries = ?4 WHERE partnership = ?1 AND id = ?2",
        partnership,
        id,
        nextMs,
        tries,
      ),
    removeParcel: ({ partnership, id }) =>
      write("DELETE FROM notices WHERE partnership = ?1 AND id = ?2", partnership, id),
    async failed(partnership) {
      const sql = `SELECT user_id, way, outcome, ended_ms FROM notices
        WHERE partnership = ?1 AND outcome IN ('refused', 'unreachable') AND kind = 'digest' ORDER BY ended_ms, id`;
      const found = new Map<string, Failed>();
      for (const row of await engine.read(sql, partnership)) {
        const [user, way] = [row["user_id"] as UserId, row["way"] as Way];
        const before = found.get(`${user}/${way}`);
        const sinceMs = before?.sinceMs ?? Number(row["ended_ms"]);
        found.set(`${user}/${way}`, { user, way, sinceMs, reason: row["outcome"] as Failure });
      }
      return [...found.values()];
    },
  };
}
