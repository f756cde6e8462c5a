import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CalendarDate } from "../../../domain/calendarDate.ts";
import type { ConsentPosition } from "../../../domain/consentPosition.ts";
import { consentTasks } from "../../../domain/consentTasks.ts";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { consentTaskWords } from "../../words/consent.ts";

/** What is still to be done about consent, until it is. Without the acts it is only said. */
export function ConsentTasks(props: {
  position: ConsentPosition;
  today: CalendarDate;
  onTell?: (() => void) | undefined;
  onBasis?: (() => void) | undefined;
}): JSX.Element {
  const tasks = () => consentTasks(props.position, props.today);
  const has = (kind: string): boolean => tasks().some((task) => task.kind === kind);
  return (
    <Show when={tasks().length > 0}>
      <Notice tone="warn" title="Still to do">
        <ul class="govuk-list govuk-list--bullet">
          <For each={tasks()}>
            {(task) => (
              <li>
                {consentTaskWords(task)}
                {task.kind === "tell" ? `: ${task.names.join("; ")}` : "."}
              </li>
            )}
          </For>
        </ul>
        <Show when={has("tell") && props.onTell}>
          {(tell) => (
            <p>
              <Button kind="secondary" onClick={() => tell()()}>
                Record who has been told
              </Button>
            </p>
          )}
        </Show>
        <Show when={has("confirmBasis") && props.onBasis}>
          {(record) => (
            <p>
              <Button kind="secondary" onClick={() => record()()}>
                Record the decision with its basis
              </Button>
            </p>
          )}
        </Show>
      </Notice>
    </Show>
  );
}
