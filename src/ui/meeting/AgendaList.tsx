import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { MeetingView } from "../../app/meetingTypes.ts";
import type { ItemId } from "../../domain/ids.ts";
import { beginnings } from "../../domain/meeting/planning.ts";
import { Tag } from "../kit/Tag.tsx";
import { createSteady } from "../live.ts";
import { itemTitle, kindLabel, spanWords } from "./agendaWords.ts";

/** The agenda as it is read. `more`: what stands under an item, a link to its page for instance. */
export function AgendaList(props: {
  view: MeetingView;
  more?: ((item: ItemId) => JSX.Element) | undefined;
}): JSX.Element {
  const begins = createMemo(() => beginnings(props.view.agenda, props.view.meeting.start));
  const rows = createSteady(
    () => props.view.agenda,
    ({ item }) => item,
  );
  return (
    <ol class="confer-agenda">
      <For each={rows()}>
        {(item, at) => (
          <li class="confer-agenda__item">
            <ItemHead view={props.view} item={item} begins={begins()[at()]} />
            {props.more?.(item.item)}
          </li>
        )}
      </For>
    </ol>
  );
}

/** What an item is, when it begins, how long it may take, who presents it and why it stands where it does. */
export function ItemHead(props: {
  view: MeetingView;
  item: MeetingView["agenda"][number];
  begins: string | undefined;
}): JSX.Element {
  const facts = () =>
    [
      kindLabel(props.view.definition, props.item.kind),
      props.begins === undefined ? "" : `about ${props.begins}`,
      (props.item.minutes ?? 0) === 0 ? "" : spanWords(props.item.minutes ?? 0),
    ].filter((part) => part !== "");
  return (
    <>
      <strong class="confer-agenda__title">{itemTitle(props.item, props.view.cases)}</strong>{" "}
      <Show when={props.item.supplementary}>
        <Tag tone="info">Added after the agenda went out</Tag>
      </Show>
      <div class="confer-agenda__facts">{facts().join(" · ")}</div>
      <Show when={props.item.presenter}>
        {(presenter) => (
          <div class="confer-agenda__facts">
            Presented by {presenter()}
            {props.item.substitute === true ? " (standing in)" : ""}
          </div>
        )}
      </Show>
      <Show when={props.item.broughtForward}>
        {(why) => (
          <div class="confer-agenda__facts">
            Brought forward: {why()}
            {agreedWords(props.item.agreedBy)}
          </div>
        )}
      </Show>
      <Show when={props.item.lateReason}>
        {(why) => (
          <div class="confer-agenda__facts">
            Heard although late: {why()}
            {agreedWords(props.item.agreedBy)}
          </div>
        )}
      </Show>
    </>
  );
}

const agreedWords = (by: string | undefined): string =>
  by === undefined || by.trim() === "" ? "" : ` (agreed by ${by})`;
