/** How the people and the choices of a consent record are put, wherever it is read. */
import type { Giver, PersonNamed } from "../domain/consent.ts";
import { clean } from "./answerText.ts";
import type { SnapshotItem } from "./snapshot.ts";

/** "No. He would be warned." */
export const sentence = (first: string, more: string | undefined): string =>
  more && more.trim() !== "" ? `${first}. ${more.trim()}` : first;

/** "Sam Sample, Support worker, Floating support". */
export const named = ({ name, role, agency }: PersonNamed): string =>
  [name, role, agency].filter((part) => part !== undefined && part.trim() !== "").join(", ");

const CAPACITIES = {
  self: "the person themselves",
  parent: "with parental responsibility",
  localAuthority: "for the local authority",
  attorney: "attorney",
  deputy: "deputy",
  other: "somebody else",
} as const satisfies Record<Giver["capacity"], string>;

/** In what capacity: the definition's own words where the record has them. */
export const capacityText = ({ relation, capacity }: Giver): string => relation ?? CAPACITIES[capacity];

export const answerItem = (key: string, label: string, text: string | null | undefined): SnapshotItem => ({
  kind: "answer",
  key,
  label,
  answer: text === null || text === undefined || text.trim() === "" ? null : clean(text),
});

/** Lines that are only there when there is something to say: an empty one would ask a question nobody asked. */
export const linesSaid = (
  lines: readonly (readonly [key: string, label: string, text: string | undefined])[],
): readonly SnapshotItem[] =>
  lines.flatMap(([key, label, text]) =>
    text === undefined || text.trim() === "" ? [] : [answerItem(key, label, text)],
  );

export const listItem = (key: string, label: string, lines: readonly string[]): SnapshotItem => ({
  kind: "list",
  key,
  label,
  answers: lines.map(clean),
});
