import { createSignal, For, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import { timesOf } from "../../../domain/meeting/attendance.ts";
import type { ItemId } from "../../../domain/ids.ts";
import { createSteady } from "../../live.ts";
import { createPart, type Room } from "./room.ts";

export type Place = ItemId | "opening";

/** The agenda down the side: what is now, what was heard, and the way to each. */
export function RoomAgenda(props: { room: Room; place: Place; onGo: (place: Place) => void }): JSX.Element {
  const view = () => props.room.open.view();
  const items = createSteady(
    () => view().agenda,
    ({ item }) => item,
  );
  const times = createPart(() => Object.fromEntries(timesOf(view().file)));
  const state = (item: ItemId): string => {
    const time = times()[item];
    if (!time) return "";
    return time.runningSinceMs === undefined ? "Heard" : "Now";
  };
  return (
    <nav class="confer-room__agenda" aria-label="Agenda">
      <ol class="confer-room__items">
        <li>
          <Place current={props.place === "opening"} onGo={() => props.onGo("opening")}>
            Opening
            <span class="confer-room__state">{view().gate.open ? "Done" : "To do"}</span>
          </Place>
        </li>
        <For each={items()}>
          {(each) => (
            <li>
              <Place current={props.place === each.item} onGo={() => props.onGo(each.item)}>
                {itemName(each)}
                <span class="confer-room__state">
                  {[state(each.item), each.minutes ? `${each.minutes} min` : ""].filter(Boolean).join(", ")}
                </span>
              </Place>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}

function Place(props: { current: boolean; onGo: () => void; children: JSX.Element }): JSX.Element {
  return (
    <button
      type="button"
      class="confer-room__place"
      aria-current={props.current ? "true" : undefined}
      onClick={() => props.onGo()}
    >
      {props.children}
    </button>
  );
}

/** A case by its reference alone. */
export const itemName = ({ case: scope, reference, title }: AgendaItem): string =>
  scope ? (reference ?? "Case") : (title ?? "Other business");

/** How long an item has run, every second: only this changes. */
export function Clock(props: {
  spentMs: number;
  sinceMs: number | undefined;
  minutes: number | undefined;
}): JSX.Element {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 1_000);
  onCleanup(() => clearInterval(timer));
  const seconds = () => {
    const running = props.sinceMs === undefined ? 0 : Math.max(0, now() - props.sinceMs);
    return Math.floor((props.spentMs + running) / 1_000);
  };
  const over = () => props.minutes !== undefined && seconds() > props.minutes * 60;
  const words = () => `${Math.floor(seconds() / 60)}:${String(seconds() % 60).padStart(2, "0")}`;
  return (
    <span class="confer-room__clock">
      <span aria-hidden="true">{words()}</span>
      <span class="govuk-visually-hidden">{Math.floor(seconds() / 60)} minutes</span>
      <Show when={props.minutes}>{(planned) => <> of {planned()} min</>}</Show>
      <Show when={over()}>
        <strong> Over time</strong>
      </Show>
    </span>
  );
}
