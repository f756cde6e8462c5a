import { For, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseSummary } from "../../app/api.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { createSteady } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { caseTitle, queueTag } from "../words/cases.ts";
import type { Deciding } from "./deciding.ts";
import { decideHref, waitedSince } from "./queue.ts";
import { placeWords } from "./queue.ts";
import { ageOf } from "./when.ts";

type Line = {
  readonly href: string;
  readonly title: string;
  readonly hint: string;
  readonly isNew: boolean;
  readonly isHere: boolean;
};

/**
 * Where there is room, all that wait stand beside the one that is judged. It comes before the page's own content, whose
 * heading has the focus when a case is chosen: Tab goes on into the case, Shift and Tab back into the list.
 */
export function QueueList(props: { deciding: Deciding; here: ScopeId }): JSX.Element {
  const lines = createSteady<Line>(
    () => props.deciding.queue().map((summary) => lineOf(summary, props.here)),
    ({ href }) => href,
  );
  let list: HTMLElement | undefined;
  onMount(() => {
    const here = list?.querySelector<HTMLElement>("[aria-current]");
    // By itself: the page must not move.
    if (list && here) list.scrollTop = here.offsetTop - list.clientHeight / 2;
  });
  return (
    <nav
      class="confer-waiting confer-no-print"
      aria-label="Waiting referrals"
      ref={(element) => (list = element)}
    >
      <p class="confer-waiting__place">{placeWords(props.deciding.place())}</p>
      <ol class="confer-waiting__list">
        <For each={lines()}>
          {(line) => (
            <li>
              <a
                class="confer-waiting__case"
                href={line.href}
                aria-current={line.isHere ? "page" : undefined}
              >
                <span class="confer-waiting__title">{line.title}</span>
                <span class="confer-waiting__hint">
                  <Show when={line.isNew}>
                    <strong>New</strong>
                    {" · "}
                  </Show>
                  {line.hint}
                </span>
              </a>
            </li>
          )}
        </For>
      </ol>
      <a class="govuk-link confer-target" href={PATTERNS.inbox}>
        All referrals
      </a>
    </nav>
  );
}

function lineOf(summary: CaseSummary, here: ScopeId): Line {
  const looked = queueTag(summary);
  const isNew = looked.tone !== undefined;
  const waits = ageOf(waitedSince(summary), Date.now());
  const parts = [
    summary.answered ? "answered" : undefined,
    isNew ? undefined : looked.text,
    waits === "today" ? "sent today" : `waits ${waits}`,
  ];
  return {
    href: decideHref(summary),
    title: caseTitle(summary),
    hint: parts.filter((part) => part !== undefined).join(" · "),
    isNew,
    isHere: summary.scope === here,
  };
}
