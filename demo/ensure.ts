import type { Outcome } from "../src/app/outcome.ts";

/** What an act gave; throws where it was refused, which nothing that is only being made ready may be. */
export function ensure<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.kind}`);
  return outcome.value;
}
