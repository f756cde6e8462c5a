import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../kit/Button.tsx";

/** A button, and in its place what it opens. Closed again, the focus is back on the button if that is still there. */
export function InPlace(props: {
  text: string;
  /** For a screen reader, as on a button. */
  about?: string | undefined;
  children: (close: () => void) => JSX.Element;
}): JSX.Element {
  let place: HTMLDivElement | undefined;
  const [open, setOpen] = createSignal(false);
  const close = (): void => {
    setOpen(false);
    place?.querySelector("button")?.focus();
  };
  return (
    <div ref={(element) => (place = element)}>
      <Show
        when={open()}
        fallback={
          <Button kind="secondary" about={props.about} onClick={() => setOpen(true)}>
            {props.text}
          </Button>
        }
      >
        {props.children(close)}
      </Show>
    </div>
  );
}
