import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { classes } from "./field.ts";

export type ButtonKind = "primary" | "secondary" | "warning" | "link";

export interface ButtonProps {
  children: JSX.Element;
  kind?: ButtonKind | undefined;
  /** What it is about, for a screen reader: Remove + "Sister, from Household". */
  about?: string | undefined;
}

function look(kind: ButtonKind | undefined): string {
  if (kind === "link") return "confer-link-button confer-target";
  return classes("confer-button", kind !== undefined && kind !== "primary" && `confer-button--${kind}`);
}

function About(props: { text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text}>
      <span class="govuk-visually-hidden"> {props.text}</span>
    </Show>
  );
}

/**
 * An act. While `busy` it keeps its place and its focus but does nothing, so that a second press cannot
 * repeat a submission.
 */
export function Button(
  props: ButtonProps & {
    onClick?: (() => void) | undefined;
    type?: "button" | "submit" | undefined;
    disabled?: boolean | undefined;
    busy?: boolean | undefined;
    describedBy?: string | undefined;
  },
): JSX.Element {
  return (
    <button
      type={props.type ?? "button"}
      class={look(props.kind)}
      disabled={props.disabled}
      aria-disabled={props.busy === true ? "true" : undefined}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (props.busy === true) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {props.children}
      <About text={props.about} />
    </button>
  );
}

/** A place to go to. Looks like a button, or with `kind` "link" like a link. */
export function ButtonLink(props: ButtonProps & { href: string }): JSX.Element {
  return (
    <a href={props.href} class={props.kind === "link" ? "govuk-link confer-target" : look(props.kind)}>
      {props.children}
      <About text={props.about} />
    </a>
  );
}
