/**
 * Lines of a panel's logs as they stand. Nothing is ever taken out: a line that was put right is shown as it now
 * reads, with what it said before beside it.
 */
import type { EntryId } from "./ids.ts";
import type { Happened } from "./happened.ts";
import type { LogLine } from "./records/logLine.ts";

export type Standing<Line extends Happened<LogLine>> = Line & {
  /** What it said before, oldest first. */
  readonly before: readonly Line[];
};

/** Those of one log, in the order first written. `lines` in order; a correction of what is not there is a line itself. */
export function standingLines<Line extends Happened<LogLine>>(
  lines: readonly Line[],
  kind: string,
): readonly Standing<Line>[] {
  const first = new Map<EntryId, EntryId>();
  const versions = new Map<EntryId, Line[]>();
  for (const line of lines) {
    if (line.record.kind !== kind) continue;
    const { corrects } = line.record;
    const root = (corrects && first.get(corrects)) ?? line.entry;
    first.set(line.entry, root);
    versions.set(root, [...(versions.get(root) ?? []), line]);
  }
  return [...versions.values()].map((all) => ({ ...(all.at(-1) as Line), before: all.slice(0, -1) }));
}

/** What a line says in one of its boxes; "" where it says nothing. */
export const valueIn = ({ values }: LogLine, field: string): string =>
  values.find((each) => each.field === field)?.value ?? "";
