import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo } from "../../../app/api.ts";
import type { CalendarDate } from "../../../domain/calendarDate.ts";
import { changesWords } from "../../words/meetingDeadlines.ts";

/** Which meetings were moved or cancelled, and why; nothing while none was. */
export function MeetingChanges(props: { panel: PanelInfo; today: CalendarDate }): JSX.Element {
  const changes = () => changesWords(props.panel, props.today);
  return (
    <Show when={changes().length > 0}>
      <ul class="govuk-list govuk-list--bullet">
        <For each={changes()}>{(sentence) => <li>{sentence}</li>}</For>
      </ul>
    </Show>
  );
}
