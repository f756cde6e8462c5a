import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { answeredReturn } from "./returns.ts";
import type { OpenCase } from "./CaseGate.tsx";
import { Gaps, Said } from "./DecisionMessage.tsx";
import { Notice } from "../kit/Notice.tsx";
import { momentOf } from "./when.ts";

/** Sent again after a return: what was asked, and what the referrer says they did, before deciding anew. */
export function AnsweredReturn(props: { open: OpenCase }): JSX.Element {
  const found = () => answeredReturn(props.open.view());
  return (
    <Show when={found()}>
      {(answered) => (
        <Notice tone="info" title="Sent again after you asked for more">
          <p>
            Asked for on {momentOf(answered().askedMs)}, answered on {momentOf(answered().answeredMs)}.
          </p>
          <p>The referrer says:</p>
          <Said text={answered().note ?? "Nothing about what they changed."} />
          <p>What was missing:</p>
          <Gaps gaps={answered().gaps} definition={props.open.view().definition} />
        </Notice>
      )}
    </Show>
  );
}
