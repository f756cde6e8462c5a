/** What is wrong with a date in three boxes, and which words stand beside it. */
import { readDateParts } from "../../../domain/calendarDate.ts";
import type { DateText } from "../../kit/DateInput.tsx";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { datePartId } from "../../kit/field.ts";
import type { FieldErrors } from "./fieldErrors.ts";

/** The words beside a date: an error may be about any of its boxes. */
export const errorOfDate = (errors: FieldErrors, id: string): string | undefined =>
  errors.list().find(({ fieldId }) => [id, datePartId(id, "month"), datePartId(id, "year")].includes(fieldId))
    ?.text;

/** What is wrong with a date of whatever time. */
export const anyDateError = (id: string, value: DateText): FieldError | undefined =>
  pastDateError(id, value, "the date", "9999-12-31");

/** What is wrong with a date that may be left empty, and lies ahead. */
export function comingDateError(id: string, value: DateText, today: string): FieldError | undefined {
  const wrong = anyDateError(id, value);
  const read = readDateParts(value);
  if (read.kind === "empty") return undefined;
  if (read.kind === "date" && read.date < today) {
    return { fieldId: id, text: "The date must be today or later" };
  }
  return wrong;
}

/** What is wrong with a date that is needed and cannot be in the future; `called`: "the date they said no". */
export function pastDateError(
  id: string,
  value: DateText,
  called: string,
  today: string,
): FieldError | undefined {
  const read = readDateParts(value);
  switch (read.kind) {
    case "empty":
      return { fieldId: id, text: `Enter ${called}` };
    case "missing": {
      const first = read.parts[0] ?? "day";
      return { fieldId: datePartId(id, first), text: `The date must have a ${read.parts.join(" and a ")}` };
    }
    case "impossible":
      return { fieldId: datePartId(id, read.part), text: "Enter a real date, like 26 11 2026" };
    case "date":
      return read.date > today ? { fieldId: id, text: "The date must be today or in the past" } : undefined;
  }
}
