/** A case in a list, and where records stand. A part of the surface in api.ts. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { CaseStatus } from "../domain/case/status.ts";
import type { ConsentTask } from "../domain/consentTasks.ts";
import type { ScopeId, UserId } from "../domain/ids.ts";
import type { OpenAsk } from "./approvalTypes.ts";
import type { TriageSummary } from "./triageTypes.ts";

/** Where a record stands. `sending`: on this device, not yet acknowledged by the server. */
export type RecordPlace = "this-device" | "sending" | "on-server" | "refused";

export type CaseSummary = TriageSummary & {
  readonly scope: ScopeId;
  readonly reference: string;
  readonly panelName: string;
  readonly definitionId: string;
  /** Of the person the case is about, as answered; "" until then. Never in titles, addresses or file names. */
  readonly subject: string;
  readonly status: CaseStatus;
  readonly mine: boolean;
  readonly author: UserId;
  readonly updatedMs: number;
  readonly submittedMs: number | undefined;
  /** When it was last submitted, by its author's device: what it is in time for counts from there. */
  readonly sentMs: number | undefined;
  /** When the server took the latest submission, by its clock. Known where it was sent from. */
  readonly arrivedMs: number | undefined;
  readonly place: RecordPlace;
  /** For a draft: "3 of 9 sections". */
  readonly progress: { readonly complete: number; readonly total: number } | undefined;
  /** What its consent record asks somebody to do now. */
  readonly consentTasks: readonly ConsentTask[];
  /** Sent again after a return: the co-ordinator asked, and has been answered. */
  readonly answered: boolean;
  /** Changed since it was sent: the panel sees that only once the author sends a correction. */
  readonly unsentChanges: boolean;
  /** For a returned one: how many gaps the co-ordinator named. */
  readonly gaps: number;
  /** What this person was asked about it and has not answered. */
  readonly openAsks: readonly OpenAsk[];
  /** Reports of progress that the panel asked this person for, and has not had. */
  readonly reportsOwed: number;
  /** For the author: approvals that were sent back and not asked for again. */
  readonly sentBack: number;
  /** Times that run for the panel about it, soonest first: a request that has to be answered. */
  readonly clocks: readonly { readonly log: string; readonly label: string; readonly due: CalendarDate }[];
  /** Entries of this case that wait, were quarantined, or are known to be missing. */
  readonly trouble: number;
};
