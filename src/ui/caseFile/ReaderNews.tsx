import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { OpenCase } from "./CaseGate.tsx";
import { DecisionMessage } from "./DecisionMessage.tsx";
import { isHeard } from "./PanelDecision.tsx";
import { momentOf } from "./when.ts";

/** What was decided, for those who agreed to the referral or were let in: word for word what the referrer reads. */
export function ReaderNews(props: { open: OpenCase }): JSX.Element {
  const view = () => props.open.view();
  const decided = () =>
    view().summary.mine || view().mayDecide || isHeard(props.open) ? undefined : view().summary.decided;
  return (
    <Show when={decided()}>
      {(by) => (
        <section aria-labelledby="told-title">
          <h2 class="govuk-heading-s" id="told-title">
            What the referrer was told by {by().byName} on {momentOf(by().atMs)}
          </h2>
          <DecisionMessage
            record={view().standing.last?.record}
            definition={view().definition}
            meeting={view().summary.meeting}
          />
        </section>
      )}
    </Show>
  );
}
