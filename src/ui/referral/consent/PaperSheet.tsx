import { createEffect, createMemo, For, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import { CONSENT_SHEET } from "../../../forms/papers.ts";
import { FilePicker } from "../../kit/FilePicker.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { AddingState } from "../../papers/AddingState.tsx";
import { addingTo } from "../../papers/adding.ts";
import { ACCEPT } from "../../papers/paperWords.ts";
import type { FieldErrors } from "../../screens/parts/fieldErrors.ts";
import type { StepProps } from "./step.ts";

/**
 * The signed sheet: photographed here, or where it is kept, or both. A photograph is sealed as it comes, as any
 * other paper is; the record then names it.
 */
export function PaperSheet(props: StepProps & { errors: FieldErrors }): JSX.Element {
  const adding = addingTo(props.session, props.open.scope);
  const sheets = createMemo(() =>
    props.open.view().papers.filter(({ kind, removed }) => kind === CONSENT_SHEET && !removed),
  );
  // One that has just come is the one that is meant.
  createEffect(
    on(
      () => sheets().at(-1)?.id,
      (newest, before) => {
        if (newest !== undefined && before !== undefined && newest !== before)
          props.set("paperAttached", newest);
        if (newest !== undefined && sheets().length === 1) props.set("paperAttached", newest);
      },
    ),
  );
  const touched = matchMedia("(pointer: coarse)").matches;
  const add = (files: readonly File[]): void => adding.add(CONSENT_SHEET, files);
  return (
    <>
      <fieldset class="govuk-fieldset confer-question">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">The signed sheet</legend>
        <Show when={sheets().length === 1}>
          <For each={sheets()}>
            {({ title, fileName }) => (
              <p class="govuk-body" role="status">
                Attached: {title || fileName}.
              </p>
            )}
          </For>
        </Show>
        <AddingState adding={adding} kind={CONSENT_SHEET} />
        <div class="confer-actions">
          <Show when={touched}>
            <FilePicker
              id="sheet-camera"
              camera={true}
              accept="image/*"
              about="of the signed sheet"
              onFiles={add}
            >
              Take a photo
            </FilePicker>
          </Show>
          <FilePicker
            id="sheet-file"
            kind="secondary"
            accept={ACCEPT}
            about="of the signed sheet"
            onFiles={add}
          >
            Choose a photo or file
          </FilePicker>
        </div>
      </fieldset>
      <Show when={sheets().length > 1}>
        <Radios
          id="sheet"
          label="Which of them is it?"
          legendSize="s"
          options={sheets().map(({ id, title, fileName }) => ({ value: id, label: title || fileName }))}
          value={props.draft.paperAttached === "" ? undefined : props.draft.paperAttached}
          onChange={(id) => props.set("paperAttached", id)}
        />
      </Show>
      <TextInput
        id="paper-place"
        label="Where is the signed sheet kept?"
        hint="For example in your service’s own record."
        spellcheck={true}
        optional={props.draft.paperAttached !== ""}
        error={props.errors.of("paper-place")}
        value={props.draft.paperPlace}
        onInput={(text) => props.set("paperPlace", text)}
      />
    </>
  );
}
