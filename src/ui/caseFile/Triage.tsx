import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { mayFollow } from "../../domain/case/status.ts";
import { type Act, createAct } from "../act.ts";
import { createKeptDraft, type KeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Radios } from "../kit/Radios.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { HeardAt } from "../referral/Deadline.tsx";
import { AlikeCases } from "./AlikeCases.tsx";
import { AnsweredReturn } from "./AnsweredReturn.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { ChoiceFields } from "./ChoiceFields.tsx";
import { DecisionMessage } from "./DecisionMessage.tsx";
import { type Choice, CHOICES, type Draft, NO_DECISION, recordOf, written } from "./triageRecord.ts";

/** The panel's checklist beside the choices. What was typed belongs to one step of the case, and goes with it. */
export function Triage(props: { session: Session; open: OpenCase }): JSX.Element {
  const step = (): string | undefined => props.open.view().standing.last?.entry;
  return (
    <>
      <HeardAt session={props.session} open={props.open} />
      <AlikeCases session={props.session} open={props.open} />
      <AnsweredReturn open={props.open} />
      <div class="confer-beside">
        <Show when={step()} keyed>
          {(entry) => <Undecided {...props} name={`triage/${props.open.scope}/${entry}`} />}
        </Show>
        <aside aria-labelledby="checklist-title">
          <h2 class="govuk-heading-s" id="checklist-title">
            What the panel looks for
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            <For each={props.open.view().definition?.triage.checklist}>{({ label }) => <li>{label}</li>}</For>
          </ul>
        </aside>
      </div>
    </>
  );
}

/** A decision half made is kept until it is recorded: see [Note: half-made screens]. */
function Undecided(props: { session: Session; open: OpenCase; name: string }): JSX.Element {
  const { session, open } = props;
  const kept = createKeptDraft<Draft>(session, props.name, NO_DECISION);
  const { draft } = kept;
  const decide = createAct(() => {
    switch (draft.choice) {
      case "accepted":
        return session.accept(open.scope, draft.note.trim());
      case "returned":
        return session.returnForInformation(open.scope, written(draft.gaps), draft.note.trim());
      case "declined":
        return session.decline(open.scope, draft.reason.trim());
      case "":
        throw new Error("triage: nothing was chosen");
    }
  });
  return (
    <Show when={kept.ready()}>
      <Decision open={open} kept={kept} decide={decide} />
    </Show>
  );
}

/** Plain choices. Each shows, before it is sent, exactly what the referrer will read. */
function Decision(props: {
  open: OpenCase;
  kept: KeptDraft<Draft>;
  decide: Act<[], undefined>;
}): JSX.Element {
  const { draft, set } = props.kept;
  const errors = createFieldErrors();
  const definition = () => props.open.view().definition;
  const offered = createMemo(() =>
    CHOICES.filter(({ choice }) => mayFollow(props.open.view().standing.status, choice)),
  );
  const submit = (): void => {
    const right = errors.check([
      needed("decision", draft.choice, "Choose what happens to this referral"),
      draft.choice === "declined" ? needed("reason", draft.reason, "Say why it is declined") : undefined,
      draft.choice === "returned" && written(draft.gaps).length === 0
        ? { fieldId: "gap-0", text: "Say what is missing" }
        : undefined,
    ]);
    if (right) void props.decide.run().then((done) => done && props.kept.clear());
  };
  const actWords = (): string => CHOICES.find(({ choice }) => choice === draft.choice)?.act ?? "Decide";
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Errors of={errors} />
      <Radios
        id="decision"
        label="What happens to this referral?"
        legendSize="m"
        error={errors.of("decision")}
        options={offered().map(({ choice, kind, label }) => {
          const own = definition()?.triage.outcomes.find((outcome) => outcome.kind === kind);
          return { value: choice, label: own?.label ?? label, hint: own?.hint };
        })}
        value={draft.choice === "" ? undefined : draft.choice}
        onChange={(choice) => set("choice", choice as Choice)}
      />
      <ChoiceFields draft={draft} set={set} errors={errors} open={props.open} />
      <Preview draft={draft} open={props.open} />
      <ProblemNotice problem={props.decide.problem() ?? props.kept.problem()} />
      <Button type="submit" busy={props.decide.busy()}>
        {actWords()}
      </Button>
    </form>
  );
}

function Preview(props: { draft: Draft; open: OpenCase }): JSX.Element {
  return (
    <Show when={recordOf(props.draft)}>
      {(record) => (
        <section aria-labelledby="preview-title">
          <h2 class="govuk-heading-s" id="preview-title">
            The referrer will read this
          </h2>
          <DecisionMessage record={record()} definition={props.open.view().definition} />
        </section>
      )}
    </Show>
  );
}
