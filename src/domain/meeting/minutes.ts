/** The minutes of a meeting on their way: drafts and what people said of them, what was signed, who has read it. */
import { compareHappened, type Happened, ofType } from "../happened.ts";
import type { UserId } from "../ids.ts";
import { mayLead, mayMinute } from "../roles.ts";
import type { MeetingFile, MeetingStep } from "./meetingFile.ts";

type Of<T extends MeetingStep["type"]> = Extract<MeetingStep, { type: T }>;
export type SignedMinutes = Happened<Of<"minutes-signed">>;
export type DraftedMinutes = Happened<Of<"minutes-drafted">>;

/** Oldest first. A chair signs; a co-ordinator may publish minutes that nobody signs, and signs for no chair. */
export const signedMinutes = (file: MeetingFile): readonly SignedMinutes[] =>
  ofType(file.steps, "minutes-signed").filter(counts);

const counts = ({ roles, record }: SignedMinutes): boolean =>
  record.unsigned === true ? mayLead(roles) : roles.includes("chair");

/** Those that count now: every earlier one is superseded. */
export const currentMinutes = (file: MeetingFile): SignedMinutes | undefined => signedMinutes(file).at(-1);

/** The last draft sent round, unless minutes were signed since. */
export function openDraft(file: MeetingFile): DraftedMinutes | undefined {
  const draft = ofType(file.steps, "minutes-drafted").findLast(({ roles }) => mayMinute(roles));
  const signed = currentMinutes(file);
  return draft && signed && compareHappened(signed, draft) > 0 ? undefined : draft;
}

/** Everybody's last word on a draft, in the order given. */
export function accuracyOf(file: MeetingFile, draft: DraftedMinutes): readonly Happened<Of<"accuracy">>[] {
  const said = new Map<UserId, Happened<Of<"accuracy">>>();
  for (const step of ofType(file.steps, "accuracy")) {
    if (step.record.draft === draft.entry) said.set(step.author, step);
  }
  return [...said.values()];
}

/** As `meeting-read` says of minutes. */
export const READ_MINUTES = "minutes";

export type Receipt = {
  readonly user: UserId;
  readonly atMs: number;
  /** They read what was signed before, and not what counts now. */
  readonly superseded: boolean;
};

/** Who has read the signed minutes, by their own word: the last reading of each. */
export function receiptsOf(file: MeetingFile): readonly Receipt[] {
  const current = currentMinutes(file);
  if (!current) return [];
  const read = new Map<UserId, Receipt>();
  for (const { author, order, record } of ofType(file.steps, "meeting-read")) {
    if (record.what !== READ_MINUTES) continue;
    const superseded = order[0] < current.order[0];
    read.set(author, { user: author, atMs: order[0], superseded });
  }
  return [...read.values()];
}
