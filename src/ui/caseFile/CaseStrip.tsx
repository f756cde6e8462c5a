import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseView } from "../../app/api.ts";
import { isClosed } from "../../domain/case/discussion.ts";
import { Tag } from "../kit/Tag.tsx";
import { caseTag } from "../words/cases.ts";
import { nameOf } from "./people.ts";
import { momentOf } from "./when.ts";

/** When it was first sent and, where it has been sent again, when last. */
function sentWords({ summary, snapshots }: CaseView): string {
  if (summary.submittedMs === undefined) return momentOf(summary.updatedMs);
  const latest = snapshots[0]?.atMs;
  const first = momentOf(summary.submittedMs);
  return latest === undefined || latest === summary.submittedMs
    ? first
    : `First ${first}; again ${momentOf(latest)}`;
}

/** The few things to know before reading on. */
export function CaseStrip(props: { view: CaseView }): JSX.Element {
  const parts = (): readonly { label: string; value: JSX.Element }[] => {
    const { summary } = props.view;
    const state = caseTag(summary.status);
    const handling = props.view.definition?.handling.mark;
    return [
      {
        label: "State",
        value: (
          <>
            <Tag tone={state.tone}>{state.text}</Tag>
            <Show when={isClosed(props.view.file)}>
              {" "}
              <Tag>Closed</Tag>
            </Show>
          </>
        ),
      },
      { label: "Panel", value: summary.panelName },
      { label: "Referred by", value: summary.mine ? "You" : nameOf(props.view, summary.author) },
      {
        label: summary.submittedMs === undefined ? "Last changed" : "Submitted",
        value: sentWords(props.view),
      },
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
