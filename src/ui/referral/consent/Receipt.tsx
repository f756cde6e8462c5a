import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ConsentEventOf } from "../../../domain/consent.ts";
import { capacityText, named } from "../../../forms/consentText.ts";
import { DrawnLines } from "../../caseFile/DrawnLines.tsx";
import { dateWords } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Page } from "../../kit/Page.tsx";
import { NameList } from "./AgreedWords.tsx";
import { WAYS } from "./consentWords.ts";
import type { StepProps } from "./step.ts";

/** What was agreed, for the person to keep: on paper or read on the screen. It says nothing about the case. */
export function Receipt(props: StepProps): JSX.Element {
  const given = () => {
    const { answer } = props.open.consent();
    return answer?.kind === "given" ? answer : undefined;
  };
  return (
    <Page title="What you agreed to" back={{ href: props.open.href("consent"), text: "What is recorded" }}>
      <Show
        when={given()}
        keyed
        fallback={
          <p class="govuk-body">
            There is nothing to give: no consent stands now. What was recorded before is on the page before
            this one.
          </p>
        }
      >
        {(event) => (
          <>
            <ReceiptText event={event} panelName={props.open.definition().name} />
            <div class="confer-actions confer-no-print">
              <Button onClick={() => window.print()}>Print it</Button>
            </div>
            <p class="govuk-hint confer-no-print">
              Ask first whether it is safe for them to have this paper at home. It names the services.
            </p>
          </>
        )}
      </Show>
    </Page>
  );
}

function ReceiptText(props: { event: ConsentEventOf<"given">; panelName: string }): JSX.Element {
  const { event } = props;
  const { giver, excluded, signing, wording } = event;
  const other = giver.capacity === "self" ? "" : ` (${capacityText(giver)})`;
  return (
    <div class="confer-receipt">
      <p class="govuk-body">
        {giver.name}
        {other} agreed to this on {dateWords(event.obtainedOn)}, {WAYS[signing.way]}.
      </p>
      <h2 class="govuk-heading-m">Who may have your information</h2>
      <NameList title="Shared with:" names={event.recipients} />
      <NameList title="Not shared with:" names={excluded?.recipients ?? []} />
      <NameList
        title="Not shared with anyone:"
        names={(excluded?.categories ?? []).map(({ wording: words }) => words)}
      />
      <Show when={event.limits}>
        {(limits) => (
          <>
            <h2 class="govuk-heading-m">The limits you set</h2>
            <p class="govuk-body confer-receipt__words">{limits()}</p>
          </>
        )}
      </Show>
      <h2 class="govuk-heading-m">You can change your mind</h2>
      <p class="govuk-body">
        At any time, and without saying why. Tell anybody named here, in whatever way is easiest for you. Then
        nothing more is shared because you agreed. What was shared before cannot be called back. If the law
        lets some sharing go on, you are told why, unless that would put somebody in danger.
      </p>
      <Show when={event.reviewOn}>
        {(on) => <p class="govuk-body">You will be asked again by {dateWords(on())}.</p>}
      </Show>
      <p class="govuk-body">
        Written down by {named(event.recordedBy)}, for the {props.panelName}.
      </p>
      <h2 class="govuk-heading-m">The words you were shown</h2>
      <div lang={wording.language}>
        <For each={wording.text.split("\n\n")}>
          {(paragraph) => <p class="govuk-body confer-receipt__words">{paragraph}</p>}
        </For>
      </div>
      <Show when={signing.way === "drawn" ? signing : undefined}>
        {(drawn) => <DrawnLines drawn={drawn().signature} label={`Signature of ${giver.name}`} />}
      </Show>
    </div>
  );
}
