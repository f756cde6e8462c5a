import { createEffect, createSignal, onCleanup, onMount } from "solid-js";
import type { JSX } from "solid-js";
import type Pad from "signature_pad";
import { Button } from "./Button.tsx";
import { ErrorMessage, Hint } from "./Field.tsx";
import { classes, describedBy } from "./field.ts";
import { toPoints, toStrokes } from "./strokes.ts";
import type { Strokes } from "./strokes.ts";

const INK = "#111517";

/**
 * A box to sign in with a finger, pen or mouse. Many people cannot: a screen that shows it must offer another
 * way (typed name, spoken with a witness, photograph of paper) beside it, and name it in `hint`.
 * The library is loaded when the pad is first shown.
 */
export function SignaturePad(props: {
  id: string;
  label: string;
  hint: string;
  error?: string | undefined;
  value: Strokes | undefined;
  onChange: (value: Strokes | undefined) => void;
}): JSX.Element {
  let canvas: HTMLCanvasElement | undefined;
  let pad: Pad | undefined;
  /** The last value this pad gave out: its return as `value` must not redraw under the pen. */
  let given: Strokes | undefined;
  const [cleared, setCleared] = createSignal(false);
  const state = (): string => {
    if (props.value !== undefined) return "The signature is drawn.";
    return cleared() ? "Cleared. Nothing is drawn." : "Nothing is drawn yet.";
  };
  const clear = (): void => {
    setCleared(true);
    props.onChange(undefined);
  };

  const draw = (): void => {
    if (pad === undefined || canvas === undefined) return;
    pad.clear();
    const { clientWidth, clientHeight } = canvas;
    if (props.value === undefined) return;
    const groups = toPoints(props.value, clientWidth, clientHeight);
    const stroke = { penColor: INK, dotSize: 0, minWidth: 0.8, maxWidth: 2.4, velocityFilterWeight: 0.7 };
    pad.fromData(
      groups.map(({ points }) => ({
        ...stroke,
        compositeOperation: "source-over" as const,
        points: points.map((point, index) => ({ ...point, pressure: 0.5, time: index * 16 })),
      })),
    );
  };

  /** The canvas has as many pixels as the screen shows; changing its size clears it, so it is drawn again. */
  const fit = (): void => {
    if (canvas === undefined) return;
    const ratio = Math.max(window.devicePixelRatio, 1);
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    canvas.getContext("2d")?.scale(ratio, ratio);
    draw();
  };

  onMount(() => {
    const sizes = new ResizeObserver(fit);
    let gone = false;
    onCleanup(() => {
      gone = true;
      sizes.disconnect();
      pad?.off();
    });
    void import("signature_pad").then(({ default: SignaturePadLibrary }) => {
      if (gone || canvas === undefined) return;
      pad = new SignaturePadLibrary(canvas, { penColor: INK, minWidth: 0.8, maxWidth: 2.4 });
      pad.addEventListener("endStroke", () => {
        if (pad === undefined || canvas === undefined) return;
        given = toStrokes(canvas.clientWidth, canvas.clientHeight, pad.toData());
        props.onChange(given);
      });
      sizes.observe(canvas);
    });
  });
  createEffect(() => {
    if (props.value !== given) draw();
    given = props.value;
  });

  return (
    <div
      class={classes("govuk-form-group", props.error !== undefined && "govuk-form-group--error")}
      role="group"
      aria-labelledby={`${props.id}-label`}
      aria-describedby={describedBy(props)}
    >
      <p class="govuk-label" id={`${props.id}-label`}>
        {props.label}
      </p>
      <Hint id={props.id} text={props.hint} />
      <ErrorMessage id={props.id} text={props.error} />
      <div class="confer-signature__paper">
        <canvas
          ref={(element) => (canvas = element)}
          id={props.id}
          class="confer-signature__canvas"
          tabindex="-1"
          role="img"
          aria-label={`Box to sign in. ${state()}`}
          aria-describedby={describedBy(props)}
        />
      </div>
      <div class="confer-signature__bar">
        {/* Never disabled: it would take the focus of whoever has just pressed it with it. */}
        <Button kind="secondary" about="the signature" onClick={clear}>
          Clear
        </Button>
        <p class="govuk-body-s" role="status">
          {state()}
        </p>
      </div>
    </div>
  );
}
