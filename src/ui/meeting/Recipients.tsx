import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { momentOf } from "../caseFile/when.ts";
import { SummaryList } from "../kit/SummaryList.tsx";
import { Tag } from "../kit/Tag.tsx";
import { itemTitle } from "./agendaWords.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";
import type { Recipient } from "./sending.ts";

/** Each person who is asked: what they get, and once it went out whether they have it and have read it. */
export function Recipients(props: {
  open: OpenMeeting;
  recipients: readonly Recipient[];
  sent: boolean;
}): JSX.Element {
  return (
    <SummaryList
      rows={props.recipients.map((each) => ({
        key: each.attendee.name === "" ? "Somebody without a name" : each.attendee.name,
        value: <What open={props.open} each={each} sent={props.sent} />,
      }))}
    />
  );
}

function What(props: { open: OpenMeeting; each: Recipient; sent: boolean }): JSX.Element {
  const title = (item: Recipient["items"][number]) => itemTitle(item, props.open.view().cases);
  const cases = () => props.each.items.filter((item) => item.case !== undefined).length;
  const casesWords = () => (cases() === 1 ? "1 case" : `${cases()} cases`);
  return (
    <>
      <Show
        when={props.each.onConfer}
        fallback={
          <div>
            <Tag>Not on Confer</Tag> Gets nothing from here: tell them yourself that they are asked for{" "}
            {props.each.whole ? "the whole meeting" : props.each.items.map(title).join(", ")}.
          </div>
        }
      >
        <Show
          when={props.each.whole}
          fallback={
            <>
              <div>The agenda, with other cases by reference only, and:</div>
              <ul class="govuk-list govuk-list--bullet">
                <For each={props.each.items}>{(item) => <li>{title(item)}</li>}</For>
              </ul>
            </>
          }
        >
          <div>The whole agenda, with {casesWords()}</div>
        </Show>
        <Show when={props.sent}>
          <Standing open={props.open} each={props.each} cases={cases()} />
        </Show>
      </Show>
    </>
  );
}

function Standing(props: { open: OpenMeeting; each: Recipient; cases: number }): JSX.Element {
  const has = () => props.each.fresh.length < props.each.items.length || props.each.items.length === 0;
  return (
    <p>
      <Show when={props.each.fresh.length > 0}>
        <Tag tone="warn">{has() ? `${props.each.fresh.length} new, not sent yet` : "Not sent yet"}</Tag>{" "}
      </Show>
      <Show when={has()}>
        <Show
          when={props.each.readMs}
          fallback={
            props.each.opened > 0 ? (
              <Tag tone="info">
                Opened {props.each.opened} of {props.cases}
              </Tag>
            ) : (
              <Tag>{onItsWay(props.open) ?? "Sent, not opened yet"}</Tag>
            )
          }
        >
          {(atMs) => <Tag tone="good">Read on {momentOf(atMs())}</Tag>}
        </Show>
      </Show>
    </p>
  );
}

/** Nobody can have what has not left this device. */
function onItsWay(open: OpenMeeting): string | undefined {
  switch (open.view().place) {
    case "this-device":
      return "Waits on this device for a connection";
    case "sending":
      return "On its way";
    case "refused":
      return "The server refused part of it";
    case "on-server":
      return undefined;
  }
}
