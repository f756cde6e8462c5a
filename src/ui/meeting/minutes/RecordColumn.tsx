import { createMemo, For, Index, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { minutesSource } from "../../../app/minutesTypes.ts";
import type { DraftedMinutes } from "../../../domain/meeting/minutes.ts";
import { minutesGaps } from "../../../forms/minutes/gaps.ts";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";
import { createEdits } from "./createEdits.ts";
import { DraftRound } from "./DraftRound.tsx";
import { EditPart } from "./EditPart.tsx";
import { partGroups } from "./parts.ts";
import { gapWords } from "./words.ts";

/** The record that the page is made of: what is missing, what can be put in other words, and the way to signing. */
export function RecordColumn(props: {
  session: Session;
  open: OpenMeeting;
  draft: DraftedMinutes | undefined;
  maySign: boolean;
  amending: boolean;
  onSign: () => void;
  onStop: () => void;
}): JSX.Element {
  const gaps = createMemo(() => minutesGaps(minutesSource(props.open.view())).map(gapWords));
  const groups = createMemo(() => partGroups(props.open.view()));
  const edits = createEdits();
  const sign = async (): Promise<void> => {
    if (await edits.settled()) props.onSign();
  };
  return (
    <>
      <Show when={props.amending}>
        <Notice tone="warn" title="You are amending signed minutes">
          <p>The signed ones count until you sign again.</p>
          <Button kind="link" onClick={() => props.onStop()}>
            Go back to the signed minutes
          </Button>
        </Notice>
      </Show>
      <section aria-labelledby="before-title">
        <h2 class="govuk-heading-m" id="before-title">
          Before signing
        </h2>
        <Show
          when={gaps().length > 0}
          fallback={<p class="govuk-body">Nothing is missing from the record.</p>}
        >
          <p class="govuk-body">Look at these first. They do not stop you from signing.</p>
          <ul class="govuk-list govuk-list--bullet">
            <For each={gaps()}>{(gap) => <li>{gap}</li>}</For>
          </ul>
        </Show>
        <Show
          when={props.maySign}
          fallback={
            <p class="govuk-body confer-place">
              The chair signs. They find these minutes on their own device.
            </p>
          }
        >
          <Button onClick={() => void sign()}>Read to the end and sign</Button>
        </Show>
      </section>
      <DraftRound {...props} settled={() => edits.settled()} />
      <Show when={edits.left().length > 0}>
        <Notice tone="warn" title="Save or cancel what you are changing first" live={true}>
          <p>What stands in a box is not in the minutes yet: {edits.left().join(", ")}.</p>
        </Notice>
      </Show>
      <h2 class="govuk-heading-m">The record</h2>
      <p class="govuk-body">
        What you change here changes on the page beside it and in the record of the meeting.
      </p>
      <Index each={groups()}>
        {(group, at) => (
          <details class="govuk-details" open={at === 0}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{group().title}</span>
            </summary>
            <div class="govuk-details__text">
              <Index each={group().parts}>
                {(part, index) => (
                  <EditPart
                    session={props.session}
                    open={props.open}
                    part={part()}
                    id={`part-${at + 1}-${index + 1}`}
                    edits={edits}
                  />
                )}
              </Index>
            </div>
          </details>
        )}
      </Index>
    </>
  );
}
