import { createEffect, createSignal, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Field } from "./Field.tsx";
import { classes, describedBy } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

/** The count appears when less than a tenth is left (at least 50 characters), and is spoken after a pause. */
const COUNT_FROM_SHARE = 0.1;
const COUNT_FROM_LEAST = 50;
const SPEAK_AFTER_MS = 1000;

/** Chromium takes minutes over the direction of a megabyte without a space, and the page is dead meanwhile. */
const DIRECTION_LOOKED_FOR = 20_000;

/** What to say about the room left, or undefined while there is plenty. Text over the limit is never cut. */
export function roomLeft(length: number, limit: number | undefined): string | undefined {
  if (limit === undefined) return undefined;
  const left = limit - length;
  if (left > Math.max(COUNT_FROM_LEAST, Math.floor(limit * COUNT_FROM_SHARE))) return undefined;
  const count = Math.abs(left).toLocaleString("en-GB");
  const noun = Math.abs(left) === 1 ? "character" : "characters";
  return left < 0 ? `You have ${count} ${noun} too many` : `You have ${count} ${noun} left`;
}

/** Long text: grows with what is typed. */
export function TextArea(
  props: FieldText & {
    value: string;
    onInput: (value: string) => void;
    onBlur?: (() => void) | undefined;
    rows?: number | undefined;
    /** In characters. Counted, not enforced: the screen's validation says what to do. */
    limit?: number | undefined;
    labelSize?: LegendSize | undefined;
  },
): JSX.Element {
  let box: HTMLTextAreaElement | undefined;
  const [spoken, setSpoken] = createSignal("");
  const room = (): string | undefined => roomLeft(props.value.length, props.limit);

  createEffect(() => {
    const text = room() ?? "";
    const timer = setTimeout(() => setSpoken(text), SPEAK_AFTER_MS);
    onCleanup(() => clearTimeout(timer));
  });
  const grow = (): void => {
    if (box === undefined || CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 4}px`;
  };
  onMount(grow);
  createEffect(() => {
    void props.value;
    grow();
  });

  return (
    <Field {...props}>
      <textarea
        ref={(element) => (box = element)}
        id={props.id}
        class={classes("govuk-textarea", props.error !== undefined && "govuk-textarea--error")}
        rows={props.rows ?? 5}
        // A box that sizes itself ignores `rows`: its lines of 1.25 em become the least height.
        style={{ "min-height": `${(props.rows ?? 5) * 1.25 + 0.75}em` }}
        autocomplete="off"
        // Each paragraph reads the way its first letter says.
        dir={props.value.length <= DIRECTION_LOOKED_FOR ? "auto" : undefined}
        spellcheck={true}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error !== undefined ? "true" : undefined}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={() => props.onBlur?.()}
      />
      <Show when={props.limit !== undefined}>
        <p
          class={classes("confer-count", props.value.length > (props.limit ?? 0) && "confer-count--over")}
          aria-hidden="true"
        >
          {room()}
        </p>
        <p class="govuk-visually-hidden" role="status">
          {spoken()}
        </p>
      </Show>
    </Field>
  );
}
