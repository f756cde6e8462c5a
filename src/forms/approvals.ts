/**
 * Who has to agree before the panel hears a case: which approvals apply as things stand, where each stands, and
 * what keeps a referral from being sent. An approval is not undone by later changes of the answers: how many there
 * were is said beside it, and whoever reads it judges that.
 */
import { type CalendarDate, formatCalendarDate } from "../domain/calendarDate.ts";
import type { GivenApproval, HeldApproval } from "../domain/case/approvals.ts";
import type { Approval } from "./definition/approval.ts";
import { holds, type Reader } from "./evaluate.ts";

/** With the name of whoever was asked, for lines that people read. */
export type ListedApproval = HeldApproval & { readonly askedName: string };

/** What approvals go by where sections go by their keys: no section of a form has it. */
export const APPROVALS = "approvals";

export type ApprovalState =
  | { readonly kind: "notAsked" }
  | { readonly kind: "asked"; readonly name: string; readonly on: CalendarDate }
  | { readonly kind: "approved" | "consulted" | "sentBack"; readonly given: GivenApproval }
  | { readonly kind: "reason"; readonly reason: string };

/** Those that apply as things stand, in the order of the definition. */
export const askedApprovals = (reader: Reader): readonly Approval[] =>
  (reader.definition.approvals ?? []).filter(({ when }) => when === undefined || holds(reader, when));

export const heldFor = (key: string, held: readonly ListedApproval[]): ListedApproval | undefined =>
  held.find((each) => each.key === key);

/** An answer outranks a reason; one that sent the referral back stands until the person is asked again. */
export function approvalState(held: ListedApproval | undefined): ApprovalState {
  const given = held?.given.at(-1);
  if (given && given.outcome !== "sentBack") return { kind: given.outcome, given };
  if (held?.ask?.open) return { kind: "asked", name: held.askedName, on: held.ask.on };
  if (given) return { kind: "sentBack", given };
  if (held && held.reason !== "") return { kind: "reason", reason: held.reason };
  return { kind: "notAsked" };
}

/** A reason counts beside an open request too: the person may answer too late. */
export function isSettled(approval: Approval, held: ListedApproval | undefined): boolean {
  const { kind } = approvalState(held);
  switch (kind) {
    case "approved":
    case "consulted":
      return true;
    case "sentBack":
      return false;
    case "asked": {
      const goesWithout = mayGiveReason(approval, held) && held?.reason !== "";
      return approval.before === "meeting" || approval.required === undefined || goesWithout;
    }
    case "reason":
      return mayGiveReason(approval, held);
    case "notAsked":
      return approval.required === undefined;
  }
}

/** Where a reason will do, and nobody has said that the referral must not go as it stands. */
export const mayGiveReason = (approval: Approval, held: ListedApproval | undefined): boolean =>
  approval.required === "orReason" && held?.given.at(-1)?.outcome !== "sentBack";

export type ApprovalGap = { readonly key: string; readonly message: string };

/** What keeps the referral from being sent, in the order of the definition. */
export function approvalGaps(reader: Reader, held: readonly ListedApproval[]): readonly ApprovalGap[] {
  return askedApprovals(reader).flatMap((approval) => {
    const own = heldFor(approval.key, held);
    return isSettled(approval, own) ? [] : [{ key: approval.key, message: gapText(approval, own) }];
  });
}

function gapText(approval: Approval, held: ListedApproval | undefined): string {
  const state = approvalState(held);
  const orReason = mayGiveReason(approval, held) ? ", or say why the referral goes without it" : "";
  switch (state.kind) {
    case "asked":
      return `${approval.label}: wait for ${state.name} to answer${orReason}`;
    case "sentBack":
      return `${approval.label}: change what ${state.given.by.name} sent back, and ask again`;
    default:
      return `${approval.label}: ask them${orReason}`;
  }
}

/** "Approved by Lee Sample on 26 November 2026": where it stands, in a line. */
export function stateText(
  state: ApprovalState,
  date: (day: CalendarDate) => string = formatCalendarDate,
): string {
  switch (state.kind) {
    case "notAsked":
      return "Not asked";
    case "asked":
      return `Asked ${state.name} on ${date(state.on)}. No answer yet`;
    case "reason":
      return `Not asked. Reason: ${state.reason}`;
    default:
      return givenText(state.given, date);
  }
}

const VERBS = { approved: "Approved by", consulted: "Consulted:", sentBack: "Sent back by" } as const;

/** "Approved by Lee Sample, Head of Service, on 26 November 2026, spoken, taken down by Sam Sample". */
export function givenText(
  { outcome, by, on, how, takenBy, changedSince }: GivenApproval,
  date: (day: CalendarDate) => string = formatCalendarDate,
): string {
  const who = [by.name, by.position, by.agency]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
  const way = how === "app" ? [] : [how === "spoken" ? "spoken" : "on paper"];
  const taken = takenBy === undefined || takenBy === "" ? [] : [`taken down by ${takenBy}`];
  const line = [`${VERBS[outcome]} ${who}, on ${date(on)}`, ...way, ...taken].join(", ");
  return changedSince === 0 ? line : `${line}. ${changedText(changedSince)}`;
}

/** "2 answers changed since". */
export const changedText = (count: number): string =>
  count === 1 ? "1 answer changed since" : `${count} answers changed since`;
