/**
 * What the screen offers at each step of a case. The steps, their order and their words are the panel's own; some
 * names of steps are known and bring something of their own with them. What a panel's steps do not bring is put
 * where every panel needs it, so that a panel with steps of its own naming works as well.
 */
import type { PanelDefinition } from "../../../forms/definition.ts";

export type Control =
  | "quorum"
  | "earlierActions"
  | "agencyNotes"
  | "decision"
  | "riskLevel"
  | "report"
  | "actions";

export type CasePart = {
  /** Under which its note is kept; undefined for a part without a note of its own. */
  readonly key: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly controls: readonly Control[];
};

const BROUGHT: Readonly<Record<string, Control>> = {
  quorum: "quorum",
  earlierActions: "earlierActions",
  updates: "agencyNotes",
  comments: "agencyNotes",
  background: "agencyNotes",
  research: "agencyNotes",
  suitability: "decision",
  riskLevel: "riskLevel",
  reporting: "report",
  actions: "actions",
};

const TITLES: Readonly<Record<Control, string>> = {
  quorum: "Who has to be here",
  earlierActions: "Earlier actions",
  agencyNotes: "What the agencies know",
  decision: "Decision",
  riskLevel: "Level of risk",
  report: "Progress report",
  actions: "Actions",
};

export function casePartsOf({ meeting, minutes, outcomes, deadlines }: PanelDefinition): readonly CasePart[] {
  const steps = meeting.perCase.map(({ key, text, heading }): CasePart => {
    const control = Object.hasOwn(BROUGHT, key) ? BROUGHT[key] : undefined;
    return { key, title: heading ?? titleFrom(key), text, controls: control ? [control] : [] };
  });
  const has = (control: Control) => steps.some(({ controls }) => controls.includes(control));
  const alone = (control: Control, text = ""): readonly CasePart[] =>
    has(control) ? [] : [{ key: undefined, title: TITLES[control], text, controls: [control] }];
  const noted = (key: string, title: string): readonly CasePart[] =>
    meeting.perCase.some((each) => each.key === key) ? [] : [{ key, title, text: "", controls: [] }];
  const wantsRisk = minutes.sections.some(({ key }) => key === "risk" || key === "riskLevel");
  const wantsReport =
    deadlines.some(({ step }) => step === "reportBack") || outcomes.some(({ key }) => key === "progress");
  const last = minutes.sections.some(({ key }) => key === "summary")
    ? noted("summary", "Chair’s summary")
    : [];
  return [
    ...(meeting.quorum.rule === "none" ? [] : alone("quorum", meeting.quorum.text)),
    ...alone("earlierActions"),
    ...steps,
    ...alone("agencyNotes"),
    ...(outcomes.some(({ key }) => key === "voice") ? noted("voice", "What the person says") : []),
    ...(wantsRisk ? alone("riskLevel") : []),
    ...alone("decision"),
    ...alone("actions"),
    ...(wantsReport ? alone("report") : []),
    ...last,
  ];
}

/** "keyPerson" as "Key person". */
function titleFrom(key: string): string {
  const words = key.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
