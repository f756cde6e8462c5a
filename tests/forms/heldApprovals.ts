/** What was asked and said about one approval, as the forms are given it. */
import type { GivenApproval } from "../../src/domain/case/approvals.ts";
import { userId } from "../domain/stamped.ts";
import type { ListedApproval } from "../../src/forms/approvals.ts";
import { day, entryId } from "./fixtures.ts";

const nothing = (key: string): ListedApproval => ({
  key,
  ask: undefined,
  given: [],
  reason: "",
  askedName: "",
});

/** Of Lee Sample, two days ago. */
export const asked = (key: string, before: ListedApproval = nothing(key)): ListedApproval => ({
  ...before,
  ask: { entry: entryId(1), user: userId(2), words: "", on: day("2026-11-24"), open: true },
  askedName: "Lee Sample (Health)",
});

export const said = (
  key: string,
  outcome: GivenApproval["outcome"],
  more: Partial<GivenApproval> = {},
): ListedApproval => ({
  ...nothing(key),
  given: [
    {
      entry: entryId(2),
      outcome,
      words: "",
      by: { name: "Lee Sample", position: "Head of Service" },
      on: day("2026-11-25"),
      how: "app",
      changedSince: 0,
      ...more,
    },
  ],
});

/** Whatever kind it is: settled. */
export const saidYes = (key: string): ListedApproval => said(key, "approved");

export const withReason = (key: string, reason: string): ListedApproval => ({ ...nothing(key), reason });
