import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseView } from "../../../app/api.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button, ButtonLink } from "../../kit/Button.tsx";
import { EmptyState } from "../../kit/EmptyState.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { Timeline } from "../../kit/Timeline.tsx";
import type { OpenForm } from "../DraftGate.tsx";
import { eventWords, positionWords } from "./consentWords.ts";
import type { Step } from "./step.ts";

/** Where consent stands, everything recorded about it, and what can be added. Nothing here is ever edited. */
export function ConsentOverview(props: { open: OpenForm; go: (step: Step) => void }): JSX.Element {
  const model = () => props.open.definition().consent;
  const position = () => props.open.consent();
  const begun = (): boolean => props.open.view().consent.length > 0;
  const consents = (): boolean => position().state === "given" || position().state === "givenInPart";
  const next = (): Step => (position().awareness ? "who" : "aware");
  const needsGround = (): boolean => !position().mayShare && position().state !== "notRecorded";
  const settled = (): boolean => consents() || position().mayShare;
  return (
    <Page title="Consent" back={{ href: props.open.href("tasks") }}>
      <Show when={!begun()}>
        <For each={model().intro}>{(passage) => <p class="govuk-body">{passage.text}</p>}</For>
      </Show>
      <Notice tone={positionWords(position()).tone} title="Where it stands" live={true}>
        <p>{positionWords(position()).text}</p>
        <Show when={needsGround()}>
          <p>
            You can leave it there and not send the referral. If it has to be shared all the same, record the
            ground.
          </p>
        </Show>
      </Notice>
      <div class="confer-actions">
        <Show when={!settled() && !needsGround()}>
          <Button onClick={() => props.go(next())}>{begun() ? "Carry on" : "Start"}</Button>
        </Show>
        <Show when={needsGround()}>
          <Button onClick={() => props.go("ground")}>Record a ground for sharing</Button>
        </Show>
        <Show when={settled()}>
          <ButtonLink href={props.open.href("tasks")}>Back to the referral</ButtonLink>
        </Show>
        <Show when={consents()}>
          <Button kind="secondary" onClick={() => props.go("withdraw")}>
            Record that it was withdrawn
          </Button>
        </Show>
      </div>
      <Show when={begun()}>
        <p class="confer-actions">
          <Button kind="link" onClick={() => props.go("who")}>
            Record another answer
          </Button>
          <Button kind="link" onClick={() => props.go("aware")}>
            Record again whether the person knows
          </Button>
          <Show when={!needsGround()}>
            <Button kind="link" onClick={() => props.go("ground")}>
              Record a ground for sharing without consent
            </Button>
          </Show>
        </p>
      </Show>
      <h2 class="govuk-heading-m">What is recorded</h2>
      <ConsentRecord consent={props.open.view().consent} />
      <p class="govuk-body">{model().withdrawal.how}</p>
    </Page>
  );
}

/** Every event, newest first, as sentences: who wrote it down, and when. */
export function ConsentRecord(props: { consent: CaseView["consent"] }): JSX.Element {
  return (
    <Show
      when={props.consent.length > 0}
      fallback={
        <EmptyState>
          What the person says, and any ground for sharing without consent, appears here once it is recorded.
        </EmptyState>
      }
    >
      <Timeline
        label="What is recorded about consent, newest first"
        items={props.consent
          .toSorted((a, b) => b.atMs - a.atMs)
          .map(({ entry, atMs, whoName, event }) => ({
            key: entry,
            at: momentOf(atMs),
            iso: new Date(atMs).toISOString(),
            text: `${eventWords(event)} Written down by ${whoName}.`,
          }))}
      />
    </Show>
  );
}
