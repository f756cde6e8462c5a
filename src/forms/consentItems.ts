/** The consent record as a reader of the referral sees it, in the order of the panel's own form. */
import { formatCalendarDate } from "../domain/calendarDate.ts";
import type { ConsentEventOf } from "../domain/consent.ts";
import { type ConsentPosition, struckOut } from "../domain/consentPosition.ts";
import { clean, type DateText } from "./answerText.ts";
import { consentPath } from "./consentGaps.ts";
import { giverItems, givenItems } from "./consentGivenItems.ts";
import { groundItems } from "./consentGroundItems.ts";
import { answerItem, capacityText, linesSaid, listItem, sentence } from "./consentText.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Section } from "./definition/section.ts";
import type { SnapshotItem } from "./snapshot.ts";

const AWARE = { yes: "Yes", no: "No", unsure: "Not sure" } as const;
const DECISION = {
  notRecorded: null,
  given: "Yes",
  givenInPart: "Yes, with limits",
  refused: "No",
  couldNotAsk: "Could not be asked",
  withdrawn: "Withdrawn",
} as const;

export function consentItems(
  definition: PanelDefinition,
  section: Section,
  position: ConsentPosition,
  date: DateText,
): readonly SnapshotItem[] {
  const { consent } = definition;
  const { awareness, answer: decided, notSought } = position;
  const path = (part: Parameters<typeof consentPath>[1]): string => consentPath(section, part);
  const knows = awareness ? sentence(AWARE[awareness.aware], awareness.detail) : null;
  const said = decided && decided.kind !== "couldNotAsk" ? decided : undefined;
  return [
    answerItem(path("awareness"), consent.awareness.label, knows),
    answerItem(path("decision"), consent.record.decision.label, decisionText(position, date)),
    ...expiredNote(section, position),
    ...(decided?.kind === "given"
      ? givenItems(definition, section, decided, date)
      : [
          answerItem(path("signature"), consent.record.signature.label, null),
          answerItem(path("obtainedOn"), consent.record.obtainedOn.label, null),
          answerItem(path("obtainedBy"), consent.record.obtainedBy.label, null),
          ...(said ? giverItems(section, said.giver, date) : []),
        ]),
    ...(position.toTell.length > 0
      ? [listItem(`${path("recipients")}/toTell`, "Still to be told of the withdrawal", position.toTell)]
      : []),
    ...linesSaid([
      [
        path("notSought"),
        "Why nothing was recorded about consent",
        position.mayShare ? undefined : notSought?.reason,
      ],
    ]),
    ...groundsShown(position).flatMap((event, at) => groundItems(definition, section, event, at, date)),
    ...otherVoiceItems(section, position, date),
  ];
}

function decisionText(position: ConsentPosition, date: DateText): string | null {
  const { answer } = position;
  const text = DECISION[position.state];
  if (text === null || !answer) return text;
  if (answer.kind === "couldNotAsk") return sentence(`${text}: ${answer.reason.wording}`, answer.detail);
  const by =
    answer.giver.capacity === "self" ? "" : `, by ${answer.giver.name} (${capacityText(answer.giver)})`;
  if (answer.kind === "given") return `${text}${by}`;
  const more = answer.kind === "refused" ? answer.wishes : answer.how;
  return sentence(`${text}${by}, ${date(answer.on)}`, more);
}

function expiredNote(section: Section, { answer, review }: ConsentPosition): readonly SnapshotItem[] {
  if (review !== "expired" || answer?.kind !== "given" || !answer.reviewOn) return [];
  const until = formatCalendarDate(answer.reviewOn);
  const text = `Consent was good until ${until} and has not been given again since.`;
  return [{ kind: "note", key: consentPath(section, "review"), label: "Consent is out of date", text }];
}

/** Those in force, then the decisions not to share: these weigh as much, and no court would miss them. */
function groundsShown(position: ConsentPosition): readonly ConsentEventOf<"ground">[] {
  const struck = struckOut(position.history);
  const notToShare = position.history.flatMap(({ entry, record }) =>
    record.kind === "ground" && !record.share && !struck.has(entry) ? [record] : [],
  );
  return [...position.grounds.map(({ event }) => event), ...notToShare];
}

/** Both voices are kept and neither is merged into the other [domain 2.5]. */
function otherVoiceItems(
  section: Section,
  { otherVoices }: ConsentPosition,
  date: DateText,
): readonly SnapshotItem[] {
  const SAID = { given: "agreed", refused: "said no", withdrawn: "withdrew consent" } as const;
  return otherVoices.map((event, at) => {
    const on = event.kind === "given" ? event.obtainedOn : event.on;
    const words = event.kind === "given" ? event.limits : event.kind === "refused" ? event.wishes : event.how;
    const said = `${event.giver.name} (${capacityText(event.giver)}) ${SAID[event.kind]}, ${date(on)}`;
    return {
      kind: "note",
      key: `${consentPath(section, "decision")}/voice/${at + 1}`,
      label: "Another view",
      text: clean(words ? `${said}. ${words}` : `${said}.`),
    };
  });
}
