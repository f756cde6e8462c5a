/** A case brought on by one step, if it may follow the present one on what this device knows. */
import type { StatusRecord } from "../domain/case/caseFile.ts";
import { mayFollow, standingOf } from "../domain/case/status.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { Context } from "./context.ts";
import type { Outcome } from "./outcome.ts";

export const refuse = (
  kind: "not-allowed" | "changed-meanwhile" | "too-long",
): Extract<Outcome, { ok: false }> => ({
  ok: false,
  problem: { kind },
});

export async function takeStep(
  { library, scribe }: Context,
  scope: ScopeId,
  record: StatusRecord,
): Promise<Outcome> {
  const file = library.shelves.get(scope)?.file;
  if (!file) return refuse("not-allowed");
  const { status } = standingOf(file);
  return mayFollow(status, record.type) ? scribe.write(scope, [record]) : refuse("changed-meanwhile");
}
