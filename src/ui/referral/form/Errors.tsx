import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { FieldError } from "../../../forms/fieldError.ts";
import { ErrorSummary } from "../../kit/ErrorSummary.tsx";
import { datePartId } from "../../kit/field.ts";
import { fieldId } from "./asking.ts";

/** The id of the box to correct. */
export const errorFieldId = (error: FieldError): string =>
  error.part ? datePartId(fieldId(error.path), error.part) : fieldId(error.path);

/** What is wrong on this page, in the same words as beside the fields. */
export function Errors(props: { errors: readonly FieldError[]; attempt: number }): JSX.Element {
  return (
    <Show when={props.errors.length > 0}>
      <ErrorSummary
        attempt={props.attempt}
        errors={props.errors.map((error) => ({ fieldId: errorFieldId(error), text: error.message }))}
      />
    </Show>
  );
}
