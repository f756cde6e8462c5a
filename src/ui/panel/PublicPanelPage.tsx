import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { FoundPanel, PublicPanels } from "../../app/publicPanel.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { SkipLink } from "../kit/SkipLink.tsx";
import { TopBar } from "../kit/TopBar.tsx";
import { BlankForm } from "../screens/parts/BlankForm.tsx";
import { PanelContact } from "./PanelContact.tsx";
import { PanelPurpose } from "./PanelPurpose.tsx";
import { PublicMeetings } from "./PublicMeetings.tsx";

type Found = Extract<FoundPanel, { kind: "found" }>;

/** What anybody may read of a panel [ASH-04]. Works without signing in; made on this device, and printed as it stands. */
export function PublicPanelPage(props: { address: string; start: () => Promise<PublicPanels> }): JSX.Element {
  const [result, setResult] = createSignal<FoundPanel>();
  let panels: Promise<PublicPanels> | undefined;
  const look = async (): Promise<void> => {
    setResult(undefined);
    try {
      panels ??= props.start();
      setResult(await (await panels).find(props.address));
    } catch {
      panels = undefined;
      setResult({ kind: "unreachable" });
    }
  };
  onMount(() => void look());
  const found = (): Found | undefined => {
    const now = result();
    return now?.kind === "found" ? now : undefined;
  };
  const blankForm = async (definition: PanelDefinition) => {
    panels ??= props.start();
    return (await panels).blankForm(definition);
  };
  return (
    <>
      <SkipLink />
      <TopBar />
      <Show when={result()} fallback={<Reading />}>
        <Switch>
          <Match when={found()}>
            {(panel) => <Whole found={panel()} address={props.address} blankForm={blankForm} />}
          </Match>
          <Match when={result()?.kind === "none"}>
            <Page title="No panel is published here">
              <p class="govuk-body">
                Check the address. If it is right, the panel has no public page, or has taken it back: ask the
                panel’s co-ordinator.
              </p>
            </Page>
          </Match>
          <Match when={result()?.kind === "unreachable"}>
            <Page title="This page could not be read">
              <p class="govuk-body">The dates and the contact of a panel need a connection.</p>
              <Button onClick={() => void look()}>Try again</Button>
            </Page>
          </Match>
        </Switch>
      </Show>
    </>
  );
}

function Reading(): JSX.Element {
  return (
    <Page title="Panel" takeFocus={false}>
      <p class="govuk-body" role="status">
        Reading what the panel has published.
      </p>
    </Page>
  );
}

function Whole(props: {
  found: Found;
  address: string;
  blankForm: (definition: PanelDefinition) => ReturnType<PublicPanels["blankForm"]>;
}): JSX.Element {
  return (
    <Page title={props.found.list.name} takeFocus={false}>
      <Show
        when={props.found.definition}
        fallback={<p class="govuk-body">What this panel is for, and its form, are with its co-ordinator.</p>}
      >
        {(definition) => <PanelPurpose definition={definition()} inForce={props.found.list.panel?.version} />}
      </Show>
      <PublicMeetings list={props.found.list} address={props.address} />
      <PanelContact contact={props.found.list.contact} />
      <Show when={props.found.definition}>
        {(definition) => (
          <section class="confer-no-print" aria-labelledby="panel-form-title">
            <h2 class="govuk-heading-m" id="panel-form-title">
              The form on paper
            </h2>
            <p class="govuk-body">
              Everything that a referral asks, with room to write. It is made on this device and holds nothing
              about anybody. Once it is filled in, never send it by ordinary email.
            </p>
            <BlankForm make={() => props.blankForm(definition())} panel={definition().shortName} />
          </section>
        )}
      </Show>
      <Notice tone="warn" title="A panel is no emergency service">
        <p>If somebody is in danger now, ring 999. Do not wait for a meeting.</p>
      </Notice>
      <div class="confer-actions">
        <Button kind="secondary" onClick={() => window.print()}>
          Print this page
        </Button>
      </div>
    </Page>
  );
}
