/** From what was typed in the steps to the event that is kept. Pure: steps have checked what is needed. */
import { type CalendarDate, readDateParts } from "../../../domain/calendarDate.ts";
import type { ConsentEventOf, Giver, PersonNamed, ShownWording, Signing } from "../../../domain/consent.ts";
import type { DrawnSignature } from "../../../domain/drawnSignature.ts";
import type { EntryId } from "../../../domain/ids.ts";
import type { ConsentModel, ConsentWording } from "../../../forms/definition/consentModel.ts";
import type { PanelDefinition } from "../../../forms/definition.ts";
import type { DateText } from "../../kit/DateInput.tsx";
import type { ConsentDraft, Named } from "./draft.ts";

/** Of every event: whose information, who wrote it down, and what the device said of itself. */
export type Common = Pick<ConsentEventOf<"awareness">, "subject" | "recordedBy" | "deviceTime" | "offline">;

/** `{panel}` and `{recipients}` as the person reads them. */
export const fillWording = (text: string, definition: PanelDefinition): string =>
  text
    .replaceAll("{panel}", definition.name)
    .replaceAll("{recipients}", definition.consent.recipients.join(", "));

/** Everything on the page that is turned to the person, as one text. */
export const wordingText = (wording: ConsentWording, definition: PanelDefinition): string =>
  [wording.title, ...wording.paragraphs, wording.declaration]
    .map((part) => fillWording(part, definition))
    .join("\n\n");

export const awarenessEvent = (
  common: Common,
  aware: "yes" | "no" | "unsure",
  detail: string,
): ConsentEventOf<"awareness"> => ({ kind: "awareness", ...common, aware, ...some("detail", detail) });

export function givenEvent(
  common: Common,
  draft: ConsentDraft,
  definition: PanelDefinition,
  drawn: DrawnSignature | undefined,
): ConsentEventOf<"given"> {
  const { consent } = definition;
  return {
    kind: "given",
    ...common,
    giver: giverOf(draft, consent),
    extent: draft.answer === "partial" ? "partial" : "full",
    ...some("limits", draft.answer === "partial" ? draft.limits : ""),
    purpose: `Referral to the ${definition.name}`,
    recipients: consent.recipients,
    wording: shownWording(draft, definition),
    toldHowToWithdraw: draft.toldHowToWithdraw,
    signing: signingOf(draft, definition, drawn),
    obtainedOn: dateOf(draft.on),
  };
}

export const refusedEvent = (
  common: Common,
  draft: ConsentDraft,
  definition: PanelDefinition,
): ConsentEventOf<"refused"> => ({
  kind: "refused",
  ...common,
  giver: giverOf(draft, definition.consent),
  ...(draft.shown ? { wording: shownWording(draft, definition) } : {}),
  ...some("wishes", draft.wishes),
  on: dateOf(draft.on),
});

export const couldNotAskEvent = (
  common: Common,
  draft: ConsentDraft,
  model: ConsentModel,
): ConsentEventOf<"couldNotAsk"> => ({
  kind: "couldNotAsk",
  ...common,
  reason: wordedOf(model.withoutConsent.reasons, draft.reason),
  ...some("detail", draft.reasonDetail),
});

/** The labels of grounds are kept as they were shown: the law named in a definition may change later. */
export const groundEvent = (
  common: Common,
  draft: ConsentDraft,
  definition: PanelDefinition,
): ConsentEventOf<"ground"> => {
  const { withoutConsent, recipients } = definition.consent;
  return {
    kind: "ground",
    ...common,
    share: draft.share === "yes",
    grounds: draft.grounds.map((key) => wordedOf(withoutConsent.grounds, key)),
    whyWithoutConsent: {
      ...wordedOf(withoutConsent.reasons, draft.reason),
      ...some("detail", draft.reasonDetail),
    },
    reason: draft.groundReason.trim(),
    necessity: draft.necessity.trim(),
    recipients: draft.share === "yes" ? recipients : [],
    informed: {
      answer: draft.informed === "yes" ? "yes" : "no",
      ...some("because", draft.informedBecause),
    },
    ...some("wishes", draft.wishes),
    decidedBy: personOf(draft.decidedBy),
    ...(draft.advisedBy.name.trim() === "" ? {} : { advisedBy: [personOf(draft.advisedBy)] }),
    decidedOn: dateOf(draft.on),
  };
};

