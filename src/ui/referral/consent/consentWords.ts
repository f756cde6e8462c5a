/** Consent in sentences: where it stands, and what was recorded when. */
import type { ConsentEvent } from "../../../domain/consent.ts";
import type { ConsentPosition, ConsentState } from "../../../domain/consentPosition.ts";
import { dateWords } from "../../caseFile/when.ts";
import type { Tone } from "../../kit/Tag.tsx";

const STATES: Record<ConsentState, { text: string; tone: Tone }> = {
  notRecorded: { text: "Nothing has been recorded about consent yet.", tone: "info" },
  given: { text: "The person has given consent.", tone: "good" },
  givenInPart: { text: "The person has given consent, with limits.", tone: "good" },
  refused: { text: "The person said no.", tone: "warn" },
  couldNotAsk: { text: "The person could not be asked.", tone: "warn" },
  withdrawn: { text: "Consent was withdrawn.", tone: "warn" },
};

export function positionWords(position: ConsentPosition): { text: string; tone: Tone } {
  const state = STATES[position.state];
  const consents = position.state === "given" || position.state === "givenInPart";
  if (consents || position.grounds.length === 0) return state;
  const ground = position.grounds.flatMap(({ event }) => event.grounds.map(({ wording }) => wording));
  return { text: `${state.text} Sharing rests on a recorded ground: ${ground.join(" ")}`, tone: "info" };
}

const AWARE = {
  yes: "The person knows about this referral",
  no: "The person does not know about this referral",
  unsure: "Not sure whether the person knows about this referral",
} as const;

const WAYS = {
  drawn: "signed on the screen",
  typed: "typed name under the statement",
  verbal: "said aloud",
  paper: "signed on paper",
} as const;

/** One event as a sentence or two, with its own words where there are any. */
export function eventWords(event: ConsentEvent): string {
  switch (event.kind) {
    case "awareness":
      return joined(`${AWARE[event.aware]}.`, event.detail);
    case "given": {
      const partly = event.extent === "partial";
      const way = WAYS[event.signing.way];
      const by = event.signing.way === "verbal" ? `, to ${event.signing.obtainedBy.name}` : "";
      const given = `${event.giver.name} gave consent${partly ? " with limits" : ""}, ${way}${by}, on ${dateWords(event.obtainedOn)}.`;
      return partly ? joined(given, event.limits ?? "The limits were not written down.") : given;
    }
    case "refused":
      return joined(`${event.giver.name} said no on ${dateWords(event.on)}.`, event.wishes);
    case "couldNotAsk":
      return joined(`The person could not be asked: ${event.reason.wording}.`, event.detail);
    case "notSought":
      return joined(
        "Nothing was recorded about consent, since the panel’s terms do not ask for it.",
        event.reason,
      );
    case "recipientsTold": {
      const names = listed(event.names);
      return event.outcome === "told"
        ? joined(`${event.by.name} told ${names} of the withdrawal on ${dateWords(event.on)}.`, event.how)
        : joined(`${names} held nothing that the withdrawal is about.`, event.how);
    }
    case "withdrawn":
      return joined(`${event.giver.name} withdrew consent on ${dateWords(event.on)}.`, event.how);
    case "ground": {
      const grounds = event.grounds.map(({ wording }) => wording).join(" ");
      const decided = event.share ? "Sharing without consent was decided" : "It was decided not to share";
      return joined(
        `${decided} by ${event.decidedBy.name} on ${dateWords(event.decidedOn)}. ${grounds}`,
        event.reason,
      );
    }
    case "groundEnded":
      return joined("A ground for sharing is no longer relied on.", event.reason);
    case "recordedInError":
      return joined("An earlier record was marked as a mistake and no longer counts.", event.reason);
  }
}

/** "The council, the police and Framework". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const joined = (first: string, more: string | undefined): string =>
  more === undefined || more.trim() === "" ? first : `${first} “${more.trim()}”`;
