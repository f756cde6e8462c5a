import { createSignal, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { PaperId, PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { paperTitle } from "./PaperItem.tsx";
import { joinPhotos } from "./photos.ts";

/** Several photographs of pages become one PDF. What was put together can be taken apart again with Undo. */
export function JoinPhotos(props: {
  session: Session;
  scope: ScopeId;
  photos: readonly PaperView[];
  /** Proposed as its name. */
  title: string;
  onJoined: (made: PaperId, photos: readonly PaperView[]) => void;
  onClose: () => void;
}): JSX.Element {
  const photos = props.photos;
  const [chosen, setChosen] = createSignal<readonly PaperId[]>(photos.map(({ id }) => id));
  const [title, setTitle] = createSignal(props.title);
  const [done, setDone] = createSignal(0);
  const [tooFew, setTooFew] = createSignal(false);
  const stop = new AbortController();
  onCleanup(() => stop.abort());
  const pages = (): readonly PaperView[] => photos.filter(({ id }) => chosen().includes(id));
  const join = createAct(() =>
    joinPhotos(props.session, props.scope, pages(), title().trim() || props.title, setDone, stop.signal),
  );
  const press = (): void => {
    setTooFew(pages().length < 2);
    if (tooFew()) return;
    const joined = pages();
    void join.run().then((made) => made && props.onJoined(made.value, joined));
  };
  return (
    <Dialog
      id="join-photos"
      open={true}
      title="Put photos together"
      onClose={() => props.onClose()}
      actions={
        <>
          <Button busy={join.busy()} onClick={press}>
            Make one document
          </Button>
          <Button kind="secondary" onClick={() => props.onClose()}>
            Keep them apart
          </Button>
        </>
      }
    >
      <p>They become the pages of one PDF, in the order in which they stand in the list.</p>
      <Checkboxes
        id="join-which"
        label="Which photos?"
        legendSize="s"
        error={tooFew() ? "Choose at least two photos" : undefined}
        options={photos.map((photo) => ({ value: photo.id, label: paperTitle(photo) }))}
        value={[...chosen()]}
        onChange={(ids) => setChosen(photos.map(({ id }) => id).filter((id) => ids.includes(id)))}
      />
      <TextInput id="join-title" label="What is it?" spellcheck={true} value={title()} onInput={setTitle} />
      <Show when={join.busy()}>
        <ProgressBar
          id="join-progress"
          label="Putting them together"
          value={done()}
          max={pages().length}
          text={`Page ${done()} of ${pages().length}`}
        />
      </Show>
      <ProblemNotice problem={join.problem()} />
    </Dialog>
  );
}
