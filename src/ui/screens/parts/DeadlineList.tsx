import { createMemo, For, mapArray, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo } from "../../../app/api.ts";
import type { CalendarDate } from "../../../domain/calendarDate.ts";
import type { MeetingDate } from "../../../domain/panelBook.ts";
import { Details } from "../../kit/Details.tsx";
import { SummaryList } from "../../kit/SummaryList.tsx";
import { Tag } from "../../kit/Tag.tsx";
import { createSteady } from "../../live.ts";
import { type DeadlineLine, deadlineLines } from "../../words/meetingDeadlines.ts";

/** In order of date: what has to have happened by when, who does it, and how the date comes about. */
export function DeadlineList(props: {
  panel: PanelInfo;
  meeting: MeetingDate;
  nowMs: number;
  today: CalendarDate;
}): JSX.Element {
  const lines = createMemo(() => deadlineLines(props.panel, props.meeting, props.nowMs, props.today));
  // What was opened stays open while nothing about it changes.
  const steady = createSteady(lines, ({ key }) => key);
  const rows = mapArray(steady, (line) => ({ key: line.when, value: <Line line={line} /> }));
  return <SummaryList rows={rows()} />;
}

function Line(props: { line: DeadlineLine }): JSX.Element {
  const rest = () => props.line.sentences.slice(1);
  return (
    <>
      <div>
        <strong>{props.line.what}</strong>{" "}
        <Show when={props.line.past}>
          <Tag>Past</Tag>
        </Show>
        <Show when={props.line.provisional}>
          <Tag tone="warn">Provisional</Tag>
        </Show>
      </div>
      <p>
        {props.line.who}. {props.line.sentences[0]}
      </p>
      <Show when={rest().length > 0}>
        <Details summary="How this date is worked out">
          <For each={rest()}>{(sentence) => <p>{sentence}</p>}</For>
        </Details>
      </Show>
    </>
  );
}