/** The decision not to share says why the earlier ground no longer holds. */
export const groundEndedEvent = (
  common: Common,
  ground: EntryId,
  draft: ConsentDraft,
): ConsentEventOf<"groundEnded"> => ({
  kind: "groundEnded",
  ...common,
  ground,
  reason: draft.groundReason.trim(),
});

export const withdrawnEvent = (
  common: Common,
  said: { giver: Giver; on: CalendarDate; how: string; told: readonly string[] },
): ConsentEventOf<"withdrawn"> => ({
  kind: "withdrawn",
  ...common,
  giver: said.giver,
  on: said.on,
  ...some("how", said.how),
  told: said.told,
});

export function giverOf(draft: ConsentDraft, model: ConsentModel): Giver {
  const decider = model.deciders.find(({ key }) => key === draft.decider);
  if (!decider) throw new Error("consent: nobody was chosen who decides");
  const self = decider.capacity === "self";
  return {
    name: draft.giverName.trim(),
    capacity: decider.capacity,
    ...(self ? {} : { relation: decider.label, ...some("evidence", draft.evidence) }),
    ...some("ability", draft.ability),
    decides: true,
  };
}

function shownWording(draft: ConsentDraft, definition: PanelDefinition): ShownWording {
  const wording = definition.consent.wordings.find(({ key }) => key === draft.wording);
  if (!wording) throw new Error("consent: no wording was chosen");
  const { key, version, language, format } = wording;
  return {
    key,
    version,
    language,
    format,
    text: wordingText(wording, definition),
    readAloud: draft.readAloud === "yes",
    ...some("interpreter", draft.interpreter),
  };
}

function signingOf(
  draft: ConsentDraft,
  definition: PanelDefinition,
  drawn: DrawnSignature | undefined,
): Signing {
  switch (draft.way) {
    case "drawn":
      if (!drawn) throw new Error("consent: nothing was drawn");
      return { way: "drawn", signature: drawn };
    case "typed":
      return { way: "typed", name: draft.typedName.trim(), declaration: declarationOf(draft, definition) };
    case "verbal": {
      const witness = draft.witness.name.trim() === "" ? {} : { witness: personOf(draft.witness) };
      return { way: "verbal", obtainedBy: personOf(draft.obtainedBy), ...witness };
    }
    case "paper":
      return { way: "paper", paper: draft.paperPlace.trim(), obtainedBy: personOf(draft.obtainedBy) };
    case "":
      throw new Error("consent: no way of signing was chosen");
  }
}

export const declarationOf = (draft: ConsentDraft, definition: PanelDefinition): string => {
  const wording = definition.consent.wordings.find(({ key }) => key === draft.wording);
  return wording ? fillWording(wording.declaration, definition) : "";
};

const personOf = ({ name, role, agency }: Named): PersonNamed => ({
  name: name.trim(),
  ...some("role", role),
  ...some("agency", agency),
});

function wordedOf(
  options: readonly { key: string; label: string }[],
  key: string,
): { key: string; wording: string } {
  const option = options.find((each) => each.key === key);
  if (!option) throw new Error("consent: the form has no such choice");
  return { key, wording: option.label };
}

/** Throws on a date that the step should have refused. */
export function dateOf(parts: DateText): CalendarDate {
  const read = readDateParts(parts);
  if (read.kind !== "date") throw new Error("consent: not a date");
  return read.date;
}

/** A field only where something was typed. */
function some<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  const trimmed = text.trim();
  return trimmed === "" ? {} : ({ [key]: trimmed } as Record<Key, string>);
}
