/** An act of the person that may fail: one at a time, and what went wrong is kept to be shown. */
import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { Outcome, Problem } from "../app/api.ts";

export type Act<Args extends readonly unknown[], T> = {
  readonly busy: Accessor<boolean>;
  /** Of the latest try; undefined once another begins. */
  readonly problem: Accessor<Problem | undefined>;
  /** Undefined when one is already under way, or when it failed: a second press does nothing. */
  run(...args: Args): Promise<{ readonly value: T } | undefined>;
  clear(): void;
};

export function createAct<Args extends readonly unknown[], T>(
  act: (...args: Args) => Promise<Outcome<T>>,
): Act<Args, T> {
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  return {
    busy,
    problem,
    async run(...args) {
      if (busy()) return undefined;
      setBusy(true);
      setProblem(undefined);
      try {
        const outcome = await act(...args);
        if (outcome.ok) return { value: outcome.value };
        setProblem(outcome.problem);
      } catch {
        // A fault of ours. The screen stays as it is, with everything that was typed.
        setProblem({ kind: "unexpected" });
      } finally {
        setBusy(false);
      }
      return undefined;
    },
    clear: () => setProblem(undefined),
  };
}
