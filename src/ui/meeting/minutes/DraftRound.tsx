import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { accuracyOf, type DraftedMinutes } from "../../../domain/meeting/minutes.ts";
import { minutesText } from "../../../forms/minutes/shape.ts";
import { createAct } from "../../act.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Tag } from "../../kit/Tag.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";
import { composeAll } from "./reading.ts";

/** For whoever makes the minutes: sends the draft round to those who were there, and lists what came back. */
export function DraftRound(props: {
  session: Session;
  open: OpenMeeting;
  draft: DraftedMinutes | undefined;
  /** Waits for what is being saved; false while something is not. */
  settled: () => Promise<boolean>;
}): JSX.Element {
  const send = createAct(() =>
    props.session.noteMeeting(props.open.key, [
      { type: "minutes-drafted", minutes: minutesText(composeAll(props.open.now()).minutes) },
    ]),
  );
  const submit = async (): Promise<void> => {
    if (await props.settled()) await send.run();
  };
  const answers = createMemo(() => (props.draft ? accuracyOf(props.open.view().file, props.draft) : []));
  const waiting = () => {
    const answered = new Set(answers().map(({ author }) => author));
    return props.open
      .view()
      .attendees.filter(({ user, present }) => present && user !== undefined && !answered.has(user));
  };
  return (
    <section aria-labelledby="round-title">
      <h3 class="govuk-heading-s" id="round-title">
        Check with those who were there
      </h3>
      <Show
        when={props.draft}
        fallback={
          <p class="govuk-body">Each can say on their own device that the draft is right, or what is not.</p>
        }
      >
        {(draft) => (
          <>
            <p class="govuk-body">Draft sent round {momentOf(draft().order[0])}.</p>
            <ul class="govuk-list">
              <For each={answers()}>
                {(said) => (
                  <li>
                    {props.open.view().names.get(said.author)}{" "}
                    <Tag tone={said.record.right ? "good" : "warn"}>
                      {said.record.right ? "Right" : "Not right"}
                    </Tag>
                    <Show when={said.record.words !== ""}>
                      <p class="confer-said">{said.record.words}</p>
                    </Show>
                  </li>
                )}
              </For>
              <For each={waiting()}>{(each) => <li>{each.name}: no answer yet</li>}</For>
            </ul>
          </>
        )}
      </Show>
      <ProblemNotice problem={send.problem()} />
      <Button kind="secondary" busy={send.busy()} onClick={() => void submit()}>
        {props.draft ? "Send the draft round again" : "Send the draft round"}
      </Button>
    </section>
  );
}
