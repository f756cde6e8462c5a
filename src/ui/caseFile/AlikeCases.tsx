import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { AlikeCase } from "../../app/alikeCase.ts";
import type { Session } from "../../app/api.ts";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";
import { caseHref } from "../routes.ts";
import { alikeTitle, alikeWords } from "../words/alike.ts";
import type { OpenCase } from "./CaseGate.tsx";

/**
 * Other cases that look to be about the same person, quietly: a hint to look, which decides and blocks nothing.
 * Only cases that this person may read are compared.
 */
export function AlikeCases(props: { session: Session; open: OpenCase }): JSX.Element {
  // Either may bring news: the case's own name, or a case that has just arrived.
  const cases = createLive(props.session.cases);
  const alike = createMemo<readonly AlikeCase[]>(
    () => {
      cases();
      props.open.view();
      return props.session.alikeCases(props.open.scope);
    },
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const writing = (): boolean => props.open.view().summary.mine;
  return (
    <Show when={alike().length > 0}>
      <Notice title={alikeTitle(alike(), writing())}>
        <ul class="govuk-list govuk-list--bullet">
          <For each={alike()}>
            {(other) => (
              <li>
                <a class="govuk-link confer-target" href={caseHref(other.scope)}>
                  {other.reference}
                </a>
                , {alikeWords(other)}
              </li>
            )}
          </For>
        </ul>
        <p>Compared by name and date of birth only. Read it before you rely on it.</p>
      </Notice>
    </Show>
  );
}
