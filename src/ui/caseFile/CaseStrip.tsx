import { For } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseView } from "../../app/api.ts";
import { Tag } from "../kit/Tag.tsx";
import { caseTag } from "../words/cases.ts";
import { nameOf } from "./people.ts";
import { momentOf } from "./when.ts";

/** The few things to know before reading on. */
export function CaseStrip(props: { view: CaseView }): JSX.Element {
  const parts = (): readonly { label: string; value: JSX.Element }[] => {
    const { summary } = props.view;
    const state = caseTag(summary.status);
    const handling = props.view.definition?.handling.mark;
    return [
      { label: "State", value: <Tag tone={state.tone}>{state.text}</Tag> },
      { label: "Panel", value: summary.panelName },
      { label: "Referred by", value: summary.mine ? "You" : nameOf(props.view, summary.author) },
      summary.submittedMs === undefined
        ? { label: "Last changed", value: momentOf(summary.updatedMs) }
        : { label: "Submitted", value: momentOf(summary.submittedMs) },
      ...(handling === undefined ? [] : [{ label: "Handling", value: handling }]),
    ];
  };
  return (
    <dl class="confer-strip">
      <For each={parts()}>
        {({ label, value }) => (
          <div class="confer-strip__part">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
