import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { decisionAt } from "../../../domain/case/discussion.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import { createAct } from "../../act.ts";
import { momentOf } from "../../caseFile/when.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { createFieldErrors, needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { Heard } from "./heard.ts";
import { createPart } from "./room.ts";

/** What the panel decides, of its own decisions; with a reason where it asks for one. [ASH-81], [ASH-82] */
export function DecisionPart(props: { heard: Heard }): JSX.Element {
  const decisions = () => props.heard.room.open.view().definition.decisions;
  const kept = createKeptDraft(props.heard.room.session, `room/decision-${props.heard.item.item}`, {
    decision: "",
    reason: "",
  });
  const errors = createFieldErrors();
  const id = `decision-${props.heard.item.item}`;
  const made = createPart(() => {
    const step = decisionAt(props.heard.file(), props.heard.meeting);
    return step && { decision: step.record.decision, reason: step.record.reason, atMs: step.order[0] };
  });
  const labelOf = (key: string) => decisions().find((each) => each.key === key)?.label ?? key;
  const needsReason = () => decisions().find(({ key }) => key === kept.draft.decision)?.needsReason ?? false;
  const act = createAct(() =>
    props.heard.note({
      type: "decided",
      meeting: props.heard.meeting,
      decision: kept.draft.decision,
      reason: kept.draft.reason.trim(),
    }),
  );
  const record = async (): Promise<void> => {
    const right = errors.check([
      needed(id, kept.draft.decision, "Choose what the panel decided"),
      needsReason() ? needed(`${id}-reason`, kept.draft.reason, "Enter the reason") : undefined,
      tooMuch(`${id}-reason`, kept.draft.reason, MAX_PROSE, "The reason"),
    ]);
    if (right && (await act.run())) kept.clear();
  };
  return (
    <Show when={kept.ready()}>
      <Show when={made()}>
        {(decided) => (
          <div class="confer-said" role="status">
            <p class="govuk-body">
              <strong>Decided: {labelOf(decided().decision)}</strong>, {momentOf(decided().atMs)}
            </p>
            <Show when={decided().reason}>
              <p class="govuk-body">{decided().reason}</p>
            </Show>
          </div>
        )}
      </Show>
      <Radios
        id={id}
        label={made() ? "Decide again" : "What did the panel decide?"}
        legendSize="s"
        error={errors.of(id)}
        options={decisions().map(({ key, label, hint }) => ({ value: key, label, hint }))}
        value={kept.draft.decision === "" ? undefined : kept.draft.decision}
        onChange={(decision) => kept.set("decision", decision)}
      />
      <Show when={kept.draft.decision !== ""}>
        <TextArea
          id={`${id}-reason`}
          label="Reason"
          optional={!needsReason()}
          rows={2}
          error={errors.of(`${id}-reason`)}
          value={kept.draft.reason}
          onInput={(reason) => kept.set("reason", reason)}
        />
      </Show>
      <Button kind="secondary" busy={act.busy()} onClick={() => void record()}>
        Record decision
      </Button>
      <ProblemNotice problem={act.problem()} />
    </Show>
  );
}
