import { createMemo, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Outcome, Session } from "../../app/api.ts";
import { mayFollow } from "../../domain/case/status.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { type Act, createAct } from "../act.ts";
import { createKeptDraft, type KeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { classes } from "../kit/field.ts";
import { Radios } from "../kit/Radios.tsx";
import { createLive } from "../live.ts";
import { HeardAt } from "../referral/Deadline.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { createServerNow } from "../thisDevice.ts";
import { createWide } from "../wide.ts";
import { type MeetingOption, meetingOptions, openingsOf } from "../words/openings.ts";
import { AlikeCases } from "./AlikeCases.tsx";
import { AnsweredReturn } from "./AnsweredReturn.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { Checklist } from "./Checklist.tsx";
import { ChoiceFields } from "./ChoiceFields.tsx";
import { decisionErrors } from "./decisionErrors.ts";
import { DecisionMessage } from "./DecisionMessage.tsx";
import { SnapshotView } from "./SnapshotView.tsx";
import { type Choice, CHOICES, chosenMeeting, type Draft, noDecision, recordOf } from "./triageRecord.ts";

/**
 * The panel's checklist beside the referral where there is room, else beside the choices. What was typed belongs to one step of the case, and goes with it.
 */
export function Triage(props: { session: Session; open: OpenCase }): JSX.Element {
  const step = (): string | undefined => props.open.view().standing.last?.entry;
  const wide = createWide();
  const sent = createMemo(() => (wide() ? props.open.view().snapshots[0]?.snapshot : undefined));
  return (
    <>
      <HeardAt session={props.session} open={props.open} />
      <AlikeCases session={props.session} open={props.open} />
      <AnsweredReturn open={props.open} />
      <div class={classes("confer-beside", sent() !== undefined && "confer-beside--reading")}>
        <Show when={sent()}>
          {(snapshot) => (
            <section class="confer-beside__read" aria-label="The referral">
              <SnapshotView snapshot={snapshot()} />
            </section>
          )}
        </Show>
        <Checklist session={props.session} open={props.open} />
        <Show when={step()} keyed>
          {(entry) => <Undecided {...props} name={`triage/${props.open.scope}/${entry}`} />}
        </Show>
      </div>
    </>
  );
}

/** A decision half made is kept until it is recorded: see [Note: half-made screens]. */
function Undecided(props: { session: Session; open: OpenCase; name: string }): JSX.Element {
  const { session, open } = props;
  const panels = createLive(session.panels);
  const nowMs = createServerNow(session);
  const kept = createKeptDraft<Draft>(session, props.name, noDecision(londonDateOf(nowMs())));
  const meetings = createMemo<readonly MeetingOption[]>(() => {
    const openings = openingsOf(open.view().summary, panels(), nowMs());
    return openings ? meetingOptions(openings, londonDateOf(nowMs())) : [];
  });
  const record = () => recordOf(kept.draft, chosenMeeting(kept.draft, meetings()));
  const decide = createAct(() => decided(session, open.scope, record()));
  return (
    <Show when={kept.ready()}>
      <Decision
        session={session}
        open={open}
        kept={kept}
        decide={decide}
        meetings={meetings}
        nowMs={nowMs}
        record={record}
      />
    </Show>
  );
}

type Decided = ReturnType<typeof recordOf>;

/** The record that was previewed is the one that is written. */
function decided(session: Session, scope: ScopeId, record: Decided): Promise<Outcome> {
  switch (record?.type) {
    case "accepted": {
      const { note = "", meeting, lateReason } = record;
      return session.accept(scope, { note, meeting, lateReason });
    }
    case "returned":
      return session.returnForInformation(scope, record.gaps, record.note ?? "");
    case "declined":
      return session.decline(scope, record.reason);
    case "settled-outside": {
      const { reason, agreed, by, how, on } = record;
      return session.settleOutside(scope, { reason, agreed, by, how, on });
    }
    case undefined:
      throw new Error("triage: nothing was chosen");
  }
}

/** Plain choices. Each shows, before it is sent, exactly what the referrer will read. */
function Decision(props: {
  session: Session;
  open: OpenCase;
  kept: KeptDraft<Draft>;
  decide: Act<[], undefined>;
  meetings: Accessor<readonly MeetingOption[]>;
  nowMs: Accessor<number>;
  record: Accessor<Decided>;
}): JSX.Element {
  const { draft, set } = props.kept;
  const errors = createFieldErrors();
  const outcomes = () => props.open.view().definition?.triage.outcomes ?? [];
  const outcomeOf = (kind: string) => outcomes().find((outcome) => outcome.kind === kind);
  const offered = createMemo(() =>
    CHOICES.filter(
      ({ choice, kind }) =>
        mayFollow(props.open.view().standing.status, choice) &&
        (outcomes().length === 0 || outcomeOf(kind) !== undefined),
    ),
  );
  const noteNeeded = (): boolean => outcomeOf("accept")?.needsReason ?? false;
  const submit = (): void => {
    const meeting = chosenMeeting(draft, props.meetings());
    const today = londonDateOf(props.nowMs());
    if (!errors.check(decisionErrors(draft, meeting, noteNeeded(), today))) return;
    void props.decide.run().then((done) => done && props.kept.clear());
  };
  const actWords = (): string => CHOICES.find(({ choice }) => choice === draft.choice)?.act ?? "Decide";
  return (
    <form
      class="confer-decision"
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
          const own = outcomeOf(kind);
          return { value: choice, label: own?.label ?? label, hint: own?.hint };
        })}
        value={draft.choice === "" ? undefined : draft.choice}
        onChange={(choice) => set("choice", choice as Choice)}
      />
      <ChoiceFields
        draft={draft}
        set={set}
        errors={errors}
        open={props.open}
        meetings={props.meetings()}
        noteNeeded={noteNeeded()}
      />
      <Preview {...props} />
      <ProblemNotice problem={props.decide.problem() ?? props.kept.problem()} />
      <Button type="submit" busy={props.decide.busy()}>
        {actWords()}
      </Button>
    </form>
  );
}

function Preview(props: { session: Session; open: OpenCase; record: Accessor<Decided> }): JSX.Element {
  const panels = createLive(props.session.panels);
  const meeting = () => {
    const record = props.record();
    const key = record?.type === "accepted" ? record.meeting : undefined;
    return panels()
      .flatMap(({ everyMeeting }) => everyMeeting)
      .find((each) => each.key === key);
  };
  return (
    <Show when={props.record()}>
      {(record) => (
        <section aria-labelledby="preview-title">
          <h2 class="govuk-heading-s" id="preview-title">
            The referrer will read this
          </h2>
          <DecisionMessage record={record()} definition={props.open.view().definition} meeting={meeting()} />
        </section>
      )}
    </Show>
  );
}
