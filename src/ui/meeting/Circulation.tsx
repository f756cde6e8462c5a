import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { createAct } from "../act.ts";
import { momentOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { Tag } from "../kit/Tag.tsx";
import { createLive, createSteady } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { createServerNow } from "../thisDevice.ts";
import { byWords } from "../words/deadline.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";
import { type Sending, sendingsOf } from "./sending.ts";

/** What the panel's rules send before a meeting: to whom, by when, and whether it went in time. */
export function Circulation(props: {
  session: Session;
  open: OpenMeeting;
  others: readonly string[];
}): JSX.Element {
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const read = () => {
    const view = props.open.view();
    const panel = panels().find(({ definition }) => definition.id === view.definition.id);
    return sendingsOf(view, panel, nowMs());
  };
  const sendings = createSteady(read, ({ row }) => row.key);
  return (
    <ul class="confer-cards">
      <For each={sendings()}>
        {(sending) => (
          <li class="confer-card">
            <One {...props} sending={sending} today={londonDateOf(nowMs())} />
          </li>
        )}
      </For>
    </ul>
  );
}

function One(props: {
  session: Session;
  open: OpenMeeting;
  others: readonly string[];
  sending: Sending;
  today: ReturnType<typeof londonDateOf>;
}): JSX.Element {
  const { row } = props.sending;
  const act = createAct(() =>
    props.session.releaseMeeting(props.open.key, {
      what: row.key,
      note: "",
      others: props.others,
      notice: true,
    }),
  );
  const to = () =>
    row.to
      .map((key) => props.open.view().definition.roles.find((role) => role.key === key)?.label ?? key)
      .join(", ");
  return (
    <>
      <h3 class="confer-card__title">{row.what}</h3>
      <p class="confer-agenda__facts">To: {to()}</p>
      <p>
        <Show when={props.sending.due} fallback="The panel’s rules name no day for it.">
          {(due) => <>Due by {byWords(due(), props.today)}.</>}
        </Show>{" "}
        <Show when={props.sending.sentMs}>{(atMs) => <>Sent on {momentOf(atMs())}. </>}</Show>
        <Show when={props.sending.late}>
          <Tag tone="warn">{props.sending.sentMs === undefined ? "Late" : "Went out late"}</Tag>
        </Show>
      </p>
      <Show when={row.note}>
        <p class="confer-agenda__facts">{row.note}</p>
      </Show>
      <ProblemNotice problem={act.problem()} />
      <Show when={row.goes === "notice" && props.sending.sentMs === undefined}>
        <Show
          when={props.open.view().attendees.length > 0}
          fallback={<p class="confer-agenda__facts">Ask people to come first: then they can be told.</p>}
        >
          <Button kind="secondary" about={row.what} busy={act.busy()} onClick={() => void act.run()}>
            Tell those who are asked
          </Button>
          <p class="confer-agenda__facts">
            They see that there is a meeting and can send apologies. No case goes to them yet.
          </p>
        </Show>
      </Show>
    </>
  );
}
