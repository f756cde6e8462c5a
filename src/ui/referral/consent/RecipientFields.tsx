import type { JSX } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { PanelDefinition } from "../../../forms/definition.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import type { ConsentDraft } from "./draft.ts";
import { askedAbout } from "./events.ts";

/** A name in the box counts though nobody pressed Add: nothing typed is lost. */
export function addRecipient(
  draft: ConsentDraft,
  set: SetStoreFunction<ConsentDraft>,
  all: readonly string[],
): void {
  const name = draft.adding.trim();
  if (name === "") return;
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
  error: string | undefined;
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
        error={props.error}
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
        value={props.draft.adding}
        onInput={(name) => props.set("adding", name)}
      />
      <p>
        <Button
          kind="secondary"
          about="to the list"
          onClick={() => {
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
