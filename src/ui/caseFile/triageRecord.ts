/** A decision as it is being written, and as the record that the referrer will read. */
import type { StatusRecord } from "../../domain/case/caseFile.ts";

/** `sectionKey` "" is about no section in particular. */
export type Gap = { readonly sectionKey: string; readonly text: string };

export type Choice = "accepted" | "returned" | "declined";
export type Draft = { choice: Choice | ""; note: string; gaps: Gap[]; reason: string };

export const NO_DECISION: Draft = { choice: "", note: "", gaps: [{ sectionKey: "", text: "" }], reason: "" };

/** The panel's own words for a choice come from its definition; these stand where it has none. */
export const CHOICES: readonly {
  readonly choice: Choice;
  readonly kind: "accept" | "return" | "decline";
  readonly label: string;
  readonly act: string;
}[] = [
  { choice: "accepted", kind: "accept", label: "Accept for panel", act: "Accept for panel" },
  { choice: "returned", kind: "return", label: "Return for information", act: "Return for information" },
  { choice: "declined", kind: "decline", label: "Decline", act: "Decline the referral" },
];

/** Gaps with nothing written in them are left out. */
export const written = (gaps: readonly Gap[]): readonly { sectionKey?: string; text: string }[] =>
  gaps
    .filter(({ text }) => text.trim() !== "")
    .map(({ sectionKey, text }) =>
      sectionKey === "" ? { text: text.trim() } : { sectionKey, text: text.trim() },
    );

/** The record as it will be written, for the preview; undefined while there is nothing to show. */
export function recordOf(draft: Draft): StatusRecord | undefined {
  switch (draft.choice) {
    case "accepted":
      return { type: "accepted", note: draft.note };
    case "returned": {
      const gaps = written(draft.gaps);
      return gaps.length === 0 ? undefined : { type: "returned", gaps, note: draft.note };
    }
    case "declined":
      return draft.reason.trim() === "" ? undefined : { type: "declined", reason: draft.reason };
    case "":
      return undefined;
  }
}
