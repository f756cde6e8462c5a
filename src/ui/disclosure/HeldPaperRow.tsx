import { createUniqueId, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { HeldText } from "../../forms/disclosure/held.ts";
import { groundOf, type Marks, placeholder } from "../../forms/disclosure/withhold.ts";
import { Select } from "../kit/Select.tsx";
import { GROUNDS } from "./HeldTextRow.tsx";
import { GIVE, paperChoice } from "./marks.ts";

const CHOICES = [
  { value: GIVE, label: "Give all of it" },
  ...GROUNDS.map(({ value, label }) => ({ value, label: `Withhold: ${label.toLowerCase()}` })),
];

/** One paper: given whole, withheld whole, or not decided. Words cannot be taken out of somebody else's file. */
export function HeldPaperRow(props: {
  text: HeldText;
  marks: Marks;
  onMark: (choice: string) => void;
}): JSX.Element {
  const id = createUniqueId();
  const choice = () => paperChoice(props.marks, props.text.id);
  const hint = () =>
    choice() === GIVE
      ? "All that is in it goes to the person, words that you withhold elsewhere too. Read it under “Papers” first."
      : groundOf(choice())?.hint;
  return (
    <div class="confer-held__text">
      <h3 class="govuk-heading-s" dir="auto">
        {props.text.label}
      </h3>
      <p class="govuk-body confer-signed__statement">{props.text.text}</p>
      <Show when={groundOf(choice())}>
        <p class="govuk-body">
          <strong>{placeholder(choice())}</strong>
        </p>
      </Show>
      <Select
        id={`paper-${id}`}
        label={`What becomes of ‘${props.text.label}’?`}
        labelSize="s"
        hint={hint()}
        prompt="Not decided: it is not in the copy"
        options={CHOICES}
        value={choice()}
        onChange={props.onMark}
      />
    </div>
  );
}
