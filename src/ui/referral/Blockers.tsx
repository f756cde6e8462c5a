import { createEffect, For, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SubmissionBlocker } from "../../forms/status.ts";
import { placeOf } from "./changePlaces.ts";
import type { OpenForm } from "./DraftGate.tsx";

type Line = {
  readonly text: string;
  readonly href: string | undefined;
  readonly otherWays: readonly string[];
};

/** What keeps the referral from being sent, each with the way to it. Takes focus when Submit is pressed in vain. */
export function Blockers(props: {
  open: OpenForm;
  blockers: readonly SubmissionBlocker[];
  attempt: number;
}): JSX.Element {
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.attempt,
      () => box?.focus(),
      { defer: true },
    ),
  );
  const lines = (): readonly Line[] => props.blockers.flatMap((blocker) => linesOf(props.open, blocker));
  return (
    <Show when={lines().length > 0}>
      <div class="govuk-error-summary" tabindex="-1" ref={(element) => (box = element)}>
        <h2 class="govuk-error-summary__title">Before you can submit</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            <For each={lines()}>
              {(line) => (
                <li>
                  <Show when={line.href} fallback={line.text}>
                    {(href) => <a href={href()}>{line.text}</a>}
                  </Show>
                  <Show when={line.otherWays.length > 0}>
                    <ul class="govuk-list govuk-list--bullet">
                      <For each={line.otherWays}>{(way) => <li>{way}</li>}</For>
                    </ul>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </div>
      </div>
    </Show>
  );
}

function linesOf(open: OpenForm, blocker: SubmissionBlocker): readonly Line[] {
  const hrefOf = (path: string | undefined): string | undefined => {
    const place = placeOf(open.definition(), blocker.sectionKey, path);
    if (place === undefined) return undefined;
    return open.href(place === "consent" ? place : `${place}?from=check`);
  };
  switch (blocker.kind) {
    case "answers":
      return blocker.errors.map(({ message, path }) => ({
        text: message,
        href: hrefOf(path),
        otherWays: [],
      }));
    case "consent":
      return [{ text: blocker.message, href: hrefOf(undefined), otherWays: [] }];
    case "eligibility":
    case "stop":
      return [
        {
          text: blocker.message,
          href: hrefOf(lastPage(open, blocker.sectionKey)),
          otherWays: blocker.otherWays,
        },
      ];
  }
}

/** Any path of the section that is on no page leads to its last one. */
const lastPage = (open: OpenForm, sectionKey: string): string | undefined =>
  sectionKey === open.definition().eligibility.section.key ? `${sectionKey}.exception` : undefined;
