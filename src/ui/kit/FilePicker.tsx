import type { JSX } from "solid-js";
import { Button, type ButtonKind } from "./Button.tsx";

/**
 * A button that opens the device's own way to choose files, or its camera. The control itself is not shown: the
 * words beside it ("No file chosen") are untrue as soon as what was chosen has been taken.
 */
export function FilePicker(props: {
  id: string;
  children: JSX.Element;
  about?: string | undefined;
  kind?: ButtonKind | undefined;
  /** As the `accept` attribute, e.g. "image/*,application/pdf". */
  accept: string;
  multiple?: boolean | undefined;
  /** Opens the rear camera at once on a tablet. */
  camera?: boolean | undefined;
  onFiles: (files: File[]) => void;
}): JSX.Element {
  let input: HTMLInputElement | undefined;
  return (
    <>
      <Button kind={props.kind} about={props.about} onClick={() => input?.click()}>
        {props.children}
      </Button>
      <input
        ref={(element) => (input = element)}
        id={props.id}
        hidden
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        capture={props.camera === true ? "environment" : undefined}
        onChange={(event) => {
          const chosen = event.currentTarget;
          props.onFiles([...(chosen.files ?? [])]);
          // So that the same file can be chosen again after it was removed.
          chosen.value = "";
        }}
      />
    </>
  );
}
