import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { createStore, type SetStoreFunction } from "solid-js/store";
import type { Session } from "../../app/api.ts";
import { mayFollow } from "../../domain/case/status.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, type FieldErrors, needed } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { DecisionMessage } from "./DecisionMessage.tsx";
import { GapList } from "./GapList.tsx";
import { type Choice, type Draft, recordOf, written } from "./triageRecord.ts";

/** The panel's own words for a choice come from its definition; these stand where it has none. */
const CHOICES: readonly {
  choice: Choice;
  kind: "accept" | "return" | "decline";
  label: string;
  act: string;
}[] = [
  { choice: "accepted", kind: "accept", label: "Accept for panel", act: "Accept for panel" },
  { choice: "returned", kind: "return", label: "Return for information", act: "Return for information" },
  { choice: "declined", kind: "decline", label: "Decline", act: "Decline the referral" },
];

/** Three plain choices. Each shows, before it is sent, exactly what the referrer will read. */
export function Triage(props: { session: Session; open: OpenCase }): JSX.Element {
  const { session, open } = props;
  const [draft, set] = createStore<Draft>({
    choice: "",
    note: "",
    gaps: [{ sectionKey: "", text: "" }],
    reason: "",
  });
  const errors = createFieldErrors();
  const definition = () => open.view().definition;
  const offered = createMemo(() =>
    CHOICES.filter(({ choice }) => mayFollow(open.view().standing.status, choice)),
  );
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
  const submit = (): void => {
    const right = errors.check([
      needed("decision", draft.choice, "Choose what happens to this referral"),
      draft.choice === "declined" ? needed("reason", draft.reason, "Say why it is declined") : undefined,
      draft.choice === "returned" && written(draft.gaps).length === 0
        ? { fieldId: "gap-0", text: "Say what is missing" }
        : undefined,
    ]);
    if (right) void decide.run();
  };
  const actWords = (): string => CHOICES.find(({ choice }) => choice === draft.choice)?.act ?? "Decide";
  return (
    <div class="confer-beside">
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
          options={offered().map(({ choice, kind, label }) => ({
            value: choice,
            label: definition()?.triage.outcomes.find((outcome) => outcome.kind === kind)?.label ?? label,
            hint: definition()?.triage.outcomes.find((outcome) => outcome.kind === kind)?.hint,
          }))}
          value={draft.choice === "" ? undefined : draft.choice}
          onChange={(choice) => set("choice", choice as Choice)}
        />
        <ChoiceFields draft={draft} set={set} errors={errors} open={open} />
        <Show when={recordOf(draft)}>
          {(record) => (
            <section aria-labelledby="preview-title">
              <h2 class="govuk-heading-s" id="preview-title">
                The referrer will read this
              </h2>
              <DecisionMessage record={record()} definition={definition()} />
            </section>
          )}
        </Show>
        <ProblemNotice problem={decide.problem()} />
        <Button type="submit" busy={decide.busy()}>
          {actWords()}
        </Button>
      </form>
      <aside aria-labelledby="checklist-title">
        <h2 class="govuk-heading-s" id="checklist-title">
          What the panel looks for
        </h2>
        <ul class="govuk-list govuk-list--bullet">
          <For each={definition()?.triage.checklist}>{({ label }) => <li>{label}</li>}</For>
        </ul>
      </aside>
    </div>
  );
}

/** What the chosen way needs. */
function ChoiceFields(props: {
  draft: Draft;
  set: SetStoreFunction<Draft>;
  errors: FieldErrors;
  open: OpenCase;
}): JSX.Element {
  return (
    <Switch>
      <Match when={props.draft.choice === "accepted"}>
        <TextArea
          id="note"
          label="A note to the referrer"
          labelSize="s"
          optional={true}
          rows={3}
          value={props.draft.note}
          onInput={(text) => props.set("note", text)}
        />
      </Match>
      <Match when={props.draft.choice === "returned"}>
        <GapList
          gaps={props.draft.gaps}
          sections={props.open.view().definition?.sections ?? []}
          onChange={(gaps) => props.set("gaps", gaps)}
          error={props.errors.of("gap-0")}
        />
        <TextArea
          id="note"
          label="Anything else"
          labelSize="s"
          optional={true}
          rows={3}
          value={props.draft.note}
          onInput={(text) => props.set("note", text)}
        />
      </Match>
      <Match when={props.draft.choice === "declined"}>
        <TextArea
          id="reason"
          label="Why will the panel not hear it?"
          hint="The referrer reads this. Say where else they could turn."
          labelSize="s"
          error={props.errors.of("reason")}
          value={props.draft.reason}
          onInput={(text) => props.set("reason", text)}
        />
      </Match>
    </Switch>
  );
}
