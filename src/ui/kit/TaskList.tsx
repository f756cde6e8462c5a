import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Tag } from "./Tag.tsx";
import type { Tone } from "./Tag.tsx";
import { classes, hintId } from "./field.ts";

export interface Task {
  key: string;
  title: string;
  /** Absent: cannot start yet, so not a link. */
  href?: string | undefined;
  hint?: string | undefined;
  status: {
    text: string;
    /** Absent: plain text, as for "Complete", so that what is left to do stands out. */
    tone?: Tone | undefined;
  };
}

/** Sections in any order. The whole row is the target; the status is read after the title. */
export function TaskList(props: { id: string; tasks: readonly Task[] }): JSX.Element {
  return (
    <ul class="govuk-task-list" id={props.id}>
      <For each={props.tasks}>
        {(task) => {
          const id = `${props.id}-${task.key}`;
          const statusId = `${id}-status`;
          const describedBy = task.hint === undefined ? statusId : `${hintId(id)} ${statusId}`;
          const linked = task.href !== undefined;
          return (
            <li class={classes("govuk-task-list__item", linked && "govuk-task-list__item--with-link")}>
              <div class="govuk-task-list__name-and-hint">
                <Show when={task.href} fallback={<div>{task.title}</div>}>
                  <a
                    class="govuk-link govuk-link--no-visited-state govuk-task-list__link"
                    href={task.href}
                    aria-describedby={describedBy}
                  >
                    {task.title}
                  </a>
                </Show>
                <Show when={task.hint}>
                  <div id={hintId(id)} class="govuk-task-list__hint">
                    {task.hint}
                  </div>
                </Show>
              </div>
              <div
                id={statusId}
                class={classes(
                  "govuk-task-list__status",
                  !linked && "govuk-task-list__status--cannot-start-yet",
                )}
              >
                <Show when={task.status.tone} fallback={task.status.text}>
                  {(tone) => <Tag tone={tone()}>{task.status.text}</Tag>}
                </Show>
              </div>
            </li>
          );
        }}
      </For>
    </ul>
  );
}
