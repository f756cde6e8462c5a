/** Papers as screens see them, and what can be done with them. */
import type { PaperId, ScopeId } from "../domain/ids.ts";
import type { Outcome } from "./outcome.ts";

export type { PaperId } from "../domain/ids.ts";

export type PaperView = {
  readonly id: PaperId;
  /** A key of the definition's papers, "other", or "consentSheet" for a photographed consent. */
  readonly kind: string;
  /** What it is, in words; may be "". */
  readonly title: string;
  /** As chosen. In screens only: never in an address, a title or a log. */
  readonly fileName: string;
  /** One of PAPER_TYPES; from a newer version perhaps another, which this one can save but not show. */
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly pages: number | undefined;
  readonly order: number;
  readonly addedMs: number;
  readonly whoName: string;
  /**
   * `here`: on this device, not yet acknowledged. `sending`: the same, with a connection. `on-server`: acknowledged,
   * and maybe here too. `elsewhere`: its entry arrived, and its bytes are not known to be on the server yet.
   * `refused`: with the reason in `refusal`.
   */
  readonly place: "here" | "sending" | "on-server" | "elsewhere" | "refused";
  readonly refusal?: string;
  readonly sentBytes: number;
  readonly removed: boolean;
};

export type NewPaper = {
  readonly bytes: Blob;
  readonly fileName: string;
  /** As the browser calls it: what counts is what the bytes are. */
  readonly mediaType: string;
  readonly kind: string;
  readonly title: string;
  readonly pages?: number;
};

/** Bytes done, and bytes in all. */
export type PaperProgress = (done: number, total: number) => void;

/** All of it works offline, except opening a paper that is not on this device. */
export type PaperActions = {
  /** On the disk when it resolves, sealed. Stopped or failed, it leaves nothing. */
  addPaper(
    scope: ScopeId,
    paper: NewPaper,
    onProgress: PaperProgress,
    signal: AbortSignal,
  ): Promise<Outcome<PaperId>>;
  changePaper(
    scope: ScopeId,
    paper: PaperId,
    change: { readonly kind?: string; readonly title?: string; readonly order?: number },
  ): Promise<Outcome>;
  /** Appended, like everything: `restorePaper` puts it back. */
  removePaper(scope: ScopeId, paper: PaperId): Promise<Outcome>;
  restorePaper(scope: ScopeId, paper: PaperId): Promise<Outcome>;
  /** Fetches what is missing, checks all of it and opens it. Its type is set only if the bytes are what they say. */
  openPaper(
    scope: ScopeId,
    paper: PaperId,
    onProgress: PaperProgress,
    signal: AbortSignal,
  ): Promise<Outcome<Blob>>;
};
