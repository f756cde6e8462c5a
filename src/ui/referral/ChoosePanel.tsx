import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { hearingAt } from "../../domain/hearing.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { MeetingChanges } from "../screens/parts/MeetingChanges.tsx";
import { createServerNow } from "../thisDevice.ts";
import { callsOfPanel, cardWords } from "../words/deadline.ts";
import { ClockNotice } from "./Deadline.tsx";

/** The panels of this partnership: who each is for, when it meets next, and by when to send. */
export function ChoosePanel(props: {
  session: Session;
  panels: readonly PanelInfo[];
  ready: boolean;
  /** Nothing has been referred from here yet: what to expect comes first. */
  first: boolean;
}): JSX.Element {
  const nowMs = createServerNow(props.session);
  return (
    <Page title="Which panel is this for?" back={{ href: "/" }}>
      <Show
        when={props.panels.length > 0}
        fallback={
          <EmptyState title="No panels yet">
            {props.ready
              ? "The panels appear here once the co-ordinator has set one up and this device has been online."
              : "Reading what is on this device."}
          </EmptyState>
        }
      >
        <ClockNotice session={props.session} />
        <ul class="confer-cards">
          <For each={props.panels}>
            {(panel) => <PanelCard panel={panel} first={props.first} nowMs={nowMs()} />}
          </For>
        </ul>
      </Show>
    </Page>
  );
}

function PanelCard(props: { panel: PanelInfo; first: boolean; nowMs: number }): JSX.Element {
  const { definition } = props.panel;
  const times = (): string =>
    cardWords(hearingAt(callsOfPanel(props.panel), props.nowMs), londonDateOf(props.nowMs));
  return (
    <li class="confer-card">
      <h2 class="confer-card__title">{definition.name}</h2>
      <p>{definition.audience.summary}</p>
      <p>{times()}</p>
      <MeetingChanges panel={props.panel} today={londonDateOf(props.nowMs)} />
      <Details summary="What this panel is for">
        <For each={definition.audience.aims}>{(aim) => <p>{aim.text}</p>}</For>
      </Details>
      <ButtonLink
        href={`/referral/new?panel=${definition.id}&step=${props.first ? "before" : "0"}`}
        about={`with ${definition.name}`}
      >
        Start
      </ButtonLink>
    </li>
  );
}
