import { createMemo, createSignal, For, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Disclosure } from "../../app/disclosureTypes.ts";
import { type HeldPart, PAPERS_PART } from "../../forms/disclosure/held.ts";
import type { Marks } from "../../forms/disclosure/withhold.ts";
import { CaseGate, type OpenCase } from "../caseFile/CaseGate.tsx";
import { ProtectedPdf } from "../caseFile/ProtectedPdf.tsx";
import { ReadHere } from "../documents/ReadHere.tsx";
import { createKeptDraft } from "../kept/createKept.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { HeldPaperRow } from "./HeldPaperRow.tsx";
import { HeldTextRow } from "./HeldTextRow.tsx";
import { dropPhrase, markPaper, markPhrase, markText, tally, tallyWords, undecidedWords } from "./marks.ts";
import { Phrases } from "./Phrases.tsx";
import { SelectedWords } from "./SelectedWords.tsx";

/**
 * Everything that a case holds, to be read and marked before a copy is made for the person it is about: whole texts,
 * and words wherever they stand. What was marked last is there again, on every device of those who decide. [ASH-100]
 */
export function DisclosurePage(props: { session: Session }): JSX.Element {
  return (
    <CaseGate session={props.session} title="Copy for the person">
      {(open) => <Copy session={props.session} open={open} />}
    </CaseGate>
  );
}

type Props = { session: Session; open: OpenCase };

function Copy(props: Props): JSX.Element {
  const found = createMemo(() => {
    // Read again when the case changes: what is read is not live.
    props.open.view();
    return props.session.readDisclosure(props.open.scope);
  });
  return (
    <Page
      title="Copy for the person"
      caption={props.open.view().summary.reference}
      back={{ href: `${props.open.href()}?tab=access`, text: "Access" }}
    >
      <Show
        when={found()}
        fallback={<EmptyState>A copy is made by those who decide about the case.</EmptyState>}
      >
        {(disclosure) => <Marking {...props} disclosure={disclosure} />}
      </Show>
    </Page>
  );
}

function Marking(props: Props & { disclosure: Accessor<Disclosure> }): JSX.Element {
  const { session, open } = props;
  const before = props.disclosure().marks;
  const kept = createKeptDraft<{ marks: Marks }>(session, `disclosure/${open.scope}`, {
    marks: { texts: [...before.texts], phrases: [...before.phrases], given: [...(before.given ?? [])] },
  });
  const marks = (): Marks => kept.draft.marks;
  const set = (next: Marks): void => kept.set({ marks: next });
  const parts = () => props.disclosure().parts;
  let texts: HTMLDivElement | undefined;
  return (
    <Show when={kept.ready()}>
      <p class="govuk-body">
        The chair decides what may be shared, and takes legal advice where it is not plain. Read every part:
        what you mark is taken out of the copy, and the copy says that something was taken out and why.
      </p>
      <p class="govuk-body" role="status">
        {tallyWords(tally(parts(), marks()))}
      </p>
      <Phrases
        parts={parts()}
        marks={marks()}
        onAdd={(words, why) => set(markPhrase(marks(), words, why))}
        onDrop={(words) => set(dropPhrase(marks(), words))}
      />
      <h2 class="govuk-heading-m">What the case holds</h2>
      <div ref={(element) => (texts = element)}>
        <For each={parts()}>
          {(part) => (
            <Part
              part={part}
              marks={marks()}
              onMark={(id, why) => set((part.key === PAPERS_PART ? markPaper : markText)(marks(), id, why))}
            />
          )}
        </For>
      </div>
      <SelectedWords
        within={() => texts}
        onTake={(words) => set(markPhrase(marks(), words, "somebodyElse"))}
      />
      <ProblemNotice problem={kept.problem()} />
      <p class="govuk-body" role="status">
        {undecidedWords(parts(), marks())}
      </p>
      <ProtectedPdf
        session={session}
        panel={open.view().definition?.id}
        forOne={true}
        begins={() => session.composeDisclosure(open.scope, marks())}
        make={async (wish) => {
          const noted = await session.keepMarks(open.scope, marks());
          if (!noted.ok) return noted;
          return session.exportDisclosure(open.scope, marks(), wish);
        }}
        record={(how, by) => session.recordExport(open.scope, how, "disclosure", by)}
      />
      <ReadHere
        compose={async () => {
          const noted = await session.keepMarks(open.scope, marks());
          return noted.ok ? session.composeDisclosure(open.scope, marks()) : undefined;
        }}
        record={(how) => session.recordExport(open.scope, how, "disclosure")}
      />
    </Show>
  );
}

/** Shut at first, since a case can hold hundreds of texts; its heading says how many are withheld. */
function Part(props: {
  part: HeldPart;
  marks: Marks;
  onMark: (id: string, why: string) => void;
}): JSX.Element {
  const [opened, setOpened] = createSignal(false);
  const withheld = createMemo(() => tally([props.part], props.marks));
  return (
    <details class="confer-held" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary class="confer-held__title confer-target">
        {props.part.title} <span class="confer-held__count">{countWords(props.part, withheld())}</span>
      </summary>
      <Show when={opened()}>
        <For each={props.part.texts}>
          {(text) => (
            <Show
              when={props.part.key === PAPERS_PART}
              fallback={
                <HeldTextRow text={text} marks={props.marks} onMark={(why) => props.onMark(text.id, why)} />
              }
            >
              <HeldPaperRow text={text} marks={props.marks} onMark={(why) => props.onMark(text.id, why)} />
            </Show>
          )}
        </For>
      </Show>
    </details>
  );
}

function countWords(part: HeldPart, { texts, places }: ReturnType<typeof tally>): string {
  const held = part.texts.length === 1 ? "1 text" : `${part.texts.length} texts`;
  const all = texts + places;
  return all === 0 ? `(${held})` : `(${held}, ${all} withheld)`;
}
