import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { decisionsOf, isClosed } from "../../domain/case/discussion.ts";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";
import type { OpenCase } from "./CaseGate.tsx";
import { Said } from "./DecisionMessage.tsx";
import { dateWords } from "./when.ts";

/** Heard and decided on: that it was accepted for a meeting is no news any more. What triage says after it is. */
export const isHeard = (open: OpenCase): boolean =>
  open.view().standing.status === "accepted" && decisionsOf(open.view().file).length > 0;

/** What the panel decided when it last heard the case, and why, for whoever referred it and everybody else. [ASH-82] */
export function PanelDecision(props: { session: Session; open: OpenCase }): JSX.Element {
  const panels = createLive(props.session.panels);
  const last = () => (isHeard(props.open) ? decisionsOf(props.open.view().file).at(-1)?.record : undefined);
  const decision = () => props.open.view().definition?.decisions.find(({ key }) => key === last()?.decision);
  const heardOn = () => {
    const meetings = panels().flatMap(({ everyMeeting }) => everyMeeting);
    const date = meetings.find(({ key }) => key === last()?.meeting)?.date;
    return date === undefined
      ? "The panel heard this case."
      : `The panel heard this case on ${dateWords(date)}.`;
  };
  return (
    <Show when={last()}>
      {(decided) => (
        <Notice
          tone={decision()?.suitable === true ? "good" : "info"}
          title={`The panel decided: ${decision()?.label ?? decided().decision}`}
        >
          <p>
            {heardOn()}
            {isClosed(props.open.view().file) ? " It is done with it." : ""}
          </p>
          <Said text={decided().reason} />
        </Notice>
      )}
    </Show>
  );
}
