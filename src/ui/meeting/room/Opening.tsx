import { For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { openingOf } from "../../../domain/meeting/attendance.ts";
import type { OpeningStep } from "../../../forms/definition/meeting.ts";
import { isBySigning } from "../../../forms/openingSteps.ts";
import { createAct } from "../../act.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Tag } from "../../kit/Tag.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import { Attendance } from "./Attendance.tsx";
import { Declarations } from "./Declarations.tsx";
import { ReadOut } from "./ReadOut.tsx";
import { createPart, type Room } from "./room.ts";

/** What happens before the first case, in the panel's order. [ASH-78], [ASH-89], [ASH-101], [ASH-102] */
export function Opening(props: { room: Room }): JSX.Element {
  const view = () => props.room.open.view();
  const gate = createPart(() => view().gate.open);
  return (
    <>
      <h2 class="govuk-heading-l" id="room-place" tabindex="-1">
        Opening
      </h2>
      <Notice tone={gate() ? "good" : "warn"} live>
        <p>
          {gate()
            ? "Everything is done. Cases are open."
            : "Cases show their reference only until what is marked “Before cases” is done."}
        </p>
      </Notice>
      <ol class="confer-room__steps">
        <For each={view().definition.meeting.opening}>
          {(step) => <StepItem room={props.room} step={step} />}
        </For>
      </ol>
    </>
  );
}

function StepItem(props: { room: Room; step: OpeningStep }): JSX.Element {
  const view = () => props.room.open.view();
  const bySigning = () => isBySigning(view().definition, props.step);
  const brings = (what: OpeningStep["brings"]) => props.step.brings === what;
  const done = createPart(() => openingOf(view().file).get(props.step.key)?.order[0]);
  const isDone = createPart(() =>
    bySigning()
      ? view().gate.unsigned.length === 0 && view().attendees.some(({ present }) => present)
      : done() !== undefined,
  );
  return (
    <li class="confer-room__step">
      <div class="confer-room__step-head">
        <h3 class="govuk-heading-m">{props.step.heading}</h3>
        <Tag tone={isDone() ? "good" : props.step.gate ? "warn" : "neutral"}>
          {isDone() ? "Done" : props.step.gate ? "Before cases" : "To do"}
        </Tag>
      </div>
      <p class="govuk-body">{props.step.text}</p>
      <Switch>
        <Match when={brings("attendance")}>
          <Attendance room={props.room} />
        </Match>
        <Match when={brings("statement") && view().definition.confidentiality}>
          {(statement) => <ReadOut room={props.room} step={props.step.key} statement={statement()} />}
        </Match>
        <Match when={brings("declarations") && view().definition.declaration}>
          {(declaration) => <Declarations room={props.room} declaration={declaration()} />}
        </Match>
      </Switch>
      <Show when={done()}>
        {(atMs) => <p class="govuk-body-s confer-place">Recorded {momentOf(atMs())}</p>}
      </Show>
      <Show when={!bySigning() && !brings("statement")}>
        <DoneButton room={props.room} step={props.step} done={isDone()} />
      </Show>
    </li>
  );
}

function DoneButton(props: { room: Room; step: OpeningStep; done: boolean }): JSX.Element {
  const act = createAct(() =>
    props.room.note({ type: "opening-done", step: props.step.key, done: !props.done }),
  );
  return (
    <>
      <Button
        kind="secondary"
        about={`: ${props.step.heading}`}
        busy={act.busy()}
        onClick={() => void act.run()}
      >
        {props.done ? "Not done after all" : "Done"}
      </Button>
      <ProblemNotice problem={act.problem()} />
    </>
  );
}
