import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { Approval } from "../../forms/definition/approval.ts";
import { DateInput } from "../kit/DateInput.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { errorOfDate } from "../screens/parts/dateError.ts";
import type { FieldErrors } from "../screens/parts/fieldErrors.ts";
import { NamedPersonFields } from "../screens/parts/NamedPersonFields.tsx";
import { type ApprovalDraft, outcomeOf } from "./approvalDraft.ts";

type Props = {
  approval: Approval;
  draft: ApprovalDraft;
  set: SetStoreFunction<ApprovalDraft>;
  errors: FieldErrors;
};

/** What somebody said by word of mouth or on paper. Whoever records it is named with it. */
export function ToldFields(props: Props): JSX.Element {
  return (
    <>
      <NamedPersonFields
        id="told"
        value={props.draft}
        onInput={(part, text) => props.set(part, text)}
        errors={props.errors}
      />
      <Show when={props.approval.kind === "approval"}>
        <Radios
          id="told-outcome"
          label="What did they say?"
          legendSize="s"
          error={props.errors.of("told-outcome")}
          options={[
            { value: "approved", label: "They approve it" },
            { value: "sentBack", label: "Not as it stands" },
          ]}
          value={props.draft.outcome === "" ? undefined : props.draft.outcome}
          onChange={(outcome) => props.set("outcome", outcome as ApprovalDraft["outcome"])}
        />
      </Show>
      <TextArea
        id="told-words"
        label="What they said"
        labelSize="s"
        optional={outcomeOf(props.approval, props.draft) === "approved"}
        rows={3}
        error={props.errors.of("told-words")}
        value={props.draft.words}
        onInput={(words) => props.set("words", words)}
      />
      <Radios
        id="told-how"
        label="How did they say it?"
        legendSize="s"
        error={props.errors.of("told-how")}
        options={[
          { value: "spoken", label: "In person or by telephone" },
          { value: "paper", label: "On paper or by email" },
        ]}
        value={props.draft.how === "" ? undefined : props.draft.how}
        onChange={(how) => props.set("how", how as ApprovalDraft["how"])}
      />
      <DateInput
        id="told-on"
        label="When did they say it?"
        legendSize="s"
        error={errorOfDate(props.errors, "told-on")}
        value={props.draft.on}
        onInput={(on) => props.set("on", on)}
      />
    </>
  );
}

/** Why the referral goes without it. */
export function ReasonFields(props: Omit<Props, "approval">): JSX.Element {
  return (
    <TextArea
      id="reason"
      label="Why does the referral go without it?"
      hint="The panel reads this. Say whom you tried to reach, and when."
      labelSize="s"
      rows={3}
      error={props.errors.of("reason")}
      value={props.draft.reason}
      onInput={(reason) => props.set("reason", reason)}
    />
  );
}
