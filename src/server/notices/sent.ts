/** Answers whether reminders went out, to somebody who shares a case or panel with the person they are for. */
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { SentReply, SentRequest } from "../../sync/noticesProtocol.ts";
import type { SessionRow } from "../store/port.ts";
import type { NoticesStore, SentReminder, Told } from "../store/noticesPort.ts";

type Sent = SentReply["sent"];

/** Of somebody else, or of a reminder that is not held: nothing, as though there were none. */
export async function findSent(
  notices: NoticesStore,
  { partnership, user }: Pick<SessionRow, "partnership" | "user">,
  of: SentRequest["of"],
): Promise<Sent> {
  const found: Sent = [];
  for (const whom of new Set(of.map((each) => each.for))) {
    if (whom !== user && !(await notices.shareScope(partnership, user, whom))) continue;
    const wanted = new Set(of.flatMap((each) => (each.for === whom ? [each.id] : [])));
    const held = await notices.look(partnership, whom).sentReminders();
    found.push(...held.filter(({ id }) => wanted.has(id)).map((each) => ({ for: whom, ...sentOf(each) })));
  }
  return found;
}

function sentOf({ id, told, sent }: SentReminder): Omit<Sent[number], "for"> {
  const [on, tried] = [latest(sent), latest(told)];
  return { id, on, unsent: tried !== null && (on === null || tried > on) ? tried : null };
}

const latest = ({ mail, push }: Told): CalendarDate | null => (mail > push ? mail : push) || null;
