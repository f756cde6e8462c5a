/** What every step of the consent record is given. */
import type { SetStoreFunction } from "solid-js/store";
import type { Problem, Session } from "../../../app/api.ts";
import type { ConsentEvent } from "../../../domain/consent.ts";
import type { Act } from "../../act.ts";
import type { OpenForm } from "../DraftGate.tsx";
import type { ConsentDraft } from "./draft.ts";
import type { Common } from "./events.ts";

export const STEPS = [
  "aware",
  "who",
  "wording",
  "answer",
  "sign",
  "no",
  "not-asked",
  "not-sought",
  "ground",
  "law",
  "weighed",
  "informed",
  "decided",
  "withdraw",
  "tell",
  "end-ground",
  "mistake",
  "receipt",
] as const;
export type Step = (typeof STEPS)[number];

export const isStep = (text: unknown): text is Step => STEPS.some((step) => step === text);

export type StepProps = {
  session: Session;
  open: OpenForm;
  draft: ConsentDraft;
  set: SetStoreFunction<ConsentDraft>;
  /** Of the person whom the information is about, as answered; "" until then. */
  subjectName: () => string;
  /** Made when an event is, so that it carries that moment. */
  common: () => Common;
  record: Act<[events: readonly ConsentEvent[]], undefined>;
  /** Why the typing of this step is not kept on the device. */
  unsafe: () => Problem | undefined;
  /** The next step; undefined: back to what is recorded. */
  go: (step: Step | undefined) => void;
};

/**
 * Records events in order, then goes on: only when it is safe on the device. `spent`: what of the draft is a record
 * now, where the rest of it goes on to the next step.
 */
export function recordThen(
  props: StepProps,
  events: ConsentEvent | readonly ConsentEvent[],
  next: Step | undefined,
  spent: Partial<ConsentDraft> = {},
): void {
  void props.record.run([events].flat()).then((done) => {
    if (!done) return;
    props.set(spent);
    props.go(next);
  });
}
