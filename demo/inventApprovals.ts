/** Everybody whom a panel wants asked has said yes, by word of mouth, and every word of it is made up. */
import type { Session } from "../src/app/api.ts";
import type { ScopeId } from "../src/domain/ids.ts";
import { askedApprovals } from "../src/forms/approvals.ts";
import type { Reader } from "../src/forms/evaluate.ts";
import { ensure } from "./ensure.ts";

/** `but`: the key of one that is left open. */
export async function inventApprovals(
  session: Session,
  scope: ScopeId,
  reader: Reader,
  but?: string,
): Promise<void> {
  for (const { key, kind } of askedApprovals(reader)) {
    if (key === but) continue;
    ensure(
      await session.recordApproval(scope, key, {
        outcome: kind === "approval" ? "approved" : "consulted",
        words: "Invented: yes, and soon.",
        by: { name: "Invented manager" },
        on: reader.today,
        how: "spoken",
      }),
    );
  }
}
