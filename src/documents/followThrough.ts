/** What agencies agreed to and what became of it, on one page for whoever chairs. It names nobody. [OXT-33] */
import {
  FOLLOW_CAUTION,
  FOLLOW_COLUMNS,
  FOLLOW_TITLE,
  followCounts,
  NOTHING_AGREED,
  type WholeFollowThrough,
} from "../forms/followThrough.ts";
import type { Block, DocumentModel } from "./model.ts";

export interface FollowThroughMeta {
  /** Names of the panels whose actions are counted. */
  panels: readonly string[];
  /** When they were agreed, as a reader reads it: "1 April 2026 to 31 March 2027". */
  period: string;
  handlingMark: string;
  /** As a reader reads it. */
  countedOn: string;
  createdAtMs: number;
}

export function makeFollowThrough(
  agencies: readonly WholeFollowThrough[],
  { panels, period, handlingMark, countedOn, createdAtMs }: FollowThroughMeta,
): DocumentModel {
  const rows = agencies.map((each) => [each.agency, ...followCounts(each).map(String)]);
  const numbers: Block =
    rows.length === 0
      ? { kind: "paragraph", text: NOTHING_AGREED, tone: "quiet" }
      : { kind: "table", caption: FOLLOW_TITLE, columns: [...FOLLOW_COLUMNS], rows };
  return {
    frame: {
      title: `Actions by agency, ${period}`,
      lang: "en-GB",
      handlingMark,
      footer: `Actions by agency · ${period}`,
      createdAtMs,
    },
    blocks: [
      { kind: "heading", level: 1, text: "Actions by agency" },
      {
        kind: "facts",
        tone: "summary",
        facts: [
          { label: panels.length === 1 ? "Panel" : "Panels", value: panels.join(", ") },
          { label: "Agreed", value: period },
          { label: "Counted on", value: countedOn },
        ],
      },
      { kind: "note", title: "Few cases", text: FOLLOW_CAUTION },
      numbers,
    ],
  };
}
