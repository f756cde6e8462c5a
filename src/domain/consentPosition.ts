/**
 * Where consent stands now, folded from what happened. The order in which events arrive does not matter:
 * they are put in the order of their stamps first. Sources: ASH-72, GAP-16.
 */
import { compareOrder, type Happened } from "./case/caseFile.ts";
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

type ConsentAnswer = ConsentEventOf<"given" | "refused" | "couldNotAsk" | "withdrawn">;

export type ConsentPosition = {
  readonly state: ConsentState;
  /** The event that made it so. */
  readonly answer: ConsentAnswer | undefined;
  readonly awareness: ConsentEventOf<"awareness"> | undefined;
  /** Grounds relied on now, oldest first. A decision not to share is not among them. */
  readonly grounds: readonly { readonly entry: EntryId; readonly event: ConsentEventOf<"ground"> }[];
  /** Consent stands or a ground does: what submitting needs. */
  readonly mayShare: boolean;
  /** Recorded beside the deciding answer, and differing from it. */
  readonly otherVoices: readonly ConsentEventOf<"given" | "refused" | "withdrawn">[];
  /** Everything, in order, mistakes included. */
  readonly history: readonly StampedConsent[];
};

export const NO_CONSENT: ConsentPosition = {
  state: "notRecorded",
  answer: undefined,
  awareness: undefined,
  grounds: [],
  mayShare: false,
  otherVoices: [],
  history: [],
};

/** The position of one subject. The same entry twice counts once. */
export function currentConsent(events: readonly StampedConsent[], subject = "person"): ConsentPosition {
  const unique = new Map(events.map((stamped) => [stamped.entry, stamped]));
  const history = [...unique.values()].filter(({ record }) => record.subject === subject).toSorted(inOrder);
  const struck = new Set<EntryId>();
  for (const { record } of history) if (record.kind === "recordedInError") struck.add(record.event);
  const standing = history.filter(({ entry }) => !struck.has(entry));
  const valid = standing.map(({ record }) => record);
  const answer = decidingAnswer(valid);
  const grounds = groundsInForce(standing);
  const state = stateOf(answer);
  return {
    state,
    answer,
    awareness: valid.findLast((event) => event.kind === "awareness"),
    grounds,
    mayShare: state === "given" || state === "givenInPart" || grounds.length > 0,
    otherVoices: otherVoices(valid, state),
    history,
  };
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

function isVoice(event: ConsentEvent): event is ConsentEventOf<"given" | "refused" | "withdrawn"> {
  return event.kind === "given" || event.kind === "refused" || event.kind === "withdrawn";
}

function stateOf(answer: ConsentAnswer | undefined): ConsentState {
  if (!answer) return "notRecorded";
  if (answer.kind === "given") return answer.extent === "full" ? "given" : "givenInPart";
  return answer.kind;
}

function groundsInForce(standing: readonly StampedConsent[]): ConsentPosition["grounds"] {
  const ended = new Set<EntryId>();
  for (const { record } of standing) if (record.kind === "groundEnded") ended.add(record.ground);
  return standing.flatMap(({ entry, record }) =>
    record.kind === "ground" && record.share && !ended.has(entry) ? [{ entry, event: record }] : [],
  );
}

/** The last word of each person who does not decide, where it is another word than the deciding one. */
function otherVoices(events: readonly ConsentEvent[], state: ConsentState): ConsentPosition["otherVoices"] {
  const latest = new Map<string, ConsentEventOf<"given" | "refused" | "withdrawn">>();
  for (const event of events) if (isVoice(event) && !event.giver.decides) latest.set(event.giver.name, event);
  return [...latest.values()].filter((event) => stateOf(event) !== state);
}
