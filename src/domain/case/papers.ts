/** The papers of a case as its entries tell them: who added each, and what was said of it last. */
import type { EntryId, UserId } from "../ids.ts";
import type { CaseFile, PaperRecord } from "./caseFile.ts";
import type { Happened } from "../happened.ts";

type Added = Extract<PaperRecord, { type: "paper-added" }>;
type Changed = Extract<PaperRecord, { type: "paper-changed" }>;

export type Paper = Omit<Added, "type"> & {
  readonly entry: EntryId;
  readonly removed: boolean;
  readonly author: UserId;
  readonly addedMs: number;
};

/** In their order, removed ones too. A second adding under the same id changes nothing: the first holds. */
export function papersOf(file: CaseFile): readonly Paper[] {
  const papers = new Map<string, Paper>();
  for (const { record, entry, author, order } of file.papers) {
    if (record.type !== "paper-added" || papers.has(record.paper)) continue;
    const { type: _, ...added } = record;
    papers.set(record.paper, { ...added, entry, removed: false, author, addedMs: order[0] });
  }
  // Of each thing that can be said the last stands. A change may carry an earlier stamp than the adding, where a
  // clock was wrong; it was made by someone who had seen the paper, so it counts all the same.
  for (const { record } of file.papers) {
    const before = record.type === "paper-changed" ? papers.get(record.paper) : undefined;
    if (before) papers.set(record.paper, { ...before, ...saidBy(record as Changed) });
  }
  return [...papers.values()].toSorted(
    (a, b) => a.order - b.order || a.addedMs - b.addedMs || (a.paper < b.paper ? -1 : 1),
  );
}

function saidBy({ kind, title, order, removed }: Changed): Partial<Paper> {
  return {
    ...(kind !== undefined && { kind }),
    ...(title !== undefined && { title }),
    ...(order !== undefined && { order }),
    ...(removed !== undefined && { removed }),
  };
}

/** What a step did, for the history. `paper`: as it was called then, or is called at first. */
export function titleAt(file: CaseFile, step: Happened<PaperRecord>): string {
  const { paper } = step.record;
  const steps = file.papers.filter((each) => each.record.paper === paper);
  const until = steps.slice(0, steps.indexOf(step) + 1);
  const named = until.findLast(({ record }) => record.title !== undefined && record.title !== "");
  const added = steps.find(({ record }) => record.type === "paper-added")?.record as Added | undefined;
  return named?.record.title ?? added?.fileName ?? "";
}
