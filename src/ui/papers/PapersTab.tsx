import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { PaperId, PaperView } from "../../app/paperTypes.ts";
import { CONSENT_SHEET, EVIDENCE } from "../../forms/papers.ts";
import { papersOfKind } from "../../forms/paperText.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { momentOf } from "../caseFile/when.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { createSteady } from "../live.ts";
import { LookButton } from "./LookButton.tsx";
import { PaperDialog } from "./PaperDialog.tsx";
import { PaperItem } from "./PaperItem.tsx";
import { createPictures, type Pictures } from "./pictures.ts";
import { roomWords } from "./paperWords.ts";

/** The papers of a case for whoever reads it: what each is, who added it when, and whether it has arrived. */
export function PapersTab(props: { session: Session; open: OpenCase }): JSX.Element {
  const { session, open } = props;
  const pictures = createPictures(session, open.scope);
  const [looking, setLooking] = createSignal<PaperId>();
  const papers = () => open.view().papers;
  const groups = createMemo(() => groupsOf(open));
  const away = (): number =>
    papers().filter(({ place, removed }) => place === "elsewhere" && !removed).length;
  return (
    <>
      <Show
        when={groups().length > 0}
        fallback={<EmptyState>Papers that come with the referral appear here.</EmptyState>}
      >
        <p class="govuk-body confer-signal">{roomWords(papers())}.</p>
        <Show when={away() > 0}>
          <p class="govuk-body">
            {away() === 1 ? "1 paper has" : `${away()} papers have`} not reached the server yet. It comes by
            itself when the sender’s device has a connection and Confer is open on it.
          </p>
        </Show>
        <For each={groups()}>{(group) => <Group {...group} pictures={pictures} onLook={setLooking} />}</For>
      </Show>
      <PaperDialog
        session={session}
        scope={open.scope}
        papers={papers()}
        looking={looking()}
        pictures={pictures}
        reference={open.view().summary.reference}
        onClose={() => setLooking(undefined)}
      />
    </>
  );
}

type PaperGroup = { readonly label: string; readonly papers: readonly PaperView[] };

/** In the order of the panel's form, then what it did not ask for. Kinds with nothing are left out. */
function groupsOf({ view }: OpenCase): readonly PaperGroup[] {
  const { papers, definition } = view();
  const asked = definition?.papers ?? [];
  const known = new Set([...asked.map(({ key }) => key), CONSENT_SHEET, EVIDENCE]);
  const rest = [...new Set(papers.map(({ kind }) => kind))].filter((kind) => !known.has(kind));
  const groups = [
    ...asked.map(({ key, label }) => ({ label, papers: papersOfKind(papers, key) })),
    { label: "Signed consent form", papers: papersOfKind(papers, CONSENT_SHEET) },
    { label: "Evidence of actions", papers: papersOfKind(papers, EVIDENCE) },
    { label: "Other papers", papers: rest.flatMap((kind) => papersOfKind(papers, kind)) },
  ];
  return groups.filter((group) => group.papers.length > 0);
}

function Group(props: PaperGroup & { pictures: Pictures; onLook: (id: PaperId) => void }): JSX.Element {
  const papers = createSteady(
    () => props.papers,
    ({ id }) => id,
  );
  return (
    <section>
      <h2 class="govuk-heading-m">{props.label}</h2>
      <ul class="confer-cards">
        <For each={papers()}>
          {(paper) => (
            <PaperItem
              paper={paper}
              pictures={props.pictures}
              note={`Added by ${paper.whoName} on ${momentOf(paper.addedMs)}`}
            >
              <div class="confer-actions">
                <LookButton paper={paper} onLook={() => props.onLook(paper.id)} />
              </div>
            </PaperItem>
          )}
        </For>
      </ul>
    </section>
  );
}
