import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { NamedFinding } from "../../app/triageTypes.ts";
import type { Session } from "../../app/api.ts";
import { currentConsent } from "../../domain/consentPosition.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import { type LookedFor, lookedFor } from "../../forms/lookedFor.ts";
import type { SnapshotSection } from "../../forms/snapshot.ts";
import { createAct } from "../act.ts";
import { createKeptDraft, type KeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { Radios } from "../kit/Radios.tsx";
import { Tag, type Tone } from "../kit/Tag.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { SectionItems } from "./SnapshotView.tsx";
import { dayOf, isoDayOf } from "./when.ts";

type Point = PanelDefinition["triage"]["checklist"][number];
type Found = NamedFinding["finding"];
/** By point: what is typed and not yet saved. */
type Notes = { notes: Record<string, string> };

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
  return (
    <section aria-labelledby="checklist-title">
      <h2 class="govuk-heading-m" id="checklist-title">
        What the panel looks for
      </h2>
      <p class="govuk-hint">
        Your answers are kept in the case with your name. Everybody who can read the case can see them in its
        history, the referrer too.
      </p>
      <Show when={kept.ready()}>
        <ProblemNotice problem={kept.problem()} />
        <ul class="confer-checks">
          <For each={checklist}>
            {(point) => <PointItem {...props} point={point} state={states().get(point.key)} kept={kept} />}
          </For>
        </ul>
      </Show>
    </section>
  );
}

const FINDINGS: readonly { value: Found; label: string }[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unsure", label: "Unsure" },
];
const NAMES: Record<Found, string> = { yes: "Yes", no: "No", unsure: "Unsure" };
const STATES: Record<LookedFor["state"], { text: string; tone: Tone }> = {
  answered: { text: "Answered", tone: "good" },
  partly: { text: "Partly answered", tone: "warn" },
  nothing: { text: "No answer", tone: "warn" },
  unseen: { text: "The form does not ask", tone: "neutral" },
};

type PointProps = {
  session: Session;
  open: OpenCase;
  point: Point;
  state: LookedFor["state"] | undefined;
  kept: KeptDraft<Notes>;
};

function PointItem(props: PointProps): JSX.Element {
  const { key } = props.point;
  const onPoint = createMemo(() => props.open.view().findings.filter(({ point }) => point === key));
  const mine = () => onPoint().find((each) => each.mine);
  const typed = (): string => props.kept.draft.notes[key] ?? "";
  const act = createAct(async (finding: Found | "") => {
    const note = typed().trim() === "" ? (mine()?.note ?? "") : typed().trim();
    const done = await props.session.check(props.open.scope, key, finding, finding === "" ? "" : note);
    if (done.ok && finding !== "") props.kept.set("notes", { [key]: "" });
    return done;
  });
  return (
    <li class="confer-check">
      <Radios
        id={`check-${key}`}
        label={props.point.label}
        hint={props.point.hint}
        legendSize="s"
        inline={true}
        options={FINDINGS}
        value={mine()?.finding}
        onChange={(finding) => void act.run(finding as Found)}
      />
      <WhatItSays {...props} />
      <For each={onPoint()}>{(each) => <Said finding={each} />}</For>
      <ProblemNotice problem={act.problem()} />
      <Details summary={mine()?.note ? "Write another note" : "Add a note"}>
        <TextArea
          id={`check-note-${key}`}
          label={`Your note on: ${props.point.label}`}
          rows={2}
          value={typed()}
          onInput={(text) => props.kept.set("notes", { [key]: text })}
        />
        <div class="confer-actions">
          <Button
            kind="secondary"
            about={props.point.label}
            busy={act.busy()}
            onClick={() => void act.run(mine()?.finding ?? "unsure")}
          >
            Save the note
          </Button>
          <Show when={mine()}>
            <Button kind="link" about={props.point.label} onClick={() => void act.run("")}>
              Take back your answer
            </Button>
          </Show>
        </div>
      </Details>
    </li>
  );
}

/** "J Okoro (Housing), 14 November 2026: Unsure. …" */
function Said(props: { finding: NamedFinding }): JSX.Element {
  return (
    <p class="govuk-body-s confer-check__said">
      {props.finding.mine ? "You" : props.finding.whoName}, {dayOf(props.finding.atMs)}:{" "}
      {NAMES[props.finding.finding]}
      {props.finding.before ? ", before it was last sent" : ""}. {props.finding.note}
    </p>
  );
}

/** As it was sent: the answers that bear on the point, and whether there are any. */
function WhatItSays(props: PointProps): JSX.Element {
  const parts = createMemo((): readonly SnapshotSection[] => {
    const { reads = [], section } = props.point;
    const sections = props.open.view().snapshots[0]?.snapshot.sections ?? [];
    return sections.flatMap((each) => {
      const items = each.key === section ? each.items : each.items.filter(({ key }) => reads.includes(key));
      return items.length === 0 ? [] : [{ ...each, items: [...items] }];
    });
  });
  const state = () => STATES[props.state ?? "unseen"];
  return (
    <>
      <p class="confer-check__state">
        <Tag tone={state().tone}>{state().text}</Tag>
      </p>
      <Show when={parts().length > 0}>
        <Details summary="What the referral says">
          <For each={parts()}>{(section) => <SectionItems section={section} />}</For>
        </Details>
      </Show>
    </>
  );
}
