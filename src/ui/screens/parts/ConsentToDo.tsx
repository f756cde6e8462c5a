import { Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { CaseSummary } from "../../../app/api.ts";
import { type Task, TaskList } from "../../kit/TaskList.tsx";
import { createSteady } from "../../live.ts";
import { caseHref } from "../../routes.ts";
import { caseTitle } from "../../words/cases.ts";
import { consentTaskWords } from "../../words/consent.ts";

/** Cases whose consent record waits for somebody: recipients to tell first of all [GAP-16]. */
export function ConsentToDo(props: { cases: Accessor<readonly CaseSummary[]>; leads: boolean }): JSX.Element {
  const tasks = createSteady<Task>(
    () =>
      props
        .cases()
        .filter(({ mine, consentTasks }) => consentTasks.length > 0 && (mine || props.leads))
        .map((summary) => ({
          key: caseHref(summary.scope).replaceAll("/", "-"),
          title: caseTitle(summary),
          href: caseHref(summary.scope, "consent"),
          hint: summary.consentTasks.map(consentTaskWords).join(". "),
          status: { text: "To do", tone: "warn" },
        })),
    (task) => task.key,
  );
  return (
    <Show when={tasks().length > 0}>
      <h2 class="govuk-heading-m">Consent to see to</h2>
      <TaskList id="consent-to-do" tasks={tasks()} />
    </Show>
  );
}
