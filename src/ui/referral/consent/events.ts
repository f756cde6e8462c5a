/** From what was typed in the steps to the event that is kept. Pure: steps have checked what is needed. */
import { type CalendarDate, readDateParts } from "../../../domain/calendarDate.ts";
import type { ConsentEventOf, Giver, PersonNamed, ShownWording, Signing } from "../../../domain/consent.ts";
import { addMonths } from "../../../domain/days.ts";
import type { DrawnSignature } from "../../../domain/drawnSignature.ts";
import type { ConsentModel, ConsentWording } from "../../../forms/definition/consentModel.ts";
import type { PanelDefinition } from "../../../forms/definition.ts";
import type { DateText } from "../../kit/DateInput.tsx";
import type { ConsentDraft, Named } from "./draft.ts";

/** Of every event: whose information, who wrote it down, and what the device said of itself. */
export type Common = Pick<ConsentEventOf<"awareness">, "subject" | "recordedBy" | "deviceTime" | "offline">;

/** `{panel}` and `{recipients}` as the person reads them. */
export const fillWording = (
  text: string,
  definition: PanelDefinition,
  recipients: readonly string[],
): string => text.replaceAll("{panel}", definition.name).replaceAll("{recipients}", recipients.join(", "));

/** Everything on the page that is turned to the person, as one text. */
export const wordingText = (
  wording: ConsentWording,
  definition: PanelDefinition,
  recipients: readonly string[],
): string =>
  [wording.title, ...wording.paragraphs, wording.declaration]
    .map((part) => fillWording(part, definition, recipients))
    .join("\n\n");

/** By name, whom the person is asked about: the panel's list, less those unticked, and those added. */
export const askedAbout = (draft: ConsentDraft, { consent }: PanelDefinition): readonly string[] => [
  ...consent.recipients.filter((name) => !draft.notAsked.includes(name)),
  ...draft.added.filter((name) => !draft.notAsked.includes(name)),
];

/** Whom they agreed to: less those they left out. */
export const agreedTo = (draft: ConsentDraft, definition: PanelDefinition): readonly string[] =>
  askedAbout(draft, definition).filter((name) => draft.answer !== "partial" || !draft.leftOut.includes(name));

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
  const obtainedOn = dateOf(draft.on);
  const partial = draft.answer === "partial";
  return {
    kind: "given",
    ...common,
    giver: giverOf(draft, consent),
    extent: partial ? "partial" : "full",
    ...some("limits", partial ? draft.limits : ""),
    purpose: `Referral to the ${definition.name}`,
    recipients: agreedTo(draft, definition),
    ...(partial ? { excluded: excludedBy(draft, definition) } : {}),
    wording: shownWording(draft, definition),
    toldHowToWithdraw: draft.toldHowToWithdraw,
    signing: signingOf(draft, definition, drawn),
    obtainedOn,
    ...(consent.reviewAfterMonths === null
      ? {}
      : { reviewOn: addMonths(obtainedOn, consent.reviewAfterMonths) }),
  };
}

const excludedBy = (draft: ConsentDraft, definition: PanelDefinition) => ({
  recipients: askedAbout(draft, definition).filter((name) => draft.leftOut.includes(name)),
  categories: (definition.consent.categories ?? [])
    .filter(({ key }) => draft.keptBack.includes(key))
    .map(({ key, label }) => ({ key, wording: label })),
});

export const refusedEvent = (
  common: Common,
  draft: ConsentDraft,
  definition: PanelDefinition,
): ConsentEventOf<"refused"> => ({
  kind: "refused",
  ...common,
  giver: giverOf(draft, definition.consent),
  ...(draft.wording !== "" && (draft.shownText !== "" || draft.readAloud === "yes")
    ? { wording: shownWording(draft, definition) }
    : {}),
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

export const withdrawnEvent = (
  common: Common,
  said: {
    giver: Giver;
    on: CalendarDate;
    how: string;
    recipients: readonly string[];
    told: readonly string[];
  },
): ConsentEventOf<"withdrawn"> => ({
  kind: "withdrawn",
  ...common,
  giver: said.giver,
  on: said.on,
  ...some("how", said.how),
  recipients: said.recipients,
  told: said.told,
});

export const toldEvent = (common: Common, draft: ConsentDraft): ConsentEventOf<"recipientsTold"> => ({
  kind: "recipientsTold",
  ...common,
  names: [...draft.toldNames],
  outcome: draft.toldOutcome === "heldNothing" ? "heldNothing" : "told",
  on: dateOf(draft.on),
  by: personOf(draft.toldBy),
  ...some("how", draft.toldHow),
});

/** What the panel says about asking for nothing is kept as it was shown. */
export const notSoughtEvent = (
  common: Common,
  draft: ConsentDraft,
  model: ConsentModel,
): ConsentEventOf<"notSought"> => ({
  kind: "notSought",
  ...common,
  statement: model.notRequired?.statement ?? "",
  reason: draft.notSoughtReason.trim(),
});

export function giverOf(draft: ConsentDraft, model: ConsentModel): Giver {
  const decider = model.deciders.find(({ key }) => key === draft.decider);
  if (!decider) throw new Error("consent: nobody was chosen who decides");
  const self = decider.capacity === "self";
  return {
    name: draft.giverName.trim(),
    capacity: decider.capacity,
    decider: decider.key,
    ...(self ? {} : { relation: decider.label, ...some("evidence", draft.evidence) }),
    ...(decider.ability && draft.ability.trim() !== "" ? abilityOf(draft) : {}),
    decides: !draft.beside,
  };
}

const abilityOf = (draft: ConsentDraft) => ({
  ability: draft.ability.trim(),
  ...(draft.abilityBy.name.trim() === ""
    ? {}
    : { abilityJudged: { by: personOf(draft.abilityBy), on: dateOf(draft.abilityOn) } }),
});

function shownWording(draft: ConsentDraft, definition: PanelDefinition): ShownWording {
  const wording = definition.consent.wordings.find(({ key }) => key === draft.wording);
  if (!wording) throw new Error("consent: no wording was chosen");
  const { key, version, language, format } = wording;
  return {
    key,
    version,
    language,
    format,
    // Read aloud without being shown: then it is what would have been shown.
    text: draft.shownText || wordingText(wording, definition, askedAbout(draft, definition)),
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
      return {
        way: "paper",
        paper: draft.paperPlace.trim(),
        ...some("attached", draft.paperAttached),
        obtainedBy: personOf(draft.obtainedBy),
      };
    case "":
      throw new Error("consent: no way of signing was chosen");
  }
}

export const declarationOf = (draft: ConsentDraft, definition: PanelDefinition): string => {
  const wording = definition.consent.wordings.find(({ key }) => key === draft.wording);
  return wording ? fillWording(wording.declaration, definition, askedAbout(draft, definition)) : "";
};

export const personOf = ({ name, role, agency }: Named): PersonNamed => ({
  name: name.trim(),
  ...some("role", role),
  ...some("agency", agency),
});

export function wordedOf(
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

/** Of a date that may be left empty. */
export const dateIn = (parts: DateText): CalendarDate | undefined => {
  const read = readDateParts(parts);
  return read.kind === "date" ? read.date : undefined;
};

/** A field only where something was typed. */
export function some<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  const trimmed = text.trim();
  return trimmed === "" ? {} : ({ [key]: trimmed } as Record<Key, string>);
}
