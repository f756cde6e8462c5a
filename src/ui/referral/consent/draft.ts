/** What is being recorded about consent, before it becomes an event. Kept on the device until then. */
import type { SIGNING_WAYS } from "../../../domain/consent.ts";
import type { DateText } from "../../kit/DateInput.tsx";

export type Named = { name: string; role: string; agency: string };

export type ConsentDraft = {
  aware: "" | "yes" | "no" | "unsure";
  awareDetail: string;
  decider: string;
  giverName: string;
  evidence: string;
  ability: string;
  wording: string;
  /** The wording was on the screen, large. */
  shown: boolean;
  readAloud: "" | "yes" | "no";
  interpreter: string;
  answer: "" | "full" | "partial" | "refused" | "couldNotAsk";
  limits: string;
  way: "" | (typeof SIGNING_WAYS)[number];
  typedName: string;
  typedAgreed: boolean;
  obtainedBy: Named;
  witness: Named;
  paperPlace: string;
  on: DateText;
  toldHowToWithdraw: boolean;
  wishes: string;
  reason: string;
  reasonDetail: string;
  share: "" | "yes" | "no";
  grounds: string[];
  groundReason: string;
  necessity: string;
  informed: "" | "yes" | "no";
  informedBecause: string;
  decidedBy: Named;
  advisedBy: Named;
  withdrawnHow: string;
  /** Names of recipients. */
  withdrawnTold: string[];
};

const nobody = (): Named => ({ name: "", role: "", agency: "" });

/** `on` starts as today: most consent is recorded as it is given, and a date is then only confirmed. */
export const emptyDraft = (given: { me: Named; subjectName: string; today: DateText }): ConsentDraft => ({
  aware: "",
  awareDetail: "",
  decider: "",
  giverName: given.subjectName,
  evidence: "",
  ability: "",
  wording: "",
  shown: false,
  readAloud: "",
  interpreter: "",
  answer: "",
  limits: "",
  way: "",
  typedName: "",
  typedAgreed: false,
  obtainedBy: { ...given.me },
  witness: nobody(),
  paperPlace: "",
  on: given.today,
  toldHowToWithdraw: false,
  wishes: "",
  reason: "",
  reasonDetail: "",
  share: "",
  grounds: [],
  groundReason: "",
  necessity: "",
  informed: "",
  informedBecause: "",
  decidedBy: { ...given.me },
  advisedBy: nobody(),
  withdrawnHow: "",
  withdrawnTold: [],
});
