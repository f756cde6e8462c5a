/** The papers that show how an action stands. */
import type { Happened } from "../happened.ts";
import type { EntryId, PaperId } from "../ids.ts";
import type { CaseFile, DiscussionRecord } from "./caseFile.ts";
import { papersOf } from "./papers.ts";

type Updates = readonly Happened<Extract<DiscussionRecord, { readonly type: "action-updated" }>>[];

/** Each action's, in the order given: those that are there, were added by whoever speaks of them, and stand. */
export function evidenceReader(file: CaseFile): (updates: Updates) => readonly PaperId[] {
  // Most cases have none: then their papers need not be read.
  let known: ReadonlyMap<PaperId, string> | undefined;
  return (updates) => {
    if (updates.every(({ record }) => record.evidence === undefined)) return [];
    known ??= new Map(papersOf(file).flatMap((each) => (each.removed ? [] : [[each.paper, each.author]])));
    const back = takenBack(updates);
    const found = updates.flatMap(({ entry, author, record }) =>
      back.has(entry) ? [] : (record.evidence ?? []).filter((paper) => known?.get(paper) === author),
    );
    return [...new Set(found)];
  };
}

/** One takes back one's own words, and nobody else's. */
function takenBack(updates: Updates): ReadonlySet<EntryId> {
  const authors = new Map(updates.map(({ entry, author }) => [entry, author]));
  return new Set(
    updates.flatMap(({ author, record: { takesBack } }) =>
      takesBack !== undefined && authors.get(takesBack) === author ? [takesBack] : [],
    ),
  );
}
