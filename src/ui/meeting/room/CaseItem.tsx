import { For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { notesAt } from "../../../domain/case/discussion.ts";
import type { ScopeId } from "../../../domain/ids.ts";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import type { StepBrings } from "../../../forms/definition/meeting.ts";
import { ButtonLink } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { caseHref } from "../../routes.ts";
import { partyWords } from "../agendaWords.ts";
import { ActionsPart } from "./ActionsPart.tsx";
import { AgencyNotes } from "./AgencyNotes.tsx";
import { type CasePart, casePartsOf } from "./caseParts.ts";
import { DecisionPart } from "./DecisionPart.tsx";
import { EarlierActions } from "./EarlierActions.tsx";
import { EarlierReports } from "./EarlierReports.tsx";
import { type Heard, heardOf } from "./heard.ts";
import { NoteBox } from "./NoteBox.tsx";
import { neededNotHere } from "./notHere.ts";
import { QuorumPart } from "./QuorumPart.tsx";
import { ReportPart } from "./ReportPart.tsx";
import { createPart, type Room } from "./room.ts";

/** A case as it is heard: the panel's steps in order, each with its notes and what it asks for. */
export function CaseItem(props: { room: Room; item: AgendaItem; scope: ScopeId }): JSX.Element {
  const heard = heardOf(props.room, props.item, props.scope);
  const parts = casePartsOf(props.room.open.view().definition);
  const subject = createPart(() => heard.heard().summary.subject);
  const absent = createPart(() => neededNotHere(heard));
  return (
    <>
      <p class="govuk-body-l">
        {subject()}{" "}
        <ButtonLink kind="link" href={caseHref(props.scope)} about={props.item.reference}>
          Read the case
        </ButtonLink>
      </p>
      <Show when={absent().length > 0}>
        <Notice tone="warn" title="Not marked as here">
          <ul class="govuk-list">
            <For each={absent()}>
              {(party) => <li>{[party.label, partyWords(party)].filter(Boolean).join(": ")}</li>}
            </For>
          </ul>
        </Notice>
      </Show>
      <For each={parts}>{(part) => <Part heard={heard} part={part} />}</For>
    </>
  );
}

function Part(props: { heard: Heard; part: CasePart }): JSX.Element {
  return (
    <section class="confer-room__part">
      <h3 class="govuk-heading-m">{props.part.title}</h3>
      <p class="govuk-body-s">{props.part.text}</p>
      <For each={props.part.controls}>{(control) => <Asked heard={props.heard} control={control} />}</For>
      <For each={props.part.notes}>
        {({ key, label }) => <PartNote heard={props.heard} part={key} label={label} />}
      </For>
    </section>
  );
}

function PartNote(props: { heard: Heard; part: string; label: string }): JSX.Element {
  return (
    <NoteBox
      room={props.heard.room}
      id={`note-${props.heard.item.item}-${props.part}`}
      label={props.label}
      versions={() => notesAt(props.heard.file(), props.heard.meeting, props.part)}
      save={(value, replaces) =>
        props.heard.note({
          type: "minuted",
          meeting: props.heard.meeting,
          changes: [{ path: props.part, value, replaces }],
        })
      }
    />
  );
}

function Asked(props: { heard: Heard; control: StepBrings }): JSX.Element {
  return (
    <Switch>
      <Match when={props.control === "quorum"}>
        <QuorumPart heard={props.heard} />
      </Match>
      <Match when={props.control === "earlierActions"}>
        <EarlierActions heard={props.heard} />
        <EarlierReports heard={props.heard} />
      </Match>
      <Match when={props.control === "agencyNotes"}>
        <AgencyNotes heard={props.heard} />
      </Match>
      <Match when={props.control === "decision"}>
        <DecisionPart heard={props.heard} />
      </Match>
      <Match when={props.control === "report"}>
        <ReportPart heard={props.heard} />
      </Match>
      <Match when={props.control === "actions"}>
        <ActionsPart heard={props.heard} />
      </Match>
    </Switch>
  );
}
