import { createSignal, For, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ListedAction } from "../../app/actionTypes.ts";
import type { Session } from "../../app/api.ts";
import { type CalendarDate, formatCalendarDate } from "../../domain/calendarDate.ts";
import type { NamedDay } from "../../domain/workingDays.ts";
import { Table } from "../kit/Table.tsx";
import { ACTION_STATES, dueWords } from "../words/actions.ts";
import { createLive } from "../live.ts";
import { counted } from "../words/backup.ts";
import type { Found, Whose } from "./find.ts";
import { isEverything } from "./wanted.ts";

const COLUMNS = ["Action", "Who", "Case", "When", "How it stands"] as const;

const WHOSE: Readonly<Record<Whose, string>> = {
  mine: "My actions",
  agency: "My agency’s actions",
  all: "Everybody’s actions",
};

/**
 * What is printed of a list: everything that was found, however little of it the screen shows so far. Cases go by their
 * references, since paper lies about. Made while the browser prints, and gone after.
 */
export function PrintedActions(props: {
  session: Session;
  found: Found;
  today: CalendarDate;
  named: readonly NamedDay[];
}): JSX.Element {
  const panels = createLive(props.session.panels);
  /** How paper with actions of these panels is handled. */
  const marks = (): readonly string[] => {
    const ids = new Set(props.found.actions.map(({ definitionId }) => definitionId));
    const theirs = panels().filter(({ definition }) => ids.has(definition.id));
    return [...new Set(theirs.map(({ definition }) => definition.handling.mark))];
  };
  const [printing, setPrinting] = createSignal(false);
  const begin = () => setPrinting(true);
  const end = () => setPrinting(false);
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  onCleanup(() => {
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
  });
  const row = (action: ListedAction): readonly string[] => [
    action.what,
    [action.owner || "Nobody named", action.agency].filter(Boolean).join(", "),
    `${action.reference}, ${action.panelName}`,
    dueWords(action, props.today, props.named),
    ACTION_STATES[action.state].text,
  ];
  return (
    <Show when={printing()}>
      <div class="confer-printed-list">
        <p class="govuk-body">
          <strong>{marks().join(" · ")}</strong>
        </p>
        <p class="govuk-body">
          {WHOSE[props.found.choices.whose]}: {counted(props.found.actions.length, "action", "actions")}
          {isEverything(props.found.choices.wanted) ? "" : " found, others left out"}, as on{" "}
          {formatCalendarDate(props.today)}.
        </p>
        <For each={props.found.groups}>
          {(group) => (
            <Table
              caption={group.counts === undefined ? group.title : `${group.title}: ${group.counts}`}
              columns={COLUMNS}
              rows={group.actions.map(row)}
            />
          )}
        </For>
      </div>
    </Show>
  );
}
