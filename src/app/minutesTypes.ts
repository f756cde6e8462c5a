/** Signing minutes, reading them back and handing them on. A part of the surface in api.ts. */
import type { ProofFiles } from "../crypto/signingDoor.ts";
import type { DrawnSignature } from "../domain/drawnSignature.ts";
import type { EntryId, ItemId, ScopeId } from "../domain/ids.ts";
import type { PrintedMinutes } from "../forms/minutes/printed.ts";
import type { CaseMinutes, MeetingMinutes } from "../forms/minutes/shape.ts";
import type { MinutesSource } from "../forms/minutes/source.ts";
import type { DocumentModel, ExportedPdf, ExportWish, TakenOut } from "./exportTypes.ts";
import type { MeetingView } from "./meetingTypes.ts";
import type { Outcome } from "./outcome.ts";

/** What is signed is exactly what is given here: the screen shows these same values. */
export type Signing = {
  readonly minutes: MeetingMinutes;
  readonly cases: readonly {
    readonly item: ItemId;
    readonly case: ScopeId;
    readonly minutes: CaseMinutes;
  }[];
  readonly name: string;
  readonly position: string;
  /** `none`: published without a signature. */
  readonly how: "drawn" | "typed" | "none";
  readonly signature: DrawnSignature | undefined;
  readonly meaning: string;
  readonly amends: EntryId | undefined;
  readonly reason: string;
};

/** `changed`: what lies here is not what was signed. `away`: the reader may not read the case, or it has not arrived. */
export type CheckedCase = {
  readonly item: ItemId;
  readonly case: ScopeId;
  readonly state: "right" | "changed" | "away";
  /** As signed, where it is right. */
  readonly text: string | undefined;
  readonly minutes: CaseMinutes | undefined;
};

/** A signature that anybody can check: what is printed and handed over with the minutes. */
export type MinutesProof = ProofFiles & { readonly record: string };

export type CheckedMinutes = {
  /** What is said of the meeting, and which cases belong to it, is what was signed. */
  readonly right: boolean;
  readonly meeting: MeetingMinutes | undefined;
  /** Undefined where none was made, or it is not one of this record: then `right` is false as well. */
  readonly proof: MinutesProof | undefined;
  readonly cases: readonly CheckedCase[];
};

export type MinutesActions = {
  /**
   * Keeps what each case says in that case, then signs the whole in the meeting. By a chair; publishing without a
   * signature by a co-ordinator too, where the panel's papers ask for none.
   */
  signMinutes(meeting: string, signing: Signing): Promise<Outcome>;
  /** What was signed, each part checked against its name. Undefined while unknown. */
  readMinutes(meeting: string, signed: EntryId): Promise<CheckedMinutes | undefined>;
  /** As the PDF says it, the code to scan among it. */
  composeMinutes(printed: PrintedMinutes): DocumentModel;
  exportMinutes(printed: PrintedMinutes, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
  /** Those that were signed as this entry left the app: in the meeting, and in the history of every case in them. */
  recordMinutes(meeting: string, signed: EntryId, taken: TakenOut): Promise<Outcome>;
};

/** What minutes are composed from, out of what screens see. */
export const minutesSource = (view: MeetingView): MinutesSource => ({
  ...view,
  cases: new Map(
    [...view.cases].map(([scope, { summary, file }]) => [scope, { subject: summary.subject, file }]),
  ),
});
