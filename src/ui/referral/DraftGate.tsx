import { createMemo, createSignal, onCleanup, onMount, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Editor, Session } from "../../app/api.ts";
import type { ConsentPosition } from "../../domain/consentPosition.ts";
import { currentConsent } from "../../domain/consentPosition.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import { CaseGate, type OpenCase } from "../caseFile/CaseGate.tsx";
import { isoDayOf } from "../caseFile/when.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";

export type OpenForm = OpenCase & {
  /** The definition the case was started under: one object for as long as the screen is open. */
  readonly definition: Accessor<PanelDefinition>;
  readonly consent: Accessor<ConsentPosition>;
  readonly today: CalendarDate;
};

type FormProps = { session: Session; title: string; children: (open: OpenForm) => JSX.Element };

/** A case with the form it was started under. Without the form, says why the questions cannot be shown. */
export function FormGate(props: FormProps): JSX.Element {
  return (
    <CaseGate session={props.session} title={props.title}>
      {(open) => <WithForm open={open} title={props.title} children={props.children} />}
    </CaseGate>
  );
}

function WithForm(props: { open: OpenCase; title: string; children: FormProps["children"] }): JSX.Element {
  // The view is made afresh on every change; a form that only looks new must not redraw under the caret.
  const definition = createMemo(() => props.open.view().definition, undefined, {
    equals: (a, b) => a?.id === b?.id && a?.version === b?.version,
  });
  const today = isoDayOf(Date.now());
  const consent = createMemo(() =>
    currentConsent(props.open.view().file.consent, definition()?.subjects[0]?.key, today),
  );
  return (
    <Show
      when={definition() !== undefined}
      fallback={
        <Page title={props.title} back={{ href: props.open.href() }}>
          <p class="govuk-body">
            The form this referral was started with is not on this device yet. It comes with the next
            connection. What was written is safe.
          </p>
          <ButtonLink href="/">Go to your list</ButtonLink>
        </Page>
      }
    >
      {props.children({
        ...props.open,
        definition: definition as Accessor<PanelDefinition>,
        consent,
        today,
      })}
    </Show>
  );
}

/** A draft open for typing. Closing it keeps everything typed so far. */
export function EditorGate(props: {
  session: Session;
  open: OpenForm;
  children: (editor: Editor) => JSX.Element;
}): JSX.Element {
  const [editor, setEditor] = createSignal<Editor>();
  let gone = false;
  onMount(() => {
    void props.session.edit(props.open.scope).then((opened) => {
      if (gone) void opened.close();
      else setEditor(opened);
    });
  });
  onCleanup(() => {
    gone = true;
    void editor()?.close();
  });
  return (
    <Show when={editor()} keyed>
      {(opened) => props.children(opened)}
    </Show>
  );
}
