/** Minutes as they are shown and printed: the words, and what they are worth. */
import type { DrawnSignature } from "../../domain/drawnSignature.ts";
import type { Known } from "../../domain/known.ts";
import type { CopyOf } from "../copyOf.ts";
import type { CaseMinutes, MeetingMinutes } from "./shape.ts";

/** What lets somebody check the record who is not of the panel. */
export type PrintedProof = {
  readonly words: readonly string[];
  readonly code: string;
  /** The page that checks, without the code, as a person types it. */
  readonly address: string;
  /** The same page with the signature in it: what the code to scan says. */
  readonly link: string;
  /** The key that signed, in words: the panel knows it by them. */
  readonly keyWords: readonly string[];
  readonly files: {
    readonly record: string;
    readonly signature: string;
    readonly publicKey: string;
    /** Those of this copy, as signed. */
    readonly cases: readonly { readonly name: string; readonly text: string }[];
  };
};

export type MinutesStanding =
  | { readonly kind: "draft" }
  | {
      readonly kind: "final";
      /** False: published, where the panel's papers ask for no signature. */
      readonly signed: boolean;
      readonly name: string;
      readonly position: string;
      /** In words, e.g. "26 November 2026". */
      readonly on: string;
      readonly drawn: Known<DrawnSignature> | undefined;
      /** What signing meant, as it was read. */
      readonly meaning: string;
      /** Names exactly these words. */
      readonly hash: string;
      /** Why earlier minutes were amended by these; "" where they amend none. */
      readonly reason: string;
      /** The day on which later minutes replaced these, in words; undefined for those that count. */
      readonly supersededOn: string | undefined;
      /** Undefined for minutes signed before there were such proofs, and where the proof is not of these words. */
      readonly proof: PrintedProof | undefined;
    };

export type PrintedMinutes = {
  readonly meeting: MeetingMinutes;
  /** Those that the reader may read, in the order of the agenda. */
  readonly cases: readonly CaseMinutes[];
  readonly standing: MinutesStanding;
  /** Made for one reader. */
  readonly copy?: CopyOf | undefined;
};
