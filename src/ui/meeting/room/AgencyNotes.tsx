import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { researchFor } from "../../../domain/case/discussion.ts";
import { createPart } from "./room.ts";
import type { Heard } from "./heard.ts";

/** What each agency looked up beforehand; what is said now goes into the note below. [ASH-83], [OXT-31] */
export function AgencyNotes(props: { heard: Heard }): JSX.Element {
  const notes = createPart(() => researchFor(props.heard.file(), props.heard.meeting));
  return (
    <Show
      when={notes().length > 0}
      fallback={<p class="govuk-body">No agency has sent a note about this case.</p>}
    >
      <For each={notes()}>
        {({ record }) => (
          <div class="confer-said">
            <h4 class="govuk-heading-s">{record.agency}</h4>
            <Show when={record.nothing}>
              <p class="govuk-body">Looked, and found nothing.</p>
            </Show>
            <For
              each={[
                ["Known", record.known],
                ["Involvement", record.involvement],
                ["Care plan", record.carePlan],
                ["Concerns", record.concerns],
              ].filter(([, text]) => text !== "")}
            >
              {([title, text]) => (
                <p class="govuk-body" dir="auto">
                  <strong>{title}:</strong> {text}
                </p>
              )}
            </For>
          </div>
        )}
      </For>
    </Show>
  );
}
