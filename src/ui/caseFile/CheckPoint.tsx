import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { NamedFinding } from "../../app/triageTypes.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import type { LookedFor } from "../../forms/lookedFor.ts";
import type { SnapshotSection } from "../../forms/snapshot.ts";
import { createAct } from "../act.ts";
import { createChoice } from "../choice.ts";
import type { KeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { focusField } from "../kit/field.ts";
import { Radios } from "../kit/Radios.tsx";
import { Tag, type Tone } from "../kit/Tag.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { lengthProblem } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { SectionItems } from "./SnapshotView.tsx";
import { dayOf } from "./when.ts";

type Point = PanelDefinition["triage"]["checklist"][number];
type Found = NamedFinding["finding"];
/** By point: what is typed and not yet saved. */
export type Notes = { notes: Record<string, string> };

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

/** One point: what somebody who decides found, and what the referral says about it. */
export function CheckPoint(props: PointProps): JSX.Element {
  const { key } = props.point;
  const noteId = `check-note-${key}`;
  const onPoint = createMemo(() => props.open.view().findings.filter(({ point }) => point === key));
  const mine = () => onPoint().find((each) => each.mine);
  const typed = (): string => (props.kept.draft.notes[key] ?? "").trim();
  const tooLong = (): string | undefined => lengthProblem(typed(), MAX_PROSE, "The note");
  const [noteError, setNoteError] = createSignal<string>();
  // A note that is too long stays in its box; the answer is recorded all the same.
  const act = createAct(async (finding: Found | "") => {
    const fits = tooLong() === undefined;
    setNoteError(tooLong());
    const note = typed() !== "" && fits ? typed() : (mine()?.note ?? "");
    const done = await props.session.check(props.open.scope, key, finding, finding === "" ? "" : note);
    if (done.ok && finding !== "" && fits) props.kept.set("notes", { [key]: "" });
    return done;
  });
  const choice = createChoice<Found | "">(() => mine()?.finding, act);
  const saveNote = (): void => {
    const wrong = typed() === "" ? "Enter a note" : tooLong();
    setNoteError(wrong);
    if (wrong === undefined) void act.run(mine()?.finding ?? "unsure");
    else focusField(noteId);
  };
  return (
    <li class="confer-check">
      <Radios
        id={`check-${key}`}
        label={props.point.label}
        hint={props.point.hint}
        legendSize="s"
        inline={true}
        small={true}
        options={FINDINGS}
        value={choice.value()}
        onChange={(finding) => choice.choose(finding as Found)}
      />
      <For each={onPoint()}>{(each) => <Said finding={each} />}</For>
      <ProblemNotice problem={act.problem()} />
      <div class="confer-check__more">
        <WhatItSays {...props} />
        <Details summary={mine()?.note ? "Write another note" : "Add a note"}>
          <TextArea
            id={noteId}
            label={`Your note on: ${props.point.label}`}
            rows={2}
            error={noteError()}
            value={props.kept.draft.notes[key] ?? ""}
            onInput={(text) => props.kept.set("notes", { [key]: text })}
          />
          <div class="confer-actions">
            <Button kind="secondary" about={props.point.label} busy={act.busy()} onClick={saveNote}>
              Save the note
            </Button>
            <Show when={mine()}>
              <Button kind="link" about={props.point.label} onClick={() => void act.run("")}>
                Take back your answer
              </Button>
            </Show>
          </div>
        </Details>
      </div>
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
      <Show when={props.state !== "answered"}>
        <p class="confer-check__state">
          <Tag tone={state().tone}>{state().text}</Tag>
        </p>
      </Show>
      <Show when={parts().length > 0}>
        <Details summary="What the referral says">
          <For each={parts()}>{(section) => <SectionItems section={section} />}</For>
        </Details>
      </Show>
    </>
  );
}
