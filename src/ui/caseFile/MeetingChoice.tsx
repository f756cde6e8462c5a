import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import type { FieldErrors } from "../screens/parts/fieldErrors.ts";
import type { MeetingOption } from "../words/openings.ts";
import { chosenMeeting, type Draft } from "./triageRecord.ts";

/** The next meeting that it is in time for, unless a later one suits better or the chair takes it late. */
export function MeetingChoice(props: {
  draft: Draft;
  set: SetStoreFunction<Draft>;
  errors: FieldErrors;
  options: readonly MeetingOption[];
}): JSX.Element {
  const chosen = () => chosenMeeting(props.draft, props.options);
  return (
    <>
      <Radios
        id="meeting"
        label="For which meeting?"
        legendSize="s"
        options={props.options}
        value={chosen()?.value}
        onChange={(meeting) => props.set("meeting", meeting)}
      />
      <Show when={chosen()?.byChair}>
        <TextArea
          id="late-reason"
          label="Why does the chair take it late?"
          hint="In the chair’s words. It is kept in the log of decisions."
          labelSize="s"
          rows={2}
          error={props.errors.of("late-reason")}
          value={props.draft.lateReason}
          onInput={(text) => props.set("lateReason", text)}
        />
      </Show>
    </>
  );
}
