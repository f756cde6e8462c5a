import type { JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import { DateInput } from "../kit/DateInput.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { errorOfDate } from "../screens/parts/dateError.ts";
import type { FieldErrors } from "../screens/parts/fieldErrors.ts";
import { type Draft, type How, HOWS } from "./triageRecord.ts";

/** What could not wait, and was settled by those who work on it: who agreed what, how and when [HER-08]. */
export function SettledFields(props: {
  draft: Draft;
  set: SetStoreFunction<Draft>;
  errors: FieldErrors;
}): JSX.Element {
  return (
    <>
      <TextArea
        id="urgency"
        label="Why could it not wait?"
        labelSize="s"
        rows={2}
        error={props.errors.of("urgency")}
        value={props.draft.urgency}
        onInput={(text) => props.set("urgency", text)}
      />
      <TextArea
        id="agreed"
        label="What was agreed?"
        hint="Who does what, and by when."
        labelSize="s"
        rows={4}
        error={props.errors.of("agreed")}
        value={props.draft.agreed}
        onInput={(text) => props.set("agreed", text)}
      />
      <TextArea
        id="settled-by"
        label="Who took part?"
        hint="Names and agencies, workers and managers."
        labelSize="s"
        rows={2}
        error={props.errors.of("settled-by")}
        value={props.draft.by}
        onInput={(text) => props.set("by", text)}
      />
      <Radios
        id="how"
        label="How was it settled?"
        legendSize="s"
        error={props.errors.of("how")}
        options={HOWS}
        value={props.draft.how === "" ? undefined : props.draft.how}
        onChange={(how) => props.set("how", how as How)}
      />
      <DateInput
        id="settled-on"
        label="When was it settled?"
        legendSize="s"
        error={errorOfDate(props.errors, "settled-on")}
        value={props.draft.on}
        onInput={(on) => props.set("on", on)}
      />
    </>
  );
}
