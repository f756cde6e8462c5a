/** The minutes as they stand on this screen: composed afresh, or as they were signed. */
import type { MeetingView } from "../../../app/meetingTypes.ts";
import { type CheckedMinutes, type MinutesProof, minutesSource } from "../../../app/minutesTypes.ts";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import { signedMinutes, type SignedMinutes } from "../../../domain/meeting/minutes.ts";
import type { Signing } from "../../../app/minutesTypes.ts";
import { composeCase } from "../../../forms/minutes/caseMinutes.ts";
import { composeMeeting } from "../../../forms/minutes/meetingMinutes.ts";
import type { MinutesStanding, PrintedMinutes, PrintedProof } from "../../../forms/minutes/printed.ts";
import { readMeetingMinutes } from "../../../forms/minutes/shape.ts";
import { dateWords, dayOf } from "../../caseFile/when.ts";

export type Composed = Pick<Signing, "minutes" | "cases">;

export function composeAll(view: MeetingView): Composed {
  const source = minutesSource(view);
  const parts = (item: AgendaItem) => {
    const minutes = composeCase(source, item);
    return item.case && minutes ? [{ item: item.item, case: item.case, minutes }] : [];
  };
  return { minutes: composeMeeting(source), cases: view.agenda.flatMap(parts) };
}

/** Whether they say anything otherwise. */
export const minutesDiffer = (a: Composed, b: Composed): boolean => JSON.stringify(a) !== JSON.stringify(b);

export const draftOf = ({ minutes, cases }: Composed): PrintedMinutes => ({
  meeting: minutes,
  cases: cases.map((each) => each.minutes),
  standing: { kind: "draft" },
});

/** A draft that was sent round: its frame as sent, the cases as they are recorded now. */
export const sentDraft = (composed: Composed, text: string): PrintedMinutes => ({
  ...draftOf(composed),
  meeting: readMeetingMinutes(text) ?? composed.minutes,
});

export function standingOf(
  view: MeetingView,
  signed: SignedMinutes,
  checked: CheckedMinutes,
): MinutesStanding {
  const { record } = signed;
  const all = signedMinutes(view.file);
  const next = all[all.findIndex(({ entry }) => entry === signed.entry) + 1];
  return {
    kind: "final",
    signed: record.unsigned !== true,
    name: record.name,
    position: record.position ?? "",
    on: dateWords(record.on),
    drawn: record.signature,
    meaning: record.meaning,
    hash: record.hash,
    reason: record.amends === undefined ? "" : (record.reason ?? ""),
    supersededOn: next && dayOf(next.order[0]),
    proof: checked.proof && printedProof(checked.proof, checked),
  };
}

const printedProof = (proof: MinutesProof, { cases }: CheckedMinutes): PrintedProof => ({
  words: proof.words,
  code: proof.code,
  keyWords: proof.keyWords,
  address: `${location.host}/check`,
  link: `${location.origin}/check#${proof.payload}`,
  files: {
    record: proof.record,
    signature: proof.signatureFile,
    publicKey: proof.publicKeyFile,
    cases: cases.flatMap(({ text }, at) =>
      text === undefined ? [] : [{ name: `case-${at + 1}.json`, text }],
    ),
  },
});

/** Undefined where what was signed is no minutes that this version can read. */
export const printedOf = (
  view: MeetingView,
  signed: SignedMinutes,
  checked: CheckedMinutes,
): PrintedMinutes | undefined =>
  checked.meeting && {
    meeting: checked.meeting,
    cases: checked.cases.flatMap(({ minutes }) => minutes ?? []),
    standing: standingOf(view, signed, checked),
  };
