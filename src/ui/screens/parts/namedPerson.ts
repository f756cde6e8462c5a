/** Somebody who may not be on Confer, as they are typed; and what is too long in it. */
import { MAX_NAME } from "../../../domain/lengths.ts";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { tooMuch } from "./fieldErrors.ts";

export type NamedPerson = { name: string; position: string; agency: string };

/** `id` begins the ids of the three boxes: "told" for "told-name". */
export const tooMuchNamed = (
  id: string,
  { name, position, agency }: NamedPerson,
): readonly (FieldError | undefined)[] => [
  tooMuch(`${id}-name`, name, MAX_NAME, "Their name"),
  tooMuch(`${id}-position`, position, MAX_NAME, "Their job"),
  tooMuch(`${id}-agency`, agency, MAX_NAME, "Their agency"),
];
