/**
 * The law that sharing without consent may rest on, as dated data: what is offered is what is in force on the
 * day and open to the body that decides. A data protection officer confirms the list; see its note.
 */
import { z } from "zod";
import { CalendarDate, formatCalendarDate } from "../../domain/calendarDate.ts";
import { DECIDING_BODIES } from "../../domain/consentGround.ts";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Prose } from "../definition/basics.ts";
import json from "./england-and-wales.json" with { type: "json" };

const LawEntry = z.looseObject({
  key: Key,
  /** `basis`: UK GDPR article 6. `condition`: article 9, or schedule 1. `gateway`: a power or duty to share. */
  kind: z.enum(["basis", "condition", "gateway"]),
  label: Line,
  hint: Prose.optional(),
  law: Line,
  /** First day in force. Absent: not in force, or nobody has seen when. */
  from: CalendarDate.optional(),
  /** Last day in force. */
  until: CalendarDate.optional(),
  openTo: z.array(z.enum(DECIDING_BODIES)).min(1),
  /** It rests on somebody having asked, whose request is recorded. */
  needsRequest: z.boolean().optional(),
  /** Where what is said here was read. */
  facts: Line,
});

/** A ground on which something may be kept from a person who asks for what is held about them. */
const Withholding = z.looseObject({
  key: Key,
  /** As it is printed where something was taken out: "about somebody else". */
  label: Line,
  hint: Prose,
  law: Line,
  from: CalendarDate,
});

const LawList = z.looseObject({
  /** Kept with every record, so that a reader knows which list was on the screen. */
  edition: CalendarDate,
  title: Line,
  note: Prose,
  entries: z.array(LawEntry).min(1).max(200),
  withholding: z.array(Withholding).min(1).max(40),
});

export type LawEntry = Known<z.infer<typeof LawEntry>>;
export type Withholding = Known<z.infer<typeof Withholding>>;
export type LawKind = LawEntry["kind"];
export type DecidingBody = (typeof DECIDING_BODIES)[number];

export const LAW: Known<z.infer<typeof LawList>> = LawList.parse(json);

export type OfferedLaw = {
  readonly offered: readonly LawEntry[];
  /** In words, why each of these cannot be chosen. */
  readonly notOffered: readonly { readonly entry: LawEntry; readonly because: string }[];
};

/** `keys`: those that the panel offers; absent for all. */
export function lawOffered(
  kind: LawKind,
  { on, body, keys }: { on: CalendarDate; body: DecidingBody; keys?: readonly string[] | undefined },
  entries: readonly LawEntry[] = LAW.entries,
): OfferedLaw {
  const offered: LawEntry[] = [];
  const notOffered: { entry: LawEntry; because: string }[] = [];
  for (const entry of entries) {
    if (entry.kind !== kind || (keys && !keys.includes(entry.key))) continue;
    const because = whyNot(entry, on, body);
    if (because === undefined) offered.push(entry);
    else notOffered.push({ entry, because });
  }
  return { offered, notOffered };
}

function whyNot(entry: LawEntry, on: CalendarDate, body: DecidingBody): string | undefined {
  if (entry.from === undefined) return "It is not in force yet.";
  if (on < entry.from) return `It is in force only from ${formatCalendarDate(entry.from)}.`;
  if (entry.until !== undefined && on > entry.until) {
    return `It has not been in force since ${formatCalendarDate(entry.until)}.`;
  }
  if (entry.openTo.includes(body)) return undefined;
  return body === "publicAuthority"
    ? "A public authority cannot use it for its own tasks."
    : "Only public authorities can use it.";
}
