import { createEffect, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { classes } from "./field.ts";

/** The first page of a visit leaves focus where the browser put it; every later one moves it to its heading. */
let visited = false;

/** "Error: Referral – Confer". Never a name or an id: titles are seen on other people's screens. */
export function pageTitle(title: string, error: boolean, product = "Confer"): string {
  return `${error ? "Error: " : ""}${title === product ? product : `${title} – ${product}`}`;
}

/**
 * A page: its tab title, its way back, one h1 and its content in `<main id="main">`. When a page appears,
 * focus goes to its heading, so that a screen reader says where one is, unless something inside (an error
 * summary) has taken it already.
 */
export function Page(props: {
  /** For the tab, and for the heading unless `heading` is given. No names, no ids. */
  title: string;
  /** The h1, where it may say more than the tab (a person's name). */
  heading?: JSX.Element;
  /** Small text above the heading: the section. */
  caption?: string | undefined;
  /** The page shows errors: the title says so. */
  error?: boolean | undefined;
  back?: { href: string; text?: string | undefined } | undefined;
  /** "form": one column of about 66 characters. "wide": the whole container. */
  width?: "form" | "wide" | undefined;
  /** False leaves focus alone: after unlocking, the caret goes back where it was. */
  takeFocus?: boolean | undefined;
  /** Stands before `<main>` and beside it: the list that this page is one of. Only where there is room. */
  aside?: (() => JSX.Element) | undefined;
  children: JSX.Element;
}): JSX.Element {
  let main: HTMLElement | undefined;
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    document.title = pageTitle(props.title, props.error === true);
  });
  onMount(() => {
    const first = !visited;
    visited = true;
    if (first || props.takeFocus === false) return;
    if (main?.contains(document.activeElement) === true) return;
    window.scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  });

  return (
    <div class={classes("govuk-width-container", props.aside !== undefined && "confer-page__beside")}>
      <Show when={props.back}>
        {(back) => (
          <nav aria-label="Back">
            <a class="govuk-back-link confer-target" href={back().href}>
              {back().text ?? "Back"}
            </a>
          </nav>
        )}
      </Show>
      <Show when={props.aside}>{(aside) => <div class="confer-page__aside">{aside()()}</div>}</Show>
      <main
        id="main"
        class="govuk-main-wrapper confer-page"
        tabindex="-1"
        ref={(element) => (main = element)}
      >
        <div class={classes((props.width ?? "form") === "form" && "confer-measure")}>
          <h1
            class="govuk-heading-l confer-page__heading"
            tabindex="-1"
            ref={(element) => (heading = element)}
          >
            <Show when={props.caption}>
              <span class="confer-page__caption">{props.caption}</span>
            </Show>
            {props.heading ?? props.title}
          </h1>
          {props.children}
        </div>
      </main>
    </div>
  );
}
