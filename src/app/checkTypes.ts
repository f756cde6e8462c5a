/** Checking minutes from outside: what the page is told. Nobody is signed in, and nothing is sent. */
import type { DetachedCheck } from "../crypto/cms.ts";
import type { ReadCode } from "../crypto/recordProof.ts";
import type { RecordCheck } from "../crypto/signingDoor.ts";
import type { RecordFile } from "../forms/minutes/recordFile.ts";

/**
 * Of a PDF as it is. "added": what was signed is unchanged, and something stands after it. "several", "odd": signed in a way
 * that leaves room for more than a signature.
 */
export type FileJudgement = DetachedCheck | { readonly kind: "unsigned" | "several" | "odd" | "added" };

export type RecordJudgement = RecordCheck & {
  /** Undefined for what this version cannot show whole. */
  readonly record: RecordFile | undefined;
  /** Its hash names what it says of the meeting, and its cases. */
  readonly whole: boolean;
  /** Files of cases that came with it. "foreign": of no case of this record. */
  readonly cases: readonly { readonly name: string; readonly state: "right" | "foreign" }[];
};

export type Judged = {
  /** Where a PDF was given. */
  readonly file: FileJudgement | undefined;
  /** Why there is no record to judge; undefined where there is one. */
  readonly missing: "locked" | "damaged" | "none" | undefined;
  readonly record: RecordJudgement | undefined;
};

/** What stands on paper, as it was typed or scanned. */
export type PaperCode =
  | { readonly kind: "link"; readonly code: ReadCode }
  | { readonly kind: "short"; readonly text: string }
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "none" };

export type Checker = {
  /** A PDF, or a record with its `.minisig` and `.pub`, and files of cases. `password`: of the PDF, "" for none. */
  judge(files: readonly File[], password: string): Promise<Judged>;
  readCode(typed: string): Promise<PaperCode>;
  /** What the code in a photo, or in one frame of a camera, says. A frame is given away. Undefined where none can be read. */
  readPicture(picture: Blob | ImageBitmap): Promise<string | undefined>;
};

/** Whether paper and record are about the same. Words and short codes name a record, and no signature. */
export function isSameRecord(
  paper: PaperCode,
  { words, code }: Pick<RecordCheck, "words" | "code">,
): boolean {
  switch (paper.kind) {
    case "link":
      return paper.code.words.join(" ") === words.join(" ") && paper.code.code === code;
    case "words":
      return paper.text === words.join(" ");
    case "short":
      return paper.text === code.replaceAll("-", "");
    case "none":
      return false;
  }
}
