import type { JSX } from "solid-js";
import { Field } from "./Field.tsx";
import { describedBy } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

/** Chooses files, or takes a photograph: the browser's own control, which works with every assistive tool. */
export function FileButton(
  props: FieldText & {
    onFiles: (files: File[]) => void;
    /** As the `accept` attribute, e.g. "image/*,application/pdf". */
    accept?: string | undefined;
    multiple?: boolean | undefined;
    /** Opens the rear camera at once on a tablet. */
    camera?: boolean | undefined;
    labelSize?: LegendSize | undefined;
  },
): JSX.Element {
  return (
    <Field {...props}>
      <input
        id={props.id}
        class="confer-file__input"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        capture={props.camera === true ? "environment" : undefined}
        aria-describedby={describedBy(props)}
        onChange={(event) => {
          const input = event.currentTarget;
          props.onFiles([...(input.files ?? [])]);
          // So that the same file can be chosen again after it was removed.
          input.value = "";
        }}
      />
    </Field>
  );
}
