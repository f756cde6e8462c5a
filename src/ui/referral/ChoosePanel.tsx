import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo } from "../../app/api.ts";
import { dateWords, isoDayOf } from "../caseFile/when.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { nextMeetings } from "./deadlineWords.ts";

/** The panels of this partnership: who each is for, and when it meets next. */
export function ChoosePanel(props: {
  panels: readonly PanelInfo[];
  ready: boolean;
  /** Nothing has been referred from here yet: what to expect comes first. */
  first: boolean;
}): JSX.Element {
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
        <ul class="confer-cards">
          <For each={props.panels}>{(panel) => <PanelCard panel={panel} first={props.first} />}</For>
        </ul>
      </Show>
    </Page>
  );
}

function PanelCard(props: { panel: PanelInfo; first: boolean }): JSX.Element {
  const { definition } = props.panel;
  const meetings = (): string[] =>
    nextMeetings(props.panel, isoDayOf(Date.now()))
      .slice(0, 3)
      .map(({ date }) => dateWords(date));
  return (
    <li class="confer-card">
      <h2 class="confer-card__title">{definition.name}</h2>
      <p>{definition.audience.summary}</p>
      <p>
        {meetings().length > 0
          ? `Meets next: ${meetings().join("; ")}.`
          : "No meeting dates have been published here yet."}
      </p>
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
