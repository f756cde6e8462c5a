import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type LawEntry, LAW, type LawKind } from "../../../../forms/law/law.ts";
import { Checkboxes } from "../../../kit/Checkboxes.tsx";
import { Details } from "../../../kit/Details.tsx";
import { Radios } from "../../../kit/Radios.tsx";
import { dateWords } from "../../../caseFile/when.ts";
import { createFieldErrors } from "../../../screens/parts/fieldErrors.ts";
import { type ConsentDraft, UNSURE } from "../draft.ts";
import { offeredTo } from "../groundEvents.ts";
import type { StepProps } from "../step.ts";
import { StepForm } from "../StepForm.tsx";
import { groundErrors } from "./groundErrors.ts";

const KINDS: readonly LawKind[] = ["basis", "condition", "gateway"];

const asChoice = ({ key, label, hint, law }: LawEntry) => ({
  value: key,
  label,
  hint: hint === undefined ? `${law}.` : `${law}. ${hint}`,
});

/**
 * What the decision rests on in law. Only what is in force that day and open to that body can be chosen; the rest
 * is named with the reason. Whoever does not know leaves it to somebody who does: a guess would be worse.
 */
export function LawStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const offered = (kind: LawKind) => offeredTo(props.draft, props.open.definition(), kind, props.open.today);
  const sure = (): boolean => props.draft.basis !== UNSURE;
  return (
    <StepForm
      step={props}
      title="What the law says"
      errors={errors}
      onSubmit={() => {
        if (errors.check(groundErrors("law", props))) props.go("weighed");
      }}
    >
      <Radios
        id="body"
        label="Is the body that decides a public authority?"
        hint="A council, the police, the NHS, a school, probation."
        legendSize="m"
        error={errors.of("body")}
        options={[
          { value: "publicAuthority", label: "Yes" },
          { value: "other", label: "No", hint: "A charity, a housing association, a private company." },
        ]}
        value={props.draft.body === "" ? undefined : props.draft.body}
        onChange={(body) => props.set("body", body as ConsentDraft["body"])}
      />
      <Show when={props.draft.body !== ""}>
        <Radios
          id="basis"
          label="Which lawful basis does sharing rest on?"
          legendSize="m"
          error={errors.of("basis")}
          options={[
            ...offered("basis").offered.map(asChoice),
            {
              value: UNSURE,
              label: "I am not sure",
              hint: "Sharing to protect somebody does not have to wait for this. Somebody who knows the law confirms it later.",
              or: true,
            },
          ]}
          value={props.draft.basis === "" ? undefined : props.draft.basis}
          onChange={(key) => props.set("basis", key)}
        />
        <Show when={sure()}>
          <Checkboxes
            id="conditions"
            label="Which condition allows sharing sensitive information?"
            hint="About health, ethnic origin, religion, sexuality and the like, or about offences."
            legendSize="m"
            error={errors.of("conditions")}
            options={offered("condition").offered.map((entry) => ({
              ...asChoice(entry),
              exclusive: entry.key === "noSpecialData",
            }))}
            value={props.draft.conditions}
            onChange={(keys) => props.set("conditions", keys)}
          />
          <Checkboxes
            id="gateways"
            label="Which powers or duties to share apply?"
            optional={true}
            legendSize="m"
            options={offered("gateway").offered.map(asChoice)}
            value={props.draft.gateways}
            onChange={(keys) => props.set("gateways", keys)}
          />
        </Show>
        <NotOffered lists={KINDS.flatMap((kind) => offered(kind).notOffered)} />
        <p class="govuk-hint">
          From the list of {dateWords(LAW.edition)}. A data protection officer confirms it.
        </p>
      </Show>
    </StepForm>
  );
}

function NotOffered(props: {
  lists: readonly { readonly entry: LawEntry; readonly because: string }[];
}): JSX.Element {
  return (
    <Show when={props.lists.length > 0}>
      <Details summary="What cannot be chosen, and why">
        <ul class="govuk-list govuk-list--bullet">
          <For each={props.lists}>
            {({ entry, because }) => (
              <li>
                {entry.label} ({entry.law}). {because}
              </li>
            )}
          </For>
        </ul>
      </Details>
    </Show>
  );
}
