import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { AddPanel } from "./parts/AddPanel.tsx";
import { BlankForm } from "./parts/BlankForm.tsx";
import { NamedDays } from "./parts/NamedDays.tsx";
import { PanelDates } from "./parts/PanelDates.tsx";
import { PanelSettings } from "./parts/PanelSettings.tsx";

/** Which panels are in force, when they meet, and how to add one. */
export function Panels(props: { session: Session }): JSX.Element {
  const panels = createLive(props.session.panels);
  // By id, so that a date that is being typed outlives news from the server.
  const ids = () => panels().map(({ definition }) => definition.id);
  const find = (id: string) => panels().find(({ definition }) => definition.id === id);
  return (
    <Page title="Panels">
      <Show
        when={panels().length > 0}
        fallback={
          <EmptyState title="No panel is in force yet">
            A panel says who may be referred, what is asked, and which deadlines hold. Add one below.
          </EmptyState>
        }
      >
        <For each={ids()}>
          {(id) => (
            <Show when={find(id)}>{(panel) => <PanelCard session={props.session} panel={panel()} />}</Show>
          )}
        </For>
      </Show>
      <Show when={panels().length > 0}>
        <div class="confer-actions">
          <ButtonLink kind="secondary" href={PATTERNS.report}>
            Yearly report
          </ButtonLink>
          <ButtonLink kind="secondary" href={PATTERNS.panelRecords}>
            Records of the panel
          </ButtonLink>
          <ButtonLink kind="secondary" href={PATTERNS.passwords}>
            Passwords
          </ButtonLink>
        </div>
      </Show>
      <Show when={panels()[0]}>
        {(panel) => (
          <>
            <h2 class="govuk-heading-m">Working days</h2>
            <NamedDays session={props.session} days={panel().namedDays} />
          </>
        )}
      </Show>
      <h2 class="govuk-heading-m">Add a panel</h2>
      <AddPanel session={props.session} inForce={ids()} />
    </Page>
  );
}

function PanelCard(props: { session: Session; panel: PanelInfo }): JSX.Element {
  const definition = () => props.panel.definition;
  return (
    <section class="confer-card">
      <h2 class="confer-card__title">{definition().name}</h2>
      <p class="govuk-body">
        {definition().audience.summary}
        <br />
        Version {definition().version}, {definition().sections.length} sections
      </p>
      <Show when={definition().conflicts.length > 0}>
        <Details summary={`Where the panel’s own papers disagree (${definition().conflicts.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            <For each={definition().conflicts}>
              {(conflict) => (
                <li>
                  {conflict.summary} {conflict.applied}
                </li>
              )}
            </For>
          </ul>
        </Details>
      </Show>
      <PanelDates session={props.session} panel={props.panel} />
      <BlankForm make={() => props.session.blankForm(definition().id)} panel={definition().shortName} />
      <PanelSettings session={props.session} panel={props.panel} />
    </section>
  );
}
