/** Cases in lists: a state, and one line that says what matters about it now. */
import type { CaseSummary, RecordPlace } from "../../app/api.ts";
import type { CaseStatus } from "../../domain/case/status.ts";
import { STATUS_NAMES } from "../../domain/case/status.ts";
import { ageOf } from "../caseFile/when.ts";
import type { Tone } from "../kit/Tag.tsx";
import { timeWords } from "./safety.ts";

const TONES = {
  draft: "neutral",
  submitted: "info",
  returned: "warn",
  accepted: "good",
  declined: "neutral",
  "settled-outside": "neutral",
  withdrawn: "neutral",
} satisfies Record<CaseStatus, Tone>;

export const caseTag = (status: CaseStatus): { text: string; tone: Tone } => ({
  text: STATUS_NAMES[status],
  tone: TONES[status],
});

/** In the queue every case waits: what differs is how far those who decide have come with it. */
export function queueTag({ looked }: CaseSummary): { text: string; tone?: Tone } {
  if (looked.points > 0) return { text: `${looked.points} of ${looked.of} points answered` };
  return looked.opened ? { text: "Read" } : { text: "New", tone: "info" };
}

/** The person's name as answered; on screens only. */
export const caseTitle = (summary: CaseSummary): string => {
  if (summary.subject.trim() !== "") return summary.subject;
  return summary.reference === "" ? "Referral without a name yet" : summary.reference;
};

const PLACES = {
  "this-device": "only on this device",
  sending: "not yet on the server",
  "on-server": undefined,
  refused: "refused by the server",
} satisfies Record<RecordPlace, string | undefined>;

/** "CCP-4K2 · Ashfield · 3 of 9 sections · saved 10:42 · only on this device". */
export function caseHint(summary: CaseSummary, nowMs: number): string {
  const { progress } = summary;
  const trouble =
    summary.trouble === 1
      ? "1 part missing"
      : summary.trouble > 1
        ? `${summary.trouble} parts missing`
        : undefined;
  const parts = [
    summary.reference === caseTitle(summary) ? undefined : summary.reference,
    summary.panelName,
    summary.status === "draft" && progress ? `${progress.complete} of ${progress.total} sections` : undefined,
    summary.status === "returned" && summary.gaps > 0
      ? `${summary.gaps} ${summary.gaps === 1 ? "gap" : "gaps"} to answer`
      : undefined,
    summary.mine && summary.sentBack > 0
      ? `${summary.sentBack} ${summary.sentBack === 1 ? "approval" : "approvals"} sent back`
      : undefined,
    summary.answered ? "answered after a return" : undefined,
    summary.unsentChanges && summary.mine ? "changed since it was sent: send a correction" : undefined,
    whenText(summary, nowMs),
    PLACES[summary.place],
    trouble,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

function whenText(summary: CaseSummary, nowMs: number): string {
  if (summary.status === "draft" || summary.status === "returned" || summary.submittedMs === undefined) {
    return `saved ${timeWords(summary.updatedMs, nowMs)}`;
  }
  const age = ageOf(summary.submittedMs, nowMs);
  return age === "today" ? "sent today" : `sent ${age} ago`;
}
