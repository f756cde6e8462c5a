import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { currentConsent } from "../../domain/consentPosition.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import { lookedFor } from "../../forms/lookedFor.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { focusField } from "../kit/field.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { CheckPoint, type Notes } from "./CheckPoint.tsx";
import { isoDayOf } from "./when.ts";

/**
 * The panel's checklist beside what the referral says on each point, ticked while reading. Each tick is a record
 * at once, so that another leader sees it and nothing waits for a button.
 */
export function Checklist(props: { session: Session; open: OpenCase }): JSX.Element {
  return (
    <Show when={props.open.view().definition} keyed>
      {(definition) => <Points {...props} definition={definition} />}
    </Show>
  );
}

function Points(props: { session: Session; open: OpenCase; definition: PanelDefinition }): JSX.Element {
  const { session, open, definition } = props;
  const { checklist } = definition.triage;
  const blank: Notes = { notes: Object.fromEntries(checklist.map(({ key }) => [key, ""])) };
  const kept = createKeptDraft(session, `checklist/${open.scope}`, blank);
  const states = createMemo(() => {
    const { answers, file } = open.view();
    const today = isoDayOf(Date.now());
    const consent = currentConsent(file.consent, definition.subjects[0]?.key, today);
    return new Map(lookedFor({ definition, answers, today }, consent).map(({ key, state }) => [key, state]));
  });
  const answered = createMemo(() => {
    const found = new Set(open.view().findings.map(({ point }) => point));
    return checklist.filter(({ key }) => found.has(key)).length;
  });
  return (
    <section aria-labelledby="checklist-title">
      <h2 class="govuk-heading-m" id="checklist-title">
        What the panel looks for
      </h2>
      <p class="govuk-hint">
        Your answers are kept in the case with your name. Everybody who can read the case can see them in its
        history, the referrer too.
      </p>
      <p class="govuk-body-s" role="status">
        {answered()} of {checklist.length} points answered
      </p>
      <p class="confer-until-desktop">
        <Button kind="link" onClick={() => focusField("decision")}>
          Go to the decision
        </Button>
      </p>
      <Show when={kept.ready()}>
        <ProblemNotice problem={kept.problem()} />
        <ul class="confer-checks">
          <For each={checklist}>
            {(point) => <CheckPoint {...props} point={point} state={states().get(point.key)} kept={kept} />}
          </For>
        </ul>
      </Show>
    </section>
  );
}
