import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseSummary, Session } from "../../app/api.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { createLive } from "../live.ts";
import { caseHref, PATTERNS } from "../routes.ts";
import { caseTitle } from "../words/cases.ts";
import type { OpenCase } from "./CaseGate.tsx";
import { isWaiting, NOWHERE, type PlaceInQueue, placeInQueue, placeWords } from "./queue.ts";

/** For whoever decides: where this referral stands among those that wait, and the next without a list between. */
export function QueuePlace(props: { session: Session; open: OpenCase }): JSX.Element {
  const cases = createLive(props.session.cases);
  const place = createMemo<PlaceInQueue>(
    (before) => placeInQueue(cases(), props.open.scope, before),
    NOWHERE,
  );
  const waits = createMemo(() => isWaiting(props.open.view().summary));
  // Decided during this visit: whoever reads a decided case is not hurried on.
  const [left, setLeft] = createSignal(false);
  let box: HTMLElement | undefined;
  createEffect(
    on(waits, (now, before) => {
      setLeft(before === true && !now);
      // The form that had the focus is gone with the decision.
      queueMicrotask(() => left() && document.activeElement === document.body && box?.focus());
    }),
  );
  return (
    <Show when={props.open.view().mayDecide && (waits() || left())}>
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

/** Where it is judged: what it says stands there beside the checklist. */
export const decideHref = (summary: CaseSummary): string => `${caseHref(summary.scope)}?tab=decide`;

function To(props: { words: string; kind: "link" | "primary"; to: CaseSummary }): JSX.Element {
  return (
    <ButtonLink kind={props.kind} href={decideHref(props.to)}>
      {props.words}: {caseTitle(props.to)}
    </ButtonLink>
  );
}
