import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { quorumOf } from "../../../domain/meeting/attendance.ts";
import { createAct } from "../../act.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { Heard } from "./heard.ts";
import { chairIsHere, contributorsNotHere } from "./notHere.ts";
import { createPart } from "./room.ts";

/** Whether the chair and each contributing agency are there; the chair's word stands. [HER-41] */
export function QuorumPart(props: { heard: Heard }): JSX.Element {
  const missing = createPart(() => [
    ...(chairIsHere(props.heard.room) ? [] : ["The chair"]),
    ...contributorsNotHere(props.heard),
  ]);
  const said = createPart(() => {
    const word = quorumOf(props.heard.room.open.view().file, props.heard.item.item);
    return word && { met: word.record.met, atMs: word.order[0] };
  });
  const act = createAct((met: boolean) =>
    props.heard.room.note({ type: "quorum", item: props.heard.item.item, met }),
  );
  return (
    <>
      <Show
        when={missing().length > 0}
        fallback={<p class="govuk-body">The chair and each agency that contributes are here.</p>}
      >
        <Notice tone="warn" title="Not marked as here">
          <p>{missing().join("; ")}</p>
        </Notice>
      </Show>
      <Show when={said()}>
        {(word) => (
          <p class="govuk-body">
            The chair said at {momentOf(word().atMs)}:{" "}
            {word().met ? "enough agencies are here." : "not enough agencies are here."}
          </p>
        )}
      </Show>
      <div class="confer-actions">
        <Button kind="secondary" busy={act.busy()} onClick={() => void act.run(true)}>
          The chair says there are enough
        </Button>
        <Button kind="secondary" busy={act.busy()} onClick={() => void act.run(false)}>
          Not enough
        </Button>
      </div>
      <ProblemNotice problem={act.problem()} />
    </>
  );
}
