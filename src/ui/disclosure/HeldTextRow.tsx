import { createMemo, createUniqueId, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { HeldText } from "../../forms/disclosure/held.ts";
import { groundOf, makeFinder, type Marks, placeholder } from "../../forms/disclosure/withhold.ts";
import { LAW } from "../../forms/law/law.ts";
import { Select } from "../kit/Select.tsx";
import { whyOf } from "./marks.ts";

/** What may be chosen: the law's grounds, as they are printed. */
export const GROUNDS = LAW.withholding.map(({ key, label }) => ({
  value: key,
  label: label.charAt(0).toUpperCase() + label.slice(1),
}));

/** One text as the copy will have it, and whether it is withheld whole. */
export function HeldTextRow(props: {
  text: HeldText;
  marks: Marks;
  onMark: (why: string) => void;
}): JSX.Element {
  const id = createUniqueId();
  const find = createMemo(() => makeFinder(props.marks));
  const why = () => whyOf(props.marks, props.text.id);
  return (
    <div class="confer-held__text">
      <h3 class="govuk-heading-s">
        <Stretches text={props.text.label} find={find()} />
      </h3>
      <Show
        when={why() === ""}
        fallback={
          <p class="govuk-body confer-signed__statement" dir="auto">
            <s class="confer-held__out">{props.text.text}</s> <strong>{placeholder(why())}</strong>
          </p>
        }
      >
        <p class="govuk-body confer-signed__statement" dir="auto">
          <Stretches text={props.text.text} find={find()} />
        </p>
      </Show>
      <Select
        id={`withhold-${id}`}
        label={`Withhold ‘${props.text.label}’`}
        labelSize="s"
        hint={groundOf(why())?.hint}
        prompt="No, share it"
        options={GROUNDS}
        value={why()}
        onChange={props.onMark}
      />
    </div>
  );
}

/** Words that are withheld stay readable to whoever marks, and are said to be withheld. */
function Stretches(props: { text: string; find: ReturnType<typeof makeFinder> }): JSX.Element {
  return (
    <For each={props.find(props.text)}>
      {({ text, why }) => (
        <Show when={why !== undefined} fallback={text}>
          <s class="confer-held__out">{text}</s>
          <span class="govuk-visually-hidden"> {placeholder(why ?? "")}</span>
        </Show>
      )}
    </For>
  );
}
