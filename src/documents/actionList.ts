/** What one agency is still to do, across cases, for that agency alone: cases by reference, never by name. */
import type { Block, DocumentModel } from "./model.ts";
import { tableOrRows } from "./wideTable.ts";

export interface ListedTask {
  reference: string;
  what: string;
  owner: string;
  /** As a reader reads them. */
  due: string;
  state: string;
}

export interface ActionListMeta {
  agency: string;
  handlingMark: string;
  madeOn: string;
  createdAtMs: number;
}

const COLUMNS = ["Case", "Action", "By whom", "Due", "Where it stands"];

export function makeActionList(tasks: readonly ListedTask[], meta: ActionListMeta): DocumentModel {
  const rows = tasks.map(({ reference, what, owner, due, state }) => [reference, what, owner, due, state]);
  const list: Block =
    rows.length === 0
      ? { kind: "paragraph", text: "Nothing is left to do.", tone: "quiet" }
      : tableOrRows("Most urgent first", COLUMNS, rows, "Not recorded");
  return {
    frame: {
      title: "Actions of one agency",
      lang: "en-GB",
      handlingMark: meta.handlingMark,
      footer: `Actions of ${meta.agency} · ${meta.madeOn}`,
      createdAtMs: meta.createdAtMs,
    },
    blocks: [
      { kind: "heading", level: 1, text: `Actions of ${meta.agency}` },
      {
        kind: "facts",
        tone: "summary",
        facts: [
          { label: "Made on", value: meta.madeOn },
          { label: "Left to do", value: String(rows.length) },
        ],
      },
      list,
    ],
  };
}
