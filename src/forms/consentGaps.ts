/** What is still owed in the consent section: it holds a record of what happened, not answers [ASH-72]. */
import { formatCalendarDate } from "../domain/calendarDate.ts";
import type { ConsentPosition, ConsentState } from "../domain/consentPosition.ts";
import { type FieldPath, questionPath } from "./answers.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Section } from "./definition/section.ts";
import type { FieldError } from "./fieldError.ts";

/** Keys that the consent record uses in paths; no question of a consent section may have them. */
export const CONSENT_PARTS = [
  "awareness",
  "decision",
  "signature",
  "obtainedOn",
  "obtainedBy",
  "limits",
  "ground",
  "giver",
  "wording",
  "recipients",
  "review",
  "notSought",
] as const;
type ConsentPart = (typeof CONSENT_PARTS)[number];

/** The path that a part of the consent record is shown and linked under. */
export const consentPath = (section: Section, part: ConsentPart): FieldPath =>
  questionPath(section.key, part);

const REFUSED = {
  refused: "The person said no. Record the ground for sharing all the same, or do not send the referral",
  withdrawn:
    "The person withdrew consent. Record the ground for sharing all the same, or do not send the referral",
} as const;

type Rule = PanelDefinition["consent"]["rule"];
const OWED: Record<Rule, Record<Exclude<ConsentState, "given" | "givenInPart">, string>> = {
  orGround: {
    notRecorded: "Record what the person decided, or why you could not ask",
    couldNotAsk: "You could not ask the person. Record the ground for sharing without consent",
    ...REFUSED,
  },
  notRequired: {
    notRecorded: "Record what was decided about sharing, or why nothing was recorded",
    couldNotAsk:
      "You could not ask the person. Record the ground for sharing without consent, or why nothing more was recorded",
    ...REFUSED,
  },
};

export function consentGaps(
  definition: PanelDefinition,
  section: Section,
  position: ConsentPosition,
): readonly FieldError[] {
  const model = definition.consent;
  const gap = (part: ConsentPart, label: string, message: string): FieldError => ({
    path: consentPath(section, part),
    sectionKey: section.key,
    pageKey: undefined,
    label,
    message,
    kind: "missing",
  });
  const gaps: FieldError[] = [];
  if (!position.awareness) {
    gaps.push(gap("awareness", model.awareness.label, "Record whether the person knows about this referral"));
  }
  const sharing = sharingGap(model.rule, position);
  if (sharing) gaps.push(gap("decision", model.record.decision.label, sharing));
  return gaps;
}

/**
 * Why the referral may not be shared yet; undefined where consent stands or a ground does. A panel whose terms ask
 * for neither is content with the reason why nothing was recorded, but never against somebody’s no [GAP-17].
 */
export function sharingGap(rule: Rule, position: ConsentPosition): string | undefined {
  if (position.mayShare) return undefined;
  if (rule === "notRequired" && position.notSought) return undefined;
  const { answer, state } = position;
  if (state === "given" || state === "givenInPart") {
    const until = answer?.kind === "given" && answer.reviewOn;
    return until
      ? `Consent was good until ${formatCalendarDate(until)}. Ask again and record the answer, or record the ground for sharing`
      : undefined;
  }
  return OWED[rule][state];
}
