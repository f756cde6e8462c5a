/** What is being recorded about consent, before it becomes an event. Kept on the device until then. */
import type { SIGNING_WAYS } from "../../../domain/consent.ts";
import type { DecidingBody } from "../../../forms/law/law.ts";
import type { DateText } from "../../kit/DateInput.tsx";

export type Named = { name: string; role: string; agency: string };

export type ConsentDraft = {
  aware: "" | "yes" | "no" | "unsure";
  awareDetail: string;
  /** Another person's view, recorded beside the deciding one. */
  beside: boolean;
  decider: string;
  giverName: string;
  evidence: string;
  ability: string;
  abilityBy: Named;
  abilityOn: DateText;
  /** Of the panel's recipients, those the person is not asked about; and those added by name. */
  notAsked: string[];
  added: string[];
  /** In the box, not yet on the list. */
  adding: string;
  wording: string;
  /** The wording as it was on the screen, large; "" until then. */
  shownText: string;
  readAloud: "" | "yes" | "no";
  interpreter: string;
  answer: "" | "full" | "partial" | "refused" | "couldNotAsk";
  limits: string;
  /** Limits by name: recipients that the person leaves out, and keys of categories. */
  leftOut: string[];
  keptBack: string[];
  way: "" | (typeof SIGNING_WAYS)[number];
  typedName: string;
  typedAgreed: boolean;
  obtainedBy: Named;
  witness: Named;
  paperPlace: string;
  /** The id of its photograph among the case's papers; "" for none. */
  paperAttached: string;
  on: DateText;
  toldHowToWithdraw: boolean;
  wishes: string;
  reason: string;
  reasonDetail: string;
  share: "" | "yes" | "no";
  grounds: string[];
  groundReason: string;
  body: "" | DecidingBody;
  /** A key of forms/law, or `UNSURE`. */
  basis: string;
  conditions: string[];
  gateways: string[];
  harm: string;
  urgency: "" | keyof typeof URGENCIES;
  necessity: string;
  information: string;
  /** Recipients who get nothing on this ground. */
  groundLeftOut: string[];
  informed: "" | "yes" | "no";
  informedBecause: string;
  reconsider: DateText;
  capacity: string;
  decidedBy: Named;
  advisedBy: Named;
  reviewOn: DateText;
  requestBy: string;
  requestReference: string;
  notSoughtReason: string;
  withdrawnHow: string;
  /** Names of recipients. */
  withdrawnTold: string[];
  /** Entries of grounds that end with the withdrawal, or by themselves. */
  ending: string[];
  endReason: string;
  toldNames: string[];
  toldOutcome: "" | "told" | "heldNothing";
  toldHow: string;
  toldBy: Named;
  /** The entry of an event that was a mistake. */
  mistake: string;
  mistakeReason: string;
};

/** Chosen in place of a basis in law, by whoever leaves it to somebody who knows. */
export const UNSURE = "unsure";

export const URGENCIES = {
  now: "Now: somebody is in danger, or will be within hours",
  soon: "Soon: within days",
  notUrgent: "Not urgent, but it will not get better by itself",
} as const;

const nobody = (): Named => ({ name: "", role: "", agency: "" });
const noDate = (): DateText => ({ day: "", month: "", year: "" });

/** `on` starts as today: most consent is recorded as it is given, and a date is then only confirmed. */
export const emptyDraft = (given: { me: Named; subjectName: string; today: DateText }): ConsentDraft => ({
  aware: "",
  awareDetail: "",
  beside: false,
  decider: "",
  giverName: given.subjectName,
  evidence: "",
  ability: "",
  abilityBy: { ...given.me },
  abilityOn: given.today,
  notAsked: [],
  added: [],
  adding: "",
  wording: "",
  shownText: "",
  readAloud: "",
  interpreter: "",
  answer: "",
  limits: "",
  leftOut: [],
  keptBack: [],
  way: "",
  typedName: "",
  typedAgreed: false,
  obtainedBy: { ...given.me },
  witness: nobody(),
  paperPlace: "",
  paperAttached: "",
  on: given.today,
  toldHowToWithdraw: false,
  wishes: "",
  reason: "",
  reasonDetail: "",
  share: "",
  grounds: [],
  groundReason: "",
  body: "",
  basis: "",
  conditions: [],
  gateways: [],
  harm: "",
  urgency: "",
  necessity: "",
  information: "",
  groundLeftOut: [],
  informed: "",
  informedBecause: "",
  reconsider: noDate(),
  capacity: "",
  decidedBy: { ...given.me },
  advisedBy: nobody(),
  reviewOn: noDate(),
  requestBy: "",
  requestReference: "",
  notSoughtReason: "",
  withdrawnHow: "",
  withdrawnTold: [],
  ending: [],
  endReason: "",
  toldNames: [],
  toldOutcome: "",
  toldHow: "",
  toldBy: { ...given.me },
  mistake: "",
  mistakeReason: "",
});
