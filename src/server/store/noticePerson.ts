/** One person's notices on either SQL engine: what they chose, what they owe, and what is on its way to them. */
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { PartnershipId, ReminderId, UserId } from "../../domain/ids.ts";
import { type CalendarDay, Choices, DEFAULT_CHOICES } from "../../sync/noticesProtocol.ts";
import type { Query, Row } from "./engine.ts";
import type {
  Calendar,
  HeldReminder,
  NoticePerson,
  NoticeReading,
  NoticeTransaction,
  Told,
  Way,
} from "./noticesPort.ts";

// Cells are cast, not parsed: the columns are strict and not null, and only this folder writes them.
const text = <T extends string = string>(row: Row, name: string) => row[name] as T;

/** After every day of the calendar. */
const NEVER = "9999-12-31";
const nextOf = (days: readonly CalendarDate[], told: string): string =>
  days.filter((day) => day > told).toSorted()[0] ?? NEVER;

function personOf(row: Row | undefined): NoticePerson {
  if (!row) return { choices: DEFAULT_CHOICES, address: null, code: null };
  const [chosen, address, code] = [text(row, "choices"), text(row, "address"), text(row, "code")];
  return {
    choices: chosen === "" ? DEFAULT_CHOICES : Choices.parse(JSON.parse(chosen)),
    address: address === "" ? null : { text: address, confirmed: Number(row["confirmed"]) === 1 },
    code:
      code === ""
        ? null
        : { text: code, untilMs: Number(row["code_until"]), tries: Number(row["code_tries"]) },
  };
}

const reminderOf = (row: Row): HeldReminder => ({
  id: text<ReminderId>(row, "id"),
  sort: text<HeldReminder["sort"]>(row, "sort"),
  due: text<CalendarDate>(row, "due"),
  days: text(row, "days").split(",") as CalendarDate[],
  setMs: Number(row["set_ms"]),
  told: { mail: text<Told["mail"]>(row, "mail_told"), push: text<Told["push"]>(row, "push_told") },
});

export const calendarOf = (row: Row): Calendar => ({
  token: text(row, "token"),
  days: JSON.parse(text(row, "days")) as CalendarDay[],
  changedMs: Number(row["changed_ms"]),
});

const OWN = "partnership = ?1 AND user_id = ?2";

export function noticeReading(query: Query, partnership: PartnershipId, user: UserId): NoticeReading {
  return {
    async person() {
      const sql = `SELECT choices, address, confirmed, code, code_until, code_tries FROM notice_people WHERE ${OWN}`;
      return personOf((await query(sql, partnership, user))[0]);
    },
    async devices() {
      const sql = `SELECT id, endpoint, p256dh, auth FROM push_devices WHERE ${OWN} ORDER BY added_ms, id`;
      return (await query(sql, partnership, user)).map((row) => ({
        id: text(row, "id"),
        endpoint: text(row, "endpoint"),
        p256dh: text(row, "p256dh"),
        auth: text(row, "auth"),
      }));
    },
    async reminders() {
      const sql = `SELECT id, sort, due, days, set_ms, mail_told, push_told FROM reminders WHERE ${OWN} ORDER BY id`;
      return (await query(sql, partnership, user)).map(reminderOf);
    },
    async sentReminders() {
      const sql = `SELECT id, mail_told, push_told, mail_sent, push_sent FROM reminders WHERE ${OWN} ORDER BY id`;
      return (await query(sql, partnership, user)).map((row) => ({
        id: text<ReminderId>(row, "id"),
        told: { mail: text<Told["mail"]>(row, "mail_told"), push: text<Told["push"]>(row, "push_told") },
        sent: { mail: text<Told["mail"]>(row, "mail_sent"), push: text<Told["push"]>(row, "push_sent") },
      }));
    },
    async digests(way) {
      const sql = `SELECT slot, made_ms FROM notices WHERE ${OWN} AND way = ?3 AND kind = 'digest'`;
      return (await query(sql, partnership, user, way)).map((row) => ({
        slot: text(row, "slot"),
        madeMs: Number(row["made_ms"]),
      }));
    },
    async isFailing(way) {
      const sql = `SELECT id FROM notices WHERE ${OWN} AND way = ?3 AND outcome IN ('refused', 'unreachable') LIMIT 1`;
      return (await query(sql, partnership, user, way)).length > 0;
    },
    async calendar() {
      const sql = `SELECT token, days, changed_ms FROM calendars WHERE ${OWN}`;
      const [row] = await query(sql, partnership, user);
      return row && calendarOf(row);
    },
  };
}

