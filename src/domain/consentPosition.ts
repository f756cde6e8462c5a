/**
 * Where consent stands now, folded from what happened. The order in which events arrive does not matter:
 * they are put in the order of their stamps first. Sources: ASH-72, GAP-16.
 */
import { compareStamps, type Stamp } from "./clock.ts";
import type { ConsentEvent, ConsentEventOf } from "./consent.ts";

/** An event with what its entry says of it. */
export type StampedConsent = {
  readonly id: string;
  readonly at: Stamp;
  readonly device: string;
  readonly event: ConsentEvent;
};

export type ConsentState =
  | "notRecorded"
  | "given"
  /** With limits the person set. */
  | "givenInPart"
  | "refused"
  | "couldNotAsk"
  | "withdrawn";

export type ConsentAnswer = ConsentEventOf<"given" | "refused" | "couldNotAsk" | "withdrawn">;

export type ConsentPosition = {
  readonly state: ConsentState;
  /** The event that made it so. */
  readonly answer: ConsentAnswer | undefined;
  readonly awareness: ConsentEventOf<"awareness"> | undefined;
  /** Grounds relied on now, oldest first. A decision not to share is not among them. */
  readonly grounds: readonly { readonly id: string; readonly event: ConsentEventOf<"ground"> }[];
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
  const unique = new Map(events.map((stamped) => [stamped.id, stamped]));
  const history = [...unique.values()].filter(({ event }) => event.subject === subject).toSorted(inOrder);
  const struck = new Set(history.map(({ event }) => (event.kind === "recordedInError" ? event.event : "")));
  const valid = history.filter(({ id }) => !struck.has(id as never));
  const answer = decidingAnswer(valid.map(({ event }) => event));
  const grounds = groundsInForce(valid);
  const state = stateOf(answer);
  return {
    state,
    answer,
    awareness: valid.map(({ event }) => event).findLast((event) => event.kind === "awareness"),
    grounds,
    mayShare: state === "given" || state === "givenInPart" || grounds.length > 0,
    otherVoices: otherVoices(
      valid.map(({ event }) => event),
      state,
    ),
    history,
  };
}

/** Equal stamps from two devices are ordered by device, then entry, so that all devices agree. */
function inOrder(a: StampedConsent, b: StampedConsent): number {
  return compareStamps(a.at, b.at) || compareText(a.device, b.device) || compareText(a.id, b.id);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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

function groundsInForce(stamped: readonly StampedConsent[]): ConsentPosition["grounds"] {
  const ended = new Set(stamped.map(({ event }) => (event.kind === "groundEnded" ? event.ground : "")));
  return stamped.flatMap(({ id, event }) =>
    event.kind === "ground" && event.share && !ended.has(id as never) ? [{ id, event }] : [],
  );
}

/** The last word of each person who does not decide, where it is another word than the deciding one. */
function otherVoices(events: readonly ConsentEvent[], state: ConsentState): ConsentPosition["otherVoices"] {
  const latest = new Map<string, ConsentEventOf<"given" | "refused" | "withdrawn">>();
  for (const event of events) if (isVoice(event) && !event.giver.decides) latest.set(event.giver.name, event);
  return [...latest.values()].filter((event) => stateOf(event) !== state);
}
