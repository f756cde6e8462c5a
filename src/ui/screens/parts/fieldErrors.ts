/** The errors of one form: found on Continue, shown beside each field and together at the top. */
import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import { grouped } from "../../../domain/grouped.ts";
import type { FieldError } from "../../kit/ErrorSummary.tsx";

export type FieldErrors = {
  readonly list: Accessor<readonly FieldError[]>;
  /** How often Continue was pressed, so that the summary takes focus each time. */
  readonly attempt: Accessor<number>;
  /** The words beside this field. */
  of(fieldId: string): string | undefined;
  /** Shows these; true when there are none. `undefined` entries are fields that are right. */
  check(found: readonly (FieldError | undefined)[]): boolean;
};

export function createFieldErrors(): FieldErrors {
  const [list, setList] = createSignal<readonly FieldError[]>([]);
  const [attempt, setAttempt] = createSignal(0);
  return {
    list,
    attempt,
    of: (fieldId) => list().find((error) => error.fieldId === fieldId)?.text,
    check(found) {
      const errors = found.filter((error) => error !== undefined);
      setList(errors);
      setAttempt(attempt() + 1);
      return errors.length === 0;
    },
  };
}

/** An error when nothing was typed. */
export const needed = (fieldId: string, value: string, text: string): FieldError | undefined =>
  value.trim() === "" ? { fieldId, text } : undefined;

/** What to say of more text than a record takes. `called` begins the sentence: "The reason". */
export const lengthProblem = (value: string, most: number, called: string): string | undefined =>
  value.length > most
    ? `${called} must be ${grouped(most)} characters or fewer. Take out ${grouped(value.length - most)}`
    : undefined;

/** An error when more was typed than a record takes. */
export function tooMuch(
  fieldId: string,
  value: string,
  most: number,
  called: string,
): FieldError | undefined {
  const text = lengthProblem(value, most, called);
  return text === undefined ? undefined : { fieldId, text };
}
