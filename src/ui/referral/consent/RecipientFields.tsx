import type { JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { PanelDefinition } from "../../../forms/definition.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import type { FieldErrors } from "../../screens/parts/fieldErrors.ts";
import type { ConsentDraft } from "./draft.ts";
import { askedAbout } from "./events.ts";
import { longName } from "./tooLong.ts";

export const longRecipient = (draft: ConsentDraft): FieldError | undefined =>
  longName("add-recipient", draft.adding.trim(), "The name");

/** A name in the box counts though nobody pressed Add: nothing typed is lost. One too long stays there. */
export function addRecipient(
  draft: ConsentDraft,
  set: SetStoreFunction<ConsentDraft>,
  all: readonly string[],
): void {
  const name = draft.adding.trim();
  if (name === "" || longRecipient(draft) !== undefined) return;
  if (!all.includes(name)) set("added", [...draft.added, name]);
  set(
    "notAsked",
    draft.notAsked.filter((each) => each !== name),
  );
  set("adding", "");
}

/**
 * Who will have the information, by name. It is the list that the person is shown, so each can be taken off and
 * others added; a tick here is no consent [domain 2.6].
 */
export function RecipientFields(props: {
  definition: PanelDefinition;
  draft: ConsentDraft;
  set: SetStoreFunction<ConsentDraft>;
  errors: FieldErrors;
}): JSX.Element {
  const all = (): readonly string[] => [...props.definition.consent.recipients, ...props.draft.added];
  const change = (names: string[]): void => {
    props.set({
      notAsked: all().filter((name) => !names.includes(name)),
      // What was shown named others.
      shownText: "",
    });
  };
  return (
    <>
      <Checkboxes
        id="recipients"
        label="Who is it to be shared with?"
        hint="The person is shown exactly this list. Take off whoever has no part in it."
        legendSize="m"
        error={props.errors.of("recipients")}
        options={all().map((name) => ({ value: name, label: name }))}
        value={[...askedAbout(props.draft, props.definition)]}
        onChange={change}
      />
      <TextInput
        id="add-recipient"
        label="Somebody else"
        hint="By name: “partner agencies” says nothing to anyone."
        labelSize="s"
        optional={true}
        error={props.errors.of("add-recipient")}
        value={props.draft.adding}
        onInput={(name) => props.set("adding", name)}
      />
      <p>
        <Button
          kind="secondary"
          about="to the list"
          onClick={() => {
            if (!props.errors.check([longRecipient(props.draft)])) return;
            addRecipient(props.draft, props.set, all());
            props.set("shownText", "");
          }}
        >
          Add
        </Button>
      </p>
    </>
  );
}
