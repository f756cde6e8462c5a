import { createEffect, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseSummary } from "../../app/api.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { PATTERNS } from "../routes.ts";
import { caseTitle } from "../words/cases.ts";
import type { Deciding } from "./deciding.ts";
import { decideHref, placeWords } from "./queue.ts";

/** For whoever decides: where this referral stands among those that wait, and the next without a list between. */
export function QueuePlace(props: { deciding: Deciding }): JSX.Element {
  const { place, left } = props.deciding;
  let box: HTMLElement | undefined;
  createEffect(
    on(left, (gone) => {
      // The form that had the focus is gone with the decision.
      if (gone) queueMicrotask(() => document.activeElement === document.body && box?.focus());
    }),
  );
  return (
    <Show when={props.deciding.shown()}>
      <nav
        class="confer-queue confer-no-print"
        aria-label="Referrals to decide"
        tabindex="-1"
        ref={(element) => (box = element)}
      >
        <p class="govuk-body">{placeWords(place())}</p>
        <Show when={place().previous}>{(to) => <To words="Previous" kind="link" to={to()} />}</Show>
        <Show
          when={place().next}
          fallback={
            <a class="govuk-link confer-target" href={PATTERNS.inbox}>
              All referrals
            </a>
          }
        >
          {(to) => <To words="Next" kind={left() ? "primary" : "link"} to={to()} />}
        </Show>
      </nav>
    </Show>
  );
}

function To(props: { words: string; kind: "link" | "primary"; to: CaseSummary }): JSX.Element {
  return (
    <ButtonLink kind={props.kind} href={decideHref(props.to)}>
      {props.words}: {caseTitle(props.to)}
    </ButtonLink>
  );
}
