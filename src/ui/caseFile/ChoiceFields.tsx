import { Match, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import { TextArea } from "../kit/TextArea.tsx";
import type { FieldErrors } from "../screens/parts/fieldErrors.ts";
import type { OpenCase } from "./CaseGate.tsx";
import type { MeetingOption } from "../words/openings.ts";
import { GapList } from "./GapList.tsx";
import { MeetingChoice } from "./MeetingChoice.tsx";
import { SettledFields } from "./SettledFields.tsx";
import type { Draft } from "./triageRecord.ts";

/** What the chosen way needs. */
export function ChoiceFields(props: {
  draft: Draft;
  set: SetStoreFunction<Draft>;
  errors: FieldErrors;
  open: OpenCase;
  meetings: readonly MeetingOption[];
  /** The panel's rules ask for a reason with an acceptance too. */
  noteNeeded: boolean;
}): JSX.Element {
  return (
    <Switch>
      <Match when={props.draft.choice === "accepted"}>
        <MeetingChoice {...props} options={props.meetings} />
        <TextArea
          id="note"
          label="A note to the referrer"
          labelSize="s"
          optional={!props.noteNeeded}
          rows={3}
          error={props.errors.of("note")}
          value={props.draft.note}
          onInput={(text) => props.set("note", text)}
        />
      </Match>
      <Match when={props.draft.choice === "returned"}>
        <GapList
          gaps={props.draft.gaps}
          sections={props.open.view().definition?.sections ?? []}
          onChange={(gaps) => props.set("gaps", gaps)}
          errors={props.errors}
        />
        <TextArea
          id="note"
          label="Anything else"
          labelSize="s"
          optional={true}
          rows={3}
          error={props.errors.of("note")}
          value={props.draft.note}
          onInput={(text) => props.set("note", text)}
        />
      </Match>
      <Match when={props.draft.choice === "declined"}>
        <TextArea
          id="reason"
          label="Why will the panel not hear it?"
          hint="The referrer reads this. Say where else they could turn."
          labelSize="s"
          error={props.errors.of("reason")}
          value={props.draft.reason}
          onInput={(text) => props.set("reason", text)}
        />
      </Match>
      <Match when={props.draft.choice === "settled-outside"}>
        <SettledFields draft={props.draft} set={props.set} errors={props.errors} />
      </Match>
    </Switch>
  );
}
