/** The consent record as a reader of the referral sees it, in the order of the panel's own form. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { ConsentEventOf, PersonNamed } from "../domain/consent.ts";
import type { ConsentPosition } from "../domain/consentPosition.ts";
import { clean, type DateText } from "./answerText.ts";
import { consentPath } from "./consentGaps.ts";
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
  dateText: DateText,
): readonly SnapshotItem[] {
  const { consent } = definition;
  const answer = (
    part: Parameters<typeof consentPath>[1],
    label: string,
    text: string | null,
  ): SnapshotItem => ({
    kind: "answer",
    key: consentPath(section, part),
    label,
    answer: text === null || text.trim() === "" ? null : clean(text),
  });
  const { awareness, answer: decided } = position;
  const knows = awareness ? sentence(AWARE[awareness.aware], awareness.detail) : null;
  const given = decided?.kind === "given" ? decided : undefined;
  return [
    answer("awareness", consent.awareness.label, knows),
    answer("decision", consent.record.decision.label, decisionText(position, dateText)),
    ...(given
      ? givenItems(definition, section, given, dateText)
      : [
          answer("signature", consent.record.signature.label, null),
          answer("obtainedOn", consent.record.obtainedOn.label, null),
          answer("obtainedBy", consent.record.obtainedBy.label, null),
        ]),
    ...position.grounds.flatMap(({ event }, at) => groundItems(definition, section, event, at, dateText)),
    ...otherVoiceItems(section, position),
  ];
}

const sentence = (first: string, more: string | undefined): string =>
  more && more.trim() !== "" ? `${first}. ${more.trim()}` : first;

const named = ({ name, role, agency }: PersonNamed): string =>
  [name, role, agency].filter((part) => part !== undefined && part.trim() !== "").join(", ");

function decisionText(position: ConsentPosition, dateText: DateText): string | null {
  const { answer } = position;
  const text = DECISION[position.state];
  if (text === null || !answer) return text;
  if (answer.kind === "couldNotAsk") return sentence(`${text}: ${answer.reason.wording}`, answer.detail);
  const by = answer.giver.capacity === "self" ? "" : `, by ${answer.giver.name} (${giverText(answer.giver)})`;
  if (answer.kind === "given") return `${text}${by}`;
  const more = answer.kind === "refused" ? answer.wishes : answer.how;
  return sentence(`${text}${by}, ${dateText(answer.on)}`, more);
}

const giverText = (giver: ConsentEventOf<"given">["giver"]): string =>
  [giver.relation ?? giver.capacity, giver.evidence].filter((part) => part !== undefined).join("; ");

function givenItems(
  definition: PanelDefinition,
  section: Section,
  event: ConsentEventOf<"given">,
  dateText: DateText,
): readonly SnapshotItem[] {
  const { record } = definition.consent;
  const item = (
    part: Parameters<typeof consentPath>[1],
    label: string,
    text: string | null,
  ): SnapshotItem => ({
    kind: "answer",
    key: consentPath(section, part),
    label,
    answer: text === null ? null : clean(text),
  });
  const { signing } = event;
  const obtainedBy = signing.way === "verbal" || signing.way === "paper" ? named(signing.obtainedBy) : null;
  const witness = signing.way === "verbal" && signing.witness ? `. Witness: ${named(signing.witness)}` : "";
  return [
    signatureItem(definition, section, event, dateText),
    item("obtainedOn", record.obtainedOn.label, dateText(event.obtainedOn)),
    item("obtainedBy", record.obtainedBy.label, signing.way === "verbal" ? `${obtainedBy}${witness}` : null),
    ...(event.limits ? [item("limits", record.limits.label, event.limits)] : []),
    {
      kind: "list",
      key: `${section.key}.recipients`,
      label: "Shared with",
      answers: event.recipients.map(clean),
    },
  ];
}

function signatureItem(
  definition: PanelDefinition,
  section: Section,
  event: ConsentEventOf<"given">,
  dateText: DateText,
): SnapshotItem {
  const { signing, wording, giver } = event;
  const ways = definition.consent.ways;
  const how = ways.find(({ way }) => way === signing.way)?.label ?? signing.way;
  const aloud = wording.readAloud ? ", read aloud" : "";
  const interpreter = wording.interpreter ? `, interpreter ${wording.interpreter}` : "";
  return {
    kind: "signature",
    key: consentPath(section, "signature"),
    label: definition.consent.record.signature.label,
    statement: clean(signing.way === "typed" ? signing.declaration : wording.text),
    signedBy: clean(signing.way === "typed" ? signing.name : giver.name),
    how: clean(`${how}. Wording ${wording.version}, ${wording.language}${aloud}${interpreter}`),
    on: dateText(event.obtainedOn),
    ...(signing.way === "drawn" ? { drawn: copyDrawn(signing.signature) } : {}),
  };
}

const copyDrawn = ({
  width,
  height,
  strokes,
}: {
  width: number;
  height: number;
  strokes: readonly (readonly number[])[];
}) => ({
  width,
  height,
  strokes: strokes.map((stroke) => [...stroke]),
});

function groundItems(
  definition: PanelDefinition,
  section: Section,
  event: ConsentEventOf<"ground">,
  at: number,
  dateText: DateText,
): readonly SnapshotItem[] {
  const { withoutConsent } = definition.consent;
  const key = (part: string): string => `${consentPath(section, "ground")}/${at + 1}/${part}`;
  const answer = (part: string, label: string, text: string): SnapshotItem => ({
    kind: "answer",
    key: key(part),
    label,
    answer: text.trim() === "" ? null : clean(text),
  });
  const { informed, whyWithoutConsent } = event;
  const again = informed.reconsiderOn
    ? `To be looked at again ${dateText(informed.reconsiderOn as CalendarDate)}.`
    : "";
  const told = sentence(
    informed.answer === "yes" ? "Yes" : "No",
    [informed.because, again].filter(Boolean).join(" "),
  );
  return [
    {
      kind: "list",
      key: key("grounds"),
      label: "Ground for sharing without consent",
      answers: event.grounds.map(({ wording }) => clean(wording)),
    },
    answer("why", "Why without consent", sentence(whyWithoutConsent.wording, whyWithoutConsent.detail)),
    answer("reason", "Reason", event.reason),
    answer("necessity", withoutConsent.necessity.label, event.necessity),
    answer("informed", withoutConsent.informed.label, told),
    answer("decidedBy", "Decided by", `${named(event.decidedBy)}, ${dateText(event.decidedOn)}`),
  ];
}

function otherVoiceItems(section: Section, position: ConsentPosition): readonly SnapshotItem[] {
  const SAID = { given: "agreed", refused: "said no", withdrawn: "withdrew consent" } as const;
  return position.otherVoices.map((event, at) => ({
    kind: "note",
    key: `${consentPath(section, "decision")}/voice/${at + 1}`,
    label: "Another view",
    text: clean(`${event.giver.name} (${giverText(event.giver)}) ${SAID[event.kind]}.`),
  }));
}
