import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import { timesOf } from "../../../domain/meeting/attendance.ts";
import { createAct } from "../../act.ts";
import { Button } from "../../kit/Button.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import { Clock } from "./RoomAgenda.tsx";
import { createPart, type Room } from "./room.ts";

/** Of the item on the screen: how long it has taken, who presents it, and starting and ending it. */
export function NowBar(props: { room: Room; item: AgendaItem }): JSX.Element {
  const time = createPart(() => timesOf(props.room.open.view().file).get(props.item.item));
  const running = createMemo(() => time()?.runningSinceMs !== undefined);
  const act = createAct((now: "started" | "ended") =>
    props.room.note({ type: "item-timed", item: props.item.item, now }),
  );
  return (
    <div class="confer-room__now">
      <p class="govuk-body confer-room__facts">
        <Clock spentMs={time()?.spentMs ?? 0} sinceMs={time()?.runningSinceMs} minutes={props.item.minutes} />
        <Show when={props.item.presenter}>{(name) => <span>Presented by {name()}</span>}</Show>
        <Show when={props.item.broughtForward}>{(why) => <span>Moved up: {why()}</span>}</Show>
      </p>
      <Button
        kind={running() ? "secondary" : "primary"}
        busy={act.busy()}
        onClick={() => void act.run(running() ? "ended" : "started")}
      >
        {running() ? "End item" : "Start item"}
      </Button>
      <ProblemNotice problem={act.problem()} />
    </div>
  );
}
