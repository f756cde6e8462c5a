/** What is still owed in the consent section: it holds a record of what happened, not answers [ASH-72]. */
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
] as const;
type ConsentPart = (typeof CONSENT_PARTS)[number];

/** The path that a part of the consent record is shown and linked under. */
export const consentPath = (section: Section, part: ConsentPart): FieldPath =>
  questionPath(section.key, part);

const OWED: Record<Exclude<ConsentState, "given" | "givenInPart">, string> = {
  notRecorded: "Record what the person decided, or why you could not ask",
  refused: "The person said no. Record the ground for sharing all the same, or do not send the referral",
  couldNotAsk: "You could not ask the person. Record the ground for sharing without consent",
  withdrawn:
    "The person withdrew consent. Record the ground for sharing all the same, or do not send the referral",
};

export function consentGaps(
  definition: PanelDefinition,
  section: Section,
  position: ConsentPosition,
): readonly FieldError[] {
  const model = definition.consent;
  if (model.rule === "notRequired") return [];
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
  const sharing = sharingGap(position);
  if (sharing) gaps.push(gap("decision", model.record.decision.label, sharing));
  return gaps;
}

/** Why the referral may not be shared yet; undefined where consent stands or a ground does. */
export function sharingGap(position: ConsentPosition): string | undefined {
  if (position.mayShare || position.state === "given" || position.state === "givenInPart") return undefined;
  return OWED[position.state];
}
