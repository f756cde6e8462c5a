import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button, ButtonLink } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import type { OpenForm } from "../DraftGate.tsx";
import { ConsentRecord } from "./ConsentRecord.tsx";
import { ConsentTasks } from "./ConsentTasks.tsx";
import { positionWords } from "./consentWords.ts";
import type { Step } from "./step.ts";
import { WhatFollows } from "./WhatFollows.tsx";

type Props = {
  open: OpenForm;
  go: (step: Step) => void;
  /** Another person's view, beside the deciding one. */
  goBeside: () => void;
};

/** Where consent stands, everything recorded about it, and what can be added. Nothing here is ever edited. */
export function ConsentOverview(props: Props): JSX.Element {
  const model = () => props.open.definition().consent;
  const position = () => props.open.consent();
  const begun = (): boolean => props.open.view().consent.length > 0;
  const needsGround = (): boolean =>
    !position().mayShare && position().state !== "notRecorded" && position().review !== "expired";
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
      <WhatFollows position={position()} />
      <ConsentTasks
        position={position()}
        today={props.open.today}
        onTell={() => props.go("tell")}
        onBasis={() => props.go("ground")}
      />
      <NextActs {...props} needsGround={needsGround()} />
      <Show when={begun()}>
        <FurtherActs {...props} />
      </Show>
      <h2 class="govuk-heading-m">What is recorded</h2>
      <ConsentRecord consent={props.open.view().consent} />
      <p class="govuk-body">{model().withdrawal.how}</p>
    </Page>
  );
}

/** What most people do next, as buttons. */
function NextActs(props: Props & { needsGround: boolean }): JSX.Element {
  const model = () => props.open.definition().consent;
  const position = () => props.open.consent();
  const begun = (): boolean => props.open.view().consent.length > 0;
  const consents = (): boolean => position().state === "given" || position().state === "givenInPart";
  const next = (): Step => (position().awareness ? "who" : "aware");
  const settled = (): boolean => position().mayShare;
  const expired = (): boolean => position().review === "expired";
  const mayLeaveOut = (): boolean =>
    model().rule === "notRequired" && ["notRecorded", "couldNotAsk"].includes(position().state);
  return (
    <div class="confer-actions">
      <Show when={!settled() && !props.needsGround}>
        <Button onClick={() => props.go(next())}>
          {expired() ? "Ask again" : begun() ? "Carry on" : "Start"}
        </Button>
      </Show>
      <Show when={props.needsGround}>
        <Button onClick={() => props.go("ground")}>Record a ground for sharing</Button>
      </Show>
      <Show when={settled() || (mayLeaveOut() && position().notSought)}>
        <ButtonLink href={props.open.href("tasks")}>Back to the referral</ButtonLink>
      </Show>
      <Show when={consents()}>
        <Button kind="secondary" onClick={() => props.go("receipt")}>
          What they can be given
        </Button>
        <Button kind="secondary" onClick={() => props.go("withdraw")}>
          Record that it was withdrawn
        </Button>
      </Show>
      <Show when={mayLeaveOut() && !settled() && !position().notSought && position().awareness}>
        <Button kind="secondary" onClick={() => props.go("not-sought")}>
          Say why nothing is recorded
        </Button>
      </Show>
    </div>
  );
}

/** What is seldom needed, as links, one on a line. */
function FurtherActs(props: Props): JSX.Element {
  const position = () => props.open.consent();
  const answered = (): boolean => {
    const { answer } = position();
    return answer !== undefined && answer.kind !== "couldNotAsk";
  };
  return (
    <ul class="govuk-list" aria-label="What else can be recorded">
      <FurtherAct text="Record another answer" onClick={() => props.go("who")} />
      <Show when={answered()}>
        <FurtherAct text="Record another person’s view beside it" onClick={() => props.goBeside()} />
      </Show>
      <FurtherAct text="Record again whether the person knows" onClick={() => props.go("aware")} />
      <Show when={position().mayShare || position().state === "notRecorded"}>
        <FurtherAct text="Record a ground for sharing without consent" onClick={() => props.go("ground")} />
      </Show>
      <Show when={position().grounds.length > 0}>
        <FurtherAct text="End a ground for sharing" onClick={() => props.go("end-ground")} />
      </Show>
      <FurtherAct text="Mark a record as a mistake" onClick={() => props.go("mistake")} />
    </ul>
  );
}

function FurtherAct(props: { text: string; onClick: () => void }): JSX.Element {
  return (
    <li>
      <Button kind="link" onClick={() => props.onClick()}>
        {props.text}
      </Button>
    </li>
  );
}
