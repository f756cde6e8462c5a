import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PaperView } from "../../app/paperTypes.ts";
import { type AnswerValue, asText, type FieldPath, questionPath, reasonPath } from "../../forms/answers.ts";
import type { Paper, Section } from "../../forms/definition/section.ts";
import type { Reader } from "../../forms/evaluate.ts";
import type { FieldError } from "../../forms/fieldError.ts";
import {
  askedPapers,
  EVIDENCE,
  isHeld,
  OTHER_PAPER,
  paperReason,
  takesAnything,
} from "../../forms/papers.ts";
import { papersOfKind } from "../../forms/paperText.ts";
import { Button } from "../kit/Button.tsx";
import type { Tone } from "../kit/Tag.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { fieldId } from "../referral/form/asking.ts";
import type { Desk } from "./desk.ts";
import { KindSection } from "./KindSection.tsx";

type KindsProps = {
  desk: Desk;
  section: Section;
  reader: Reader;
  papers: readonly PaperView[];
  errors: readonly FieldError[];
  setAnswer: (path: FieldPath, value: AnswerValue) => void;
};

/** The kinds that the panel asks for, in its order, and a place for anything else. */
export function Kinds(props: KindsProps): JSX.Element {
  // A definition's own objects: they stay the same, so a section keeps what has focus in it.
  const asked = createMemo(() => askedPapers(props.reader));
  const others = createMemo(() => {
    const keys = new Set([...asked().map(({ key }) => key), EVIDENCE]);
    const kinds = new Set(props.papers.map(({ kind }) => kind).filter((kind) => !keys.has(kind)));
    return [...kinds].flatMap((kind) => papersOfKind(props.papers, kind));
  });
  return (
    <>
      <For each={asked()}>{(paper) => <AskedKind {...props} paper={paper} />}</For>
      <Show when={others().length > 0 || !takesAnything(asked())}>
        <KindSection
          desk={props.desk}
          kind={OTHER_PAPER}
          id="papers-other"
          label={asked().length === 0 ? "Papers" : "Other papers"}
          hint="Send only what the panel needs."
          state={
            others().length > 0 ? { text: "Added", tone: "good" } : { text: "Optional", tone: "neutral" }
          }
          papers={others()}
        />
      </Show>
    </>
  );
}

function AskedKind(props: KindsProps & { paper: Paper }): JSX.Element {
  const path = (): FieldPath => questionPath(props.section.key, props.paper.key);
  const here = createMemo(() => papersOfKind(props.papers, props.paper.key));
  const state = (): { text: string; tone: Tone } => {
    if (isHeld(props.papers, props.paper.key)) return { text: "Added", tone: "good" };
    if (props.paper.required === undefined) return { text: "Optional", tone: "neutral" };
    const explained =
      props.paper.required === "orReason" &&
      paperReason(props.reader.answers, props.section.key, props.paper.key) !== "";
    return explained ? { text: "Reason given", tone: "info" } : { text: "Needed", tone: "warn" };
  };
  return (
    <KindSection
      desk={props.desk}
      kind={props.paper.key}
      id={fieldId(path())}
      label={props.paper.label}
      hint={props.paper.hint}
      state={state()}
      error={props.errors.find((error) => error.path === path())?.message}
      papers={here()}
    >
      <Show when={props.paper.required === "orReason" && here().length === 0}>
        <WhyNot {...props} />
      </Show>
    </KindSection>
  );
}

/** Where a reason will do, one press opens a line for it. */
function WhyNot(props: KindsProps & { paper: Paper }): JSX.Element {
  const [opened, setOpened] = createSignal(false);
  const path = (): FieldPath => reasonPath(props.section.key, props.paper.key);
  const reason = (): string => asText(props.reader.answers.get(path()));
  const open = (): void => {
    setOpened(true);
    document.getElementById(fieldId(path()))?.focus();
  };
  return (
    <Show
      when={opened() || reason() !== ""}
      fallback={
        <Button kind="link" about={props.paper.label} onClick={open}>
          I cannot send it now
        </Button>
      }
    >
      <TextInput
        id={fieldId(path())}
        label="Why does it not come with the referral?"
        hint="For example: another service holds it and has been asked; it is still being written."
        spellcheck={true}
        error={props.errors.find((error) => error.path === path())?.message}
        value={reason()}
        onInput={(text) => props.setAnswer(path(), text)}
      />
    </Show>
  );
}
