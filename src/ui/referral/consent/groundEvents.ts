/** From what was typed in the steps about a ground to the events that are kept. Pure, like events.ts. */
import type { CalendarDate } from "../../../domain/calendarDate.ts";
import type { ConsentEventOf } from "../../../domain/consent.ts";
import type { EntryId } from "../../../domain/ids.ts";
import type { PanelDefinition } from "../../../forms/definition.ts";
import { LAW, type LawEntry, lawOffered, type LawKind, type OfferedLaw } from "../../../forms/law/law.ts";
import { type ConsentDraft, UNSURE, URGENCIES } from "./draft.ts";
import { type Common, dateIn, dateOf, personOf, some, wordedOf } from "./events.ts";

/** What may be chosen on the day it was decided, by the body that decided it. */
export function offeredTo(
  draft: ConsentDraft,
  definition: PanelDefinition,
  kind: LawKind,
  today: CalendarDate,
): OfferedLaw {
  if (draft.body === "") return { offered: [], notOffered: [] };
  const keys = definition.consent.withoutConsent.law;
  return lawOffered(kind, { on: dateIn(draft.on) ?? today, body: draft.body, keys });
}

/** What was chosen of it. Something chosen before the body or the day was changed does not count. */
export function reliedOn(
  draft: ConsentDraft,
  definition: PanelDefinition,
  today: CalendarDate,
): readonly LawEntry[] {
  const of = (kind: LawKind, keys: readonly string[]): readonly LawEntry[] =>
    offeredTo(draft, definition, kind, today).offered.filter(({ key }) => keys.includes(key));
  return [
    ...of("basis", [draft.basis]),
    ...of("condition", draft.conditions),
    ...of("gateway", draft.gateways),
  ];
}

/** The labels of grounds are kept as they were shown: the law named in a definition may change later. */
export const groundEvent = (
  common: Common,
  draft: ConsentDraft,
  definition: PanelDefinition,
  today: CalendarDate,
): ConsentEventOf<"ground"> => {
  const { withoutConsent, recipients } = definition.consent;
  const share = draft.share === "yes";
  const reconsiderOn = draft.informed === "no" ? dateIn(draft.reconsider) : undefined;
  const reviewOn = dateIn(draft.reviewOn);
  return {
    kind: "ground",
    ...common,
    share,
    grounds: draft.grounds.map((key) => wordedOf(withoutConsent.grounds, key)),
    whyWithoutConsent: {
      ...wordedOf(withoutConsent.reasons, draft.reason),
      ...some("law", withoutConsent.reasons.find(({ key }) => key === draft.reason)?.law ?? ""),
      ...some("detail", draft.reasonDetail),
    },
    reason: draft.groundReason.trim(),
    ...some("harm", draft.harm),
    ...(draft.urgency === "" ? {} : { urgency: { key: draft.urgency, wording: URGENCIES[draft.urgency] } }),
    necessity: draft.necessity.trim(),
    ...(share ? some("information", draft.information) : {}),
    recipients: share ? recipients.filter((name) => !draft.groundLeftOut.includes(name)) : [],
    informed: {
      answer: draft.informed === "yes" ? "yes" : "no",
      ...(draft.informed === "no" ? some("because", draft.informedBecause) : {}),
      ...(reconsiderOn ? { reconsiderOn } : {}),
    },
    ...some("wishes", draft.wishes),
    ...some("capacity", draft.capacity),
    ...(share ? basisOf(draft, definition, today) : {}),
    decidedBy: personOf(draft.decidedBy),
    ...(share && draft.body !== "" ? { decidingBody: draft.body } : {}),
    ...(draft.advisedBy.name.trim() === "" ? {} : { advisedBy: [personOf(draft.advisedBy)] }),
    decidedOn: dateOf(draft.on),
    ...(reviewOn ? { reviewOn } : {}),
    ...(draft.requestBy.trim() === ""
      ? {}
      : { request: { by: draft.requestBy.trim(), ...some("reference", draft.requestReference) } }),
  };
};

function basisOf(
  draft: ConsentDraft,
  definition: PanelDefinition,
  today: CalendarDate,
): Pick<ConsentEventOf<"ground">, "basis" | "basisToConfirm"> {
  if (draft.basis === UNSURE) return { basisToConfirm: true };
  const chosen = reliedOn(draft, definition, today);
  const [basis] = chosen;
  if (basis?.kind !== "basis") return {};
  return {
    basis: {
      article6: basis.law,
      reliedOn: chosen.map(({ key, kind, label, law }) => ({ key, kind, wording: label, law })),
      list: LAW.edition,
    },
  };
}

export const groundEndedEvent = (
  common: Common,
  ground: EntryId,
  reason: string,
): ConsentEventOf<"groundEnded"> => ({ kind: "groundEnded", ...common, ground, reason: reason.trim() });

export const mistakeEvent = (
  common: Common,
  event: EntryId,
  reason: string,
): ConsentEventOf<"recordedInError"> => ({
  kind: "recordedInError",
  ...common,
  event,
  reason: reason.trim(),
});
