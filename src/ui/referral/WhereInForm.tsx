import { createMemo } from "solid-js";
import type { JSX } from "solid-js";
import type { Editor } from "../../app/api.ts";
import type { Page as FormPage, Section } from "../../forms/definition/section.ts";
import { progress } from "../../forms/status.ts";
import type { OpenForm } from "./DraftGate.tsx";
import { SavedLine } from "./SavedLine.tsx";

/** Stays in sight while one scrolls: where am I, how much is left, is it safe. */
export function WhereInForm(props: {
  open: OpenForm;
  editor: Editor;
  section: Section;
  page: FormPage;
}): JSX.Element {
  const whole = createMemo(() =>
    progress(props.open.definition(), props.open.view().answers, props.open.consent(), props.open.today),
  );
  const pages = (): string => {
    const { pages: all } = props.section;
    return all.length > 1 ? `Page ${all.indexOf(props.page) + 1} of ${all.length}` : "One page";
  };
  return (
    <div class="confer-where">
      <p class="govuk-body-s confer-where__place">
        {pages()} · {whole().text} complete
      </p>
      <SavedLine editor={props.editor} />
    </div>
  );
}
