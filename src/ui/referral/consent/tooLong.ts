/** What is said beside a box of the consent steps that holds more than a record takes. Nothing is ever cut. */
import { MAX_CONSENT_TEXT, MAX_NAME } from "../../../domain/lengths.ts";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { tooMuch } from "../../screens/parts/fieldErrors.ts";
import type { Named } from "./draft.ts";

/** Of a name, a job, a place. `called` begins the sentence: "The name". */
export const longName = (fieldId: string, value: string, called: string): FieldError | undefined =>
  tooMuch(fieldId, value, MAX_NAME, called);

/** Of what is told in sentences. */
export const longText = (fieldId: string, value: string, called: string): FieldError | undefined =>
  tooMuch(fieldId, value, MAX_CONSENT_TEXT, called);

/** Of the three boxes of PersonFields. */
export const longPerson = (id: string, person: Named): readonly (FieldError | undefined)[] => [
  longName(id, person.name, "The name"),
  longName(`${id}-role`, person.role, "The job"),
  longName(`${id}-agency`, person.agency, "The service"),
];
