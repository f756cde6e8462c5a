import type { CaseStatus } from "../domain/case/status.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { Likeness } from "../domain/likeness.ts";

/** Another case on this device that looks to be about the same person. Only what this person may read. */
export type AlikeCase = {
  readonly scope: ScopeId;
  readonly reference: string;
  readonly panelName: string;
  readonly status: CaseStatus;
  readonly mine: boolean;
  /** When it was decided, or last sent or changed. */
  readonly atMs: number;
  readonly likeness: Likeness;
};
