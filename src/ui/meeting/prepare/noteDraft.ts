/** What an agency knows, as it is being written: what is missing or too long in it, and the record it becomes. */
import { MAX_RECORD_BYTES } from "../../../domain/entry.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import type { ResearchNote } from "../../../domain/meeting/preparation.ts";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { tooMuch } from "../../screens/parts/fieldErrors.ts";

export const BOXES = [
  { key: "known", label: "What your agency knows", short: "What we know" },
  { key: "involvement", label: "What your agency does with them now", short: "Current involvement" },
  { key: "carePlan", label: "Your agency’s care plan or other plan", short: "Care plan" },
  { key: "concerns", label: "What your agency is concerned about", short: "Concerns" },
] as const;
export type BoxKey = (typeof BOXES)[number]["key"];

export type NoteDraft = Record<BoxKey, string> & { found: "" | "something" | "nothing" };

export const NO_NOTE: NoteDraft = { found: "", known: "", involvement: "", carePlan: "", concerns: "" };

/** A note that stands, to be changed. */
export const draftOf = ({ record }: Pick<ResearchNote, "record">): NoteDraft => ({
  found: record.nothing ? "nothing" : "something",
  known: record.known,
  involvement: record.involvement,
  carePlan: record.carePlan,
  concerns: record.concerns,
});

/** What a record says around its four texts. */
const AROUND_BYTES = 4096;

export function wrongInNote(draft: NoteDraft): readonly (FieldError | undefined)[] {
  if (draft.found === "") return [{ fieldId: "found", text: "Choose what you found" }];
  if (draft.found === "nothing") return [];
  const long = BOXES.map(({ key, short }) => tooMuch(key, draft[key], MAX_PROSE, `‘${short}’`));
  if (long.some((each) => each !== undefined)) return long;
  if (BOXES.every(({ key }) => draft[key].trim() === "")) {
    return [
      { fieldId: "known", text: "Write down what your agency knows, or choose that you found nothing" },
    ];
  }
  return [tooMuchTogether(draft)];
}

/** The four together are one record; letters of other scripts take more room than their number says. */
function tooMuchTogether(draft: NoteDraft): FieldError | undefined {
  const bytes = (key: BoxKey) => new TextEncoder().encode(JSON.stringify(draft[key])).length;
  const sizes = BOXES.map(({ key }) => ({ key, size: bytes(key) }));
  const over = sizes.reduce((sum, { size }) => sum + size, AROUND_BYTES) - MAX_RECORD_BYTES;
  const longest = sizes.toSorted((a, b) => b.size - a.size)[0];
  return over > 0 && longest
    ? { fieldId: longest.key, text: "The four boxes together are too long. Shorten this one first" }
    : undefined;
}

/** Boxes that are hidden are kept while typing, and say nothing in the record. */
export function noteRecord(meeting: string, agency: string, draft: NoteDraft) {
  const said = (key: BoxKey) => (draft.found === "something" ? draft[key].trim() : "");
  return {
    type: "research-note" as const,
    meeting,
    agency,
    nothing: draft.found === "nothing",
    known: said("known"),
    involvement: said("involvement"),
    carePlan: said("carePlan"),
    concerns: said("concerns"),
  };
}
