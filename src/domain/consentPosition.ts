/**
 * Where consent stands now, folded from what happened. The order in which events arrive does not matter:
 * they are put in the order of their stamps first. Sources: ASH-72, GAP-16, GAP-17.
 */
import type { CalendarDate } from "./calendarDate.ts";
import { addMonths } from "./days.ts";
import { compareOrder, type Happened } from "./happened.ts";
import type { ConsentEvent, ConsentEventOf } from "./consent.ts";
import type { EntryId } from "./ids.ts";

/** An event with its entry and place in time; a case file's `consent` is a list of these. */
export type StampedConsent = Pick<Happened<ConsentEvent>, "entry" | "order" | "record">;

export type ConsentState =
  | "notRecorded"
  | "given"
  /** With limits the person set. */
  | "givenInPart"
  | "refused"
  | "couldNotAsk"
  | "withdrawn";

type Voice = ConsentEventOf<"given" | "refused" | "withdrawn">;
type ConsentAnswer = Voice | ConsentEventOf<"couldNotAsk">;

export type ConsentPosition = {
  readonly state: ConsentState;
  /** The event that made it so. */
  readonly answer: ConsentAnswer | undefined;
  readonly awareness: ConsentEventOf<"awareness"> | undefined;
  /** Grounds relied on now, oldest first. A decision not to share is not among them. */
  readonly grounds: readonly { readonly entry: EntryId; readonly event: ConsentEventOf<"ground"> }[];
  /** Consent stands or a ground does: what submitting needs. Consent past its date does not stand. */
  readonly mayShare: boolean;
  /** Of consent with a date for looking at it again: within a month of that date, or past it [GAP-16]. */
  readonly review: "due" | "expired" | undefined;
  /** Why nothing was recorded, where the panel's terms ask for nothing. Silent once somebody has said no. */
  readonly notSought: ConsentEventOf<"notSought"> | undefined;
  /** The last word of everybody who does not decide, whether it agrees with the deciding one or not. */
  readonly otherVoices: readonly Voice[];
  /** Who has still to be told of a withdrawal, by name. */
  readonly toTell: readonly string[];
  /** Everything, in order, mistakes included. */
  readonly history: readonly StampedConsent[];
};

export const NO_CONSENT: ConsentPosition = {
  state: "notRecorded",
  answer: undefined,
  awareness: undefined,
  grounds: [],
  mayShare: false,
  review: undefined,
  notSought: undefined,
  otherVoices: [],
  toTell: [],
  history: [],
};

/** How long before its date consent is said to be due for another look. */
const NOTICE_MONTHS = 1;

/** The position of one subject. The same entry twice counts once. Without `today`, no date has passed. */
export function currentConsent(
  events: readonly StampedConsent[],
  subject = "person",
  today?: CalendarDate,
): ConsentPosition {
  const unique = new Map(events.map((stamped) => [stamped.entry, stamped]));
  const history = [...unique.values()].filter(({ record }) => record.subject === subject).toSorted(inOrder);
  const struck = struckOut(history);
  const standing = history.filter(({ entry }) => !struck.has(entry));
  const valid = standing.map(({ record }) => record);
  const answer = decidingAnswer(valid);
  const grounds = groundsInForce(standing);
  const state = stateOf(answer);
  const review = reviewOf(answer, today);
  const consents = (state === "given" || state === "givenInPart") && review !== "expired";
  return {
    state,
    answer,
    awareness: valid.findLast((event) => event.kind === "awareness"),
    grounds,
    mayShare: consents || grounds.length > 0,
    review,
    notSought: answer && isVoice(answer) ? undefined : valid.findLast((event) => event.kind === "notSought"),
    otherVoices: otherVoices(valid),
    toTell: toTell(valid, answer),
    history,
  };
}

/** Events marked as mistakes. Marking is itself never struck: it would otherwise depend on the order. */
export function struckOut(events: readonly Pick<StampedConsent, "record">[]): ReadonlySet<EntryId> {
  const struck = new Set<EntryId>();
  for (const { record } of events) if (record.kind === "recordedInError") struck.add(record.event);
  return struck;
}

/** One instant on one device is ordered by entry, so that all devices agree. */
const inOrder = (a: StampedConsent, b: StampedConsent): number =>
  compareOrder(a.order, b.order) || (a.entry < b.entry ? -1 : 1);

/** The last answer of those who decide. Failing to ask again takes nothing back that the person said. */
function decidingAnswer(events: readonly ConsentEvent[]): ConsentAnswer | undefined {
  const said = events.findLast((event) => isVoice(event) && event.giver.decides);
  if (said && isVoice(said)) return said;
  return events.findLast((event) => event.kind === "couldNotAsk");
}

function isVoice(event: ConsentEvent): event is Voice {
  return event.kind === "given" || event.kind === "refused" || event.kind === "withdrawn";
}

export function stateOf(answer: ConsentAnswer | undefined): ConsentState {
  if (!answer) return "notRecorded";
  if (answer.kind === "given") return answer.extent === "full" ? "given" : "givenInPart";
  return answer.kind;
}

function reviewOf(
  answer: ConsentAnswer | undefined,
  today: CalendarDate | undefined,
): ConsentPosition["review"] {
  if (answer?.kind !== "given" || answer.reviewOn === undefined || today === undefined) return undefined;
  if (answer.reviewOn < today) return "expired";
  return answer.reviewOn <= addMonths(today, NOTICE_MONTHS) ? "due" : undefined;
}

function groundsInForce(standing: readonly StampedConsent[]): ConsentPosition["grounds"] {
  const ended = new Set<EntryId>();
  for (const { record } of standing) if (record.kind === "groundEnded") ended.add(record.ground);
  return standing.flatMap(({ entry, record }) =>
    record.kind === "ground" && record.share && !ended.has(entry) ? [{ entry, event: record }] : [],
  );
}

/** The last word of each person who does not decide: named and placed, since two people may share a name. */
function otherVoices(events: readonly ConsentEvent[]): readonly Voice[] {
  const latest = new Map<string, Voice>();
  for (const event of events) {
    if (isVoice(event) && !event.giver.decides) {
      latest.set(`${event.giver.capacity} ${event.giver.name}`, event);
    }
  }
  return [...latest.values()];
}

/**
 * Whom consent named when it was taken back, less those who know. Whoever is named again by consent that stands
 * now has nothing to be told.
 */
function toTell(events: readonly ConsentEvent[], answer: ConsentAnswer | undefined): readonly string[] {
  let named: readonly string[] = [];
  const owed = new Set<string>();
  for (const event of events) {
    if (isVoice(event) && !event.giver.decides) continue;
    if (event.kind === "given") named = event.recipients;
    if (event.kind === "withdrawn") {
      for (const name of event.recipients ?? named) owed.add(name);
      for (const name of event.told) owed.delete(name);
    }
    if (event.kind === "recipientsTold") for (const name of event.names) owed.delete(name);
  }
  if (answer?.kind === "given") for (const name of answer.recipients) owed.delete(name);
  return [...owed];
}
