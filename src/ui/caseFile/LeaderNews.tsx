import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { STATUS_NAMES } from "../../domain/case/status.ts";
import { Details } from "../kit/Details.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { DecisionMessage } from "./DecisionMessage.tsx";
import { FiledElsewhere } from "./FiledElsewhere.tsx";
import { momentOf } from "./when.ts";

/** What was decided, by which leader, for the others; and where the panel's rules want it written besides. */
export function LeaderNews(props: { session: Session; open: OpenCase }): JSX.Element {
  const view = () => props.open.view();
  const decided = () => (view().mayDecide ? view().summary.decided : undefined);
  const withdrawn = (): boolean => view().standing.status === "withdrawn";
  return (
    <>
      <Show when={!withdrawn() && decided()}>
        {(by) => (
          <>
            <p class="govuk-body">
              {STATUS_NAMES[view().standing.status]} by {by().byName} on {momentOf(by().atMs)}.
            </p>
            <Show when={!view().summary.mine}>
              <Details summary="What the referrer reads">
                <DecisionMessage
                  record={view().standing.last?.record}
                  definition={view().definition}
                  meeting={view().summary.meeting}
                />
              </Details>
            </Show>
          </>
        )}
      </Show>
      <FiledElsewhere {...props} />
    </>
  );
}
