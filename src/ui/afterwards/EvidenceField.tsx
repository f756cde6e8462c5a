import { createMemo, createSignal, For, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Problem, Session } from "../../app/api.ts";
import type { PaperId, PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { EVIDENCE } from "../../forms/papers.ts";
import { Button } from "../kit/Button.tsx";
import { FilePicker } from "../kit/FilePicker.tsx";
import { createSteady } from "../live.ts";
import { addingTo } from "../papers/adding.ts";
import { AddingState } from "../papers/AddingState.tsx";
import { PaperItem, paperTitle } from "../papers/PaperItem.tsx";
import { ACCEPT } from "../papers/paperWords.ts";
import { createPictures } from "../papers/pictures.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { sharedFiles, takeShared } from "../sharedFiles.ts";
import { createPapers } from "./createPapers.ts";

/** A form of these is not saved while a photo is on its way into it. */
export const createAddingEvidence = (session: Session, scope: ScopeId): Accessor<boolean> => {
  const { step } = addingTo(session, scope);
  return () => step()?.kind === EVIDENCE;
};

/**
 * Photos and files that show what is said of an action. Each is sealed as a paper of the case as it comes: one from
 * the camera is nowhere else.
 */
export function EvidenceField(props: {
  session: Session;
  scope: ScopeId;
  /** Ends the ids of what is pressed. */
  id: string;
  what: string;
  chosen: readonly string[];
  onChange: (change: (before: readonly string[]) => string[]) => void;
}): JSX.Element {
  const { session, scope } = props;
  const adding = addingTo(session, scope);
  const pictures = createPictures(session, scope);
  const all = createPapers(session, scope);
  const [problem, setProblem] = createSignal<Problem>();
  const chosen = createMemo(() => all().filter(({ id, removed }) => !removed && props.chosen.includes(id)));
  const papers = createSteady(chosen, ({ id }) => id);
  const touched = matchMedia("(pointer: coarse)").matches;
  const added = (paper: PaperId): void => props.onChange((before) => [...before, paper]);
  const remove = async ({ id }: PaperView): Promise<void> => {
    const removed = await session.removePaper(scope, id);
    setProblem(removed.ok ? undefined : removed.problem);
    if (removed.ok) props.onChange((before) => before.filter((each) => each !== id));
  };
  return (
    <div class="govuk-form-group" role="group" aria-label="Evidence">
      <Show when={papers().length > 0}>
        <ul class="confer-cards">
          <For each={papers()}>
            {(paper) => (
              <PaperItem paper={paper} pictures={pictures}>
                <Button kind="link" about={paperTitle(paper)} onClick={() => void remove(paper)}>
                  Remove
                </Button>
              </PaperItem>
            )}
          </For>
        </ul>
      </Show>
      <AddingState adding={adding} kind={EVIDENCE} />
      <ProblemNotice problem={problem()} />
      <div class="confer-actions">
        <Show when={sharedFiles().length > 0}>
          <Button
            kind="secondary"
            about={`to ${props.what}`}
            onClick={() => adding.add(EVIDENCE, takeShared(), added)}
          >
            Add what was shared ({sharedFiles().length})
          </Button>
        </Show>
        <Show when={touched}>
          <FilePicker
            id={`camera-${props.id}`}
            kind="secondary"
            camera={true}
            accept="image/*"
            about={`of ${props.what}`}
            onFiles={(files) => adding.add(EVIDENCE, files, added)}
          >
            Take a photo
          </FilePicker>
        </Show>
        <FilePicker
          id={`file-${props.id}`}
          kind="secondary"
          accept={ACCEPT}
          multiple={true}
          about={`for ${props.what}`}
          onFiles={(files) => adding.add(EVIDENCE, files, added)}
        >
          Add a photo or file
        </FilePicker>
      </div>
    </div>
  );
}