/** Takes the person's row and its lock, which makes transactions of one person run one after another. */
export async function lockPerson(
  query: Query,
  lockClause: string,
  partnership: PartnershipId,
  user: UserId,
): Promise<void> {
  const insert = `INSERT INTO notice_people
      (partnership, user_id, choices, address, confirmed, code, code_until, code_tries)
    VALUES (?1, ?2, '', '', 0, '', 0, 0) ON CONFLICT (partnership, user_id) DO NOTHING`;
  await query(insert, partnership, user);
  await query(`SELECT confirmed FROM notice_people WHERE ${OWN} ${lockClause}`, partnership, user);
}

export function noticeTransaction(query: Query, partnership: PartnershipId, user: UserId): NoticeTransaction {
  const drop = async (sql: string, ...cells: string[]): Promise<void> => {
    await query(`DELETE FROM ${sql}`, partnership, user, ...cells);
  };
  return {
    ...noticeReading(query, partnership, user),
    async savePerson({ choices, address, code }) {
      const sql = `UPDATE notice_people SET choices = ?3, address = ?4, confirmed = ?5, code = ?6, code_until = ?7,
        code_tries = ?8 WHERE ${OWN}`;
      const { untilMs = 0, tries = 0 } = code ?? {};
      const confirmed = address?.confirmed ? 1 : 0;
      const chosen = JSON.stringify(choices);
      const to = address?.text ?? "";
      await query(sql, partnership, user, chosen, to, confirmed, code?.text ?? "", untilMs, tries);
    },
    async saveDevice({ id, endpoint, p256dh, auth }, nowMs) {
      const waiting = "DELETE FROM notices WHERE partnership = ?1 AND user_id <> ?2 AND sent_to = ?3";
      await query(waiting, partnership, user, id);
      const sql = `INSERT INTO push_devices (partnership, user_id, id, endpoint, p256dh, auth, added_ms)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (partnership, id) DO UPDATE SET user_id = excluded.user_id, p256dh = excluded.p256dh,
          auth = excluded.auth, added_ms = excluded.added_ms`;
      await query(sql, partnership, user, id, endpoint, p256dh, auth, nowMs);
    },
    async dropDevice(id) {
      await drop(`push_devices WHERE ${OWN} AND id = ?3`, id);
      await drop(`notices WHERE ${OWN} AND sent_to = ?3`, id);
    },
    async saveReminder({ id, sort, due, days, setMs, told }) {
      const sql = `INSERT INTO reminders (partnership, user_id, id, sort, due, days, set_ms, mail_told, push_told,
          mail_next, push_next)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (partnership, user_id, id) DO UPDATE SET sort = excluded.sort, due = excluded.due,
          days = excluded.days, set_ms = excluded.set_ms, mail_told = excluded.mail_told,
          push_told = excluded.push_told, mail_next = excluded.mail_next, push_next = excluded.push_next`;
      const next = (way: Way) => nextOf(days, told[way]);
      const cells = [id, sort, due, days.join(","), setMs, told.mail, told.push, next("mail"), next("push")];
      await query(sql, partnership, user, ...cells);
    },
    dropReminder: (id) => drop(`reminders WHERE ${OWN} AND id = ?3`, id),
    async addParcel({ id, way, to, slot, kind, counts, madeMs }) {
      const sql = `INSERT INTO notices (partnership, user_id, id, way, sent_to, slot, kind, counts, made_ms, next_ms,
          tries, outcome, ended_ms)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, 0, 'waiting', 0)
        ON CONFLICT (partnership, user_id, way, sent_to, slot) DO NOTHING`;
      await query(sql, partnership, user, id, way, to, slot, kind, JSON.stringify(counts), madeMs);
    },
    dropWaiting: (way) =>
      drop(`notices WHERE ${OWN} AND way = ?3 AND kind = 'digest' AND outcome = 'waiting'`, way),
    dropMail: () => drop(`notices WHERE ${OWN} AND way = 'mail'`),
    async saveCalendar({ token, days, changedMs }) {
      const sql = `INSERT INTO calendars (partnership, user_id, token, days, changed_ms) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (partnership, user_id) DO UPDATE SET token = excluded.token, days = excluded.days,
          changed_ms = excluded.changed_ms`;
      await query(sql, partnership, user, token, JSON.stringify(days), changedMs);
    },
    dropCalendar: () => drop(`calendars WHERE ${OWN}`),
  };
}
