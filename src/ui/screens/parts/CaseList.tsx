import { Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { CaseSummary } from "../../../app/api.ts";
import { createSteady } from "../../live.ts";
import { TaskList } from "../../kit/TaskList.tsx";
import type { Task } from "../../kit/TaskList.tsx";
import { caseHref } from "../../routes.ts";
import { caseHint, caseTag, caseTitle } from "../../words/cases.ts";

/** What waits for one's agreement is opened to be answered. One's own draft, or one that came back, is opened to be written; everything else to be read. */
function hrefOf(summary: CaseSummary): string {
  if (summary.openAsks.length > 0) return caseHref(summary.scope, "agree");
  const isWritten = summary.mine && (summary.status === "draft" || summary.status === "returned");
  return isWritten ? caseHref(summary.scope, "tasks") : caseHref(summary.scope);
}

/** A heading and the cases under it; nothing at all while there are none. */
export function CaseList(props: {
  id: string;
  title: string;
  cases: readonly CaseSummary[];
  nowMs: Accessor<number>;
  /** What matters before all else about a case, such as by when to send it. */
  firstOf?: (summary: CaseSummary) => string | undefined;
  /** Unless it is the state. */
  tagOf?: (summary: CaseSummary) => Task["status"];
}): JSX.Element {
  const tasks = createSteady<Task>(
    () =>
      props.cases.map((summary) => ({
        key: caseHref(summary.scope).replaceAll("/", "-"),
        title: caseTitle(summary),
        href: hrefOf(summary),
        hint: [props.firstOf?.(summary), caseHint(summary, props.nowMs())]
          .filter((part) => part !== undefined)
          .join(" · "),
        status: props.tagOf?.(summary) ?? caseTag(summary.status),
      })),
    (task) => task.key,
  );
  return (
    <Show when={tasks().length > 0}>
      <h2 class="govuk-heading-m">{props.title}</h2>
      <TaskList id={props.id} tasks={tasks()} />
    </Show>
  );
}
