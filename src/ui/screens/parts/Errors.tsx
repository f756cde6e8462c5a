import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { ErrorSummary } from "../../kit/ErrorSummary.tsx";
import type { FieldErrors } from "./fieldErrors.ts";

/** The summary of a form's errors, while there are any. */
export function Errors(props: { of: FieldErrors }): JSX.Element {
  return (
    <Show when={props.of.list().length > 0}>
      <ErrorSummary errors={props.of.list()} attempt={props.of.attempt()} />
    </Show>
  );
}
