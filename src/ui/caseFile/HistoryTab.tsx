import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { HistoryLine } from "../../app/api.ts";
import type { RecordPlace } from "../../app/api.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Timeline } from "../kit/Timeline.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { momentOf } from "./when.ts";

const PLACES = {
  "this-device": "On this device only.",
  sending: "On this device, on its way to the server.",
  "on-server": "On the server.",
  refused: "On this device. The server refused it.",
} satisfies Record<RecordPlace, string>;

const sentence = ({ whoName, what }: HistoryLine): string => `${whoName} ${what}.`;

/** Who did what, when, and where each record of it is now. Newest first. */
export function HistoryTab(props: { open: OpenCase }): JSX.Element {
  const lines = () => props.open.view().history.toSorted((a, b) => b.atMs - a.atMs);
  return (
    <Show
      when={lines().length > 0}
      fallback={<EmptyState>Everything that happens to the case is listed here, in order.</EmptyState>}
    >
      <Timeline
        label="History, newest first"
        items={lines().map((line) => ({
          key: line.entry,
          at: momentOf(line.atMs),
          iso: new Date(line.atMs).toISOString(),
          text: (
            <>
              {sentence(line)} <span class="confer-place">{PLACES[line.place]}</span>
            </>
          ),
        }))}
      />
    </Show>
  );
}
