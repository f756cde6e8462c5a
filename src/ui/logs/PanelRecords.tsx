import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { standingLines } from "../../domain/logLines.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { type LogPlace, LogSection } from "./LogSection.tsx";

const keptOf = ({ definition }: PanelInfo) =>
  definition.records.filter(({ about, kept }) => about === "panel" && kept === "byHand");

/** What panels' papers want recorded about the panel itself: who chairs when, what the Board was told. */
export function PanelRecords(props: { session: Session }): JSX.Element {
  const panels = createLive(props.session.panels);
  const kept = createMemo(() => panels().filter((panel) => keptOf(panel).length > 0));
  // By id, so that a line that is being typed outlives news from the server.
  const ids = createMemo(() => kept().map(({ definition }) => definition.id));
  const find = (id: string) => kept().find(({ definition }) => definition.id === id);
  return (
    <Page title="Records of the panel" back={{ href: PATTERNS.panels, text: "Panels" }}>
      <p class="govuk-body confer-measure">
        Everyone who belongs to the partnership can read these. Write nothing here about a person who was
        referred.
      </p>
      <For each={ids()} fallback={<EmptyState>No panel in force asks for a record about itself.</EmptyState>}>
        {(id) => (
          <Show when={find(id)}>{(panel) => <OfPanel session={props.session} panel={panel()} />}</Show>
        )}
      </For>
    </Page>
  );
}

function OfPanel(props: { session: Session; panel: PanelInfo }): JSX.Element {
  const people = createLive(props.session.people);
  const nowMs = createServerNow(props.session);
  const { id } = props.panel.definition;
  const place = (): LogPlace => ({
    notes: props.session,
    name: `panel-log/${id}`,
    today: londonDateOf(nowMs()),
    days: {
      workingDayEnds: props.panel.definition.calendar.workingDayEnds,
      named: props.panel.namedDays,
    },
    whoOf: (user) =>
      people().find((person) => person.user === user)?.profile?.name ?? "Somebody who is not on this device",
    save: (line) => props.session.fileForPanel(id, line),
  });
  const keys = createMemo(() => keptOf(props.panel).map(({ key }) => key));
  const logOf = (key: string) => keptOf(props.panel).find((log) => log.key === key);
  return (
    <div class="confer-measure">
      <p class="govuk-caption-m">{props.panel.definition.shortName}</p>
      <For each={keys()}>
        {(key) => (
          <Show when={logOf(key)}>
            {(log) => (
              <LogSection log={log()} place={place()} lines={standingLines(props.panel.filed, key)} />
            )}
          </Show>
        )}
      </For>
    </div>
  );
}
