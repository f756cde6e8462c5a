/** A form that is kept while half made and becomes a record: what is typed, what is wrong with it, and saving it. */
import type { Accessor } from "solid-js";
import { unwrap } from "solid-js/store";
import type { Outcome, Problem } from "../../app/api.ts";
import { createAct } from "../act.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { createFieldErrors, type FieldErrors } from "../screens/parts/fieldErrors.ts";
import { createKeptDraft, type KeptDraft } from "./createKept.ts";
import type { Notes } from "./keeper.ts";

export type MadeForm<T extends object> = Omit<KeptDraft<T>, "problem"> & {
  readonly errors: FieldErrors;
  readonly busy: Accessor<boolean>;
  /** Why it was not saved, or why the latest typing is not safe. */
  readonly problem: Accessor<Problem | undefined>;
  /** Saves what is typed when nothing is wrong with it; shows what is wrong otherwise. */
  submit(): void;
};

/** See [Note: half-made screens]. */
export function createKeptForm<T extends object>(given: {
  notes: Notes;
  /** Under which it is kept: an id at most. */
  name: string;
  blank: T;
  /** `undefined` for each field that is right. */
  check: (draft: T) => readonly (FieldError | undefined)[];
  save: (draft: T) => Promise<Outcome<unknown>>;
  /** Empty again by then; `saved` is what became a record. */
  onSaved?: (saved: T) => void;
}): MadeForm<T> {
  const kept = createKeptDraft(given.notes, given.name, given.blank);
  const errors = createFieldErrors();
  const act = createAct(given.save);
  // What was wrong goes with what was typed.
  const clear = (): void => {
    kept.clear();
    errors.check([]);
  };
  const submit = async (): Promise<void> => {
    const typed = structuredClone(unwrap(kept.draft));
    if (!errors.check(given.check(typed)) || !(await act.run(typed))) return;
    clear();
    given.onSaved?.(typed);
  };
  return {
    ...kept,
    clear,
    errors,
    busy: act.busy,
    problem: () => act.problem() ?? kept.problem(),
    submit: () => void submit(),
  };
}
