/** Consent in sentences: where it stands, and what was recorded when. */
import type { ConsentEvent, ConsentEventOf, Giver, Signing } from "../../../domain/consent.ts";
import type { ConsentPosition, ConsentState } from "../../../domain/consentPosition.ts";
import { withoutTurns } from "../../../domain/withoutTurns.ts";
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
  const { answer, review } = position;
  const until = answer?.kind === "given" && answer.reviewOn ? dateWords(answer.reviewOn) : "";
  const consents = position.state === "given" || position.state === "givenInPart";
  if (position.grounds.length > 0 && (!consents || review === "expired")) {
    const ground = position.grounds.map(({ event }) => groundWords(event));
    const first = review === "expired" ? `Consent was good until ${until}.` : state.text;
    return { text: `${first} Sharing rests on a recorded ground: ${ground.join(" ")}`, tone: "info" };
  }
  if (review === "expired") {
    return {
      text: `Consent was good until ${until}. Ask again before anything more is shared.`,
      tone: "warn",
    };
  }
  if (review === "due")
    return { text: `${state.text} It is good until ${until}: ask again before then.`, tone: "warn" };
  if (!answer && position.grounds.length === 0 && position.notSought) return NOT_SOUGHT;
  return state;
}

const NOT_SOUGHT = {
  text: "Nothing was recorded about consent, and the reason was. This panel’s terms do not ask for it.",
  tone: "info",
} as const;

/** "There is a safeguarding risk. Sharing is to prevent crime." */
export const groundWords = (event: ConsentEventOf<"ground">): string =>
  event.grounds.map(({ wording }) => wording).join(" ");

const AWARE = {
  yes: "The person knows about this referral",
  no: "The person does not know about this referral",
  unsure: "Not sure whether the person knows about this referral",
} as const;

export const WAYS = {
  drawn: "signed on the screen",
  typed: "typed name under the statement",
  verbal: "said aloud",
  paper: "signed on paper",
} as const;

/** One event as a sentence or two, with its own words where there are any. */
export const eventWords = (event: ConsentEvent): string => withoutTurns(sentencesOf(event));

function sentencesOf(event: ConsentEvent): string {
  switch (event.kind) {
    case "awareness":
      return joined(`${AWARE[event.aware]}.`, event.detail);
    case "given": {
      const partly = event.extent === "partial";
      const way = WAYS[event.signing.way];
      const { signing } = event;
      const sheet = signing.way === "paper" && signing.attached !== undefined ? " (photographed)" : "";
      const by = signing.way === "verbal" ? heardBy(signing) : sheet;
      const what = event.giver.decides ? "gave consent" : "agreed too, without deciding,";
      const given = `${giverName(event.giver)} ${what}${partly ? " with limits" : ""}, ${way}${by}, on ${dateWords(event.obtainedOn)}.`;
      return partly ? joined(`${given}${excludedWords(event)}`, event.limits) : given;
    }
    case "refused":
      return joined(
        `${giverName(event.giver)} said no${event.giver.decides ? "" : ", without deciding,"} on ${dateWords(event.on)}.`,
        event.wishes,
      );
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
      const decided = event.share ? "Sharing without consent was decided" : "It was decided not to share";
      return joined(
        `${decided} by ${event.decidedBy.name} on ${dateWords(event.decidedOn)}. ${groundWords(event)}`,
        event.reason,
      );
    }
    case "groundEnded":
      return joined("A ground for sharing is no longer relied on.", event.reason);
    case "recordedInError":
      return joined("An earlier record was marked as a mistake and no longer counts.", event.reason);
  }
}

/** "Robin Example (someone with parental responsibility)". */
const giverName = ({ name, capacity, relation }: Giver): string =>
  capacity === "self" || relation === undefined
    ? name
    : `${name} (${relation.charAt(0).toLowerCase()}${relation.slice(1)})`;

function excludedWords({ excluded }: ConsentEventOf<"given">): string {
  const out = excluded && excluded.recipients.length > 0 ? ` Not with ${listed(excluded.recipients)}.` : "";
  const back = (excluded?.categories ?? []).map(({ wording }) => wording.toLowerCase());
  return back.length > 0 ? `${out} Not about ${listed(back)}.` : out;
}

const heardBy = ({ obtainedBy, witness }: Extract<Signing, { way: "verbal" }>): string =>
  `, to ${obtainedBy.name}${witness ? `, before ${witness.name}` : ""}`;

/** "The council, the police and Framework". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const joined = (first: string, more: string | undefined): string =>
  more === undefined || more.trim() === "" ? first : `${first} “${more.trim()}”`;
