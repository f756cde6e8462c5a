/**
 * What every field shares. A field is controlled: it is given its value and one setter, keeps no state of its
 * own, and its error text comes from the screen. `id` is the id of the field's first input, so that an error
 * summary can always link to `#id`.
 */

export interface FieldText {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Adds "(optional)" to the label. Required fields are not marked. */
  optional?: boolean | undefined;
}

export type LegendSize = "s" | "m" | "l";

export const hintId = (id: string): string => `${id}-hint`;
export const errorId = (id: string): string => `${id}-error`;

/** The id of one box of a date, for an error about that part alone. The day has the group's own id. */
export const datePartId = (id: string, part: "day" | "month" | "year"): string =>
  part === "day" ? id : `${id}-${part}`;

/** The value of aria-describedby: hint first, then error, then anything else; undefined when there is none. */
export function describedBy(
  field: Pick<FieldText, "id" | "hint" | "error">,
  ...more: (string | undefined)[]
): string | undefined {
  const ids = [
    field.hint === undefined ? undefined : hintId(field.id),
    field.error === undefined ? undefined : errorId(field.id),
    ...more,
  ].filter((id) => id !== undefined);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** Class names, the untrue ones left out. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter((name) => typeof name === "string").join(" ");
}

/** Moves focus to a field and brings its label into view, for the links of an error summary. */
export function focusField(id: string): void {
  const input = document.getElementById(id);
  if (input === null) return;
  const group = input.closest("fieldset") ?? input.closest(".govuk-form-group") ?? input;
  group.scrollIntoView({ block: "start" });
  input.focus({ preventScroll: true });
}
