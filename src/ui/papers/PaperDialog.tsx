import { createMemo, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { PaperId, PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { isPhoto, paperFacts } from "../../forms/paperText.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { paperTitle } from "./PaperItem.tsx";
import type { Picture, Pictures } from "./pictures.ts";
import { createSaving, paperFileName, type Saving } from "./saving.ts";

/** How a photograph is turned, where the person may. */
export type Turning = { readonly busy: boolean; turn(paper: PaperView, way: "left" | "right"): void };

/** A paper close up: a photograph here, anything else as a copy for the app that opens it. */
export function PaperDialog(props: {
  session: Session;
  scope: ScopeId;
  papers: readonly PaperView[];
  /** Undefined: closed. */
  looking: PaperId | undefined;
  pictures: Pictures;
  /** For the copy's neutral name. */
  reference: string;
  turning?: Turning | undefined;
  /** What went wrong with turning it. */
  children?: JSX.Element;
  onClose: () => void;
}): JSX.Element {
  const saving = createSaving(props.session, props.scope);
  // A photo that was turned is another paper: until it has arrived, the old one stays in sight.
  const paper = createMemo<PaperView | undefined>((before) =>
    props.looking === undefined ? undefined : (props.papers.find(({ id }) => id === props.looking) ?? before),
  );
  const photo = (): PaperView | undefined => {
    const found = paper();
    return found && isPhoto(found.mediaType) ? found : undefined;
  };
  const save = (): void => {
    const found = paper();
    if (!found) return;
    const number = props.papers.findIndex(({ id }) => id === found.id) + 1;
    void saving.save(found, paperFileName(props.reference, number, found.mediaType));
  };
  const close = (): void => {
    saving.cancel();
    const last = paper()?.id;
    props.onClose();
    // What was pressed to come here may be gone, if the photo was turned.
    if (last !== undefined) document.getElementById(lookId(last))?.focus();
  };
  return (
    <Dialog
      id="paper"
      open={paper() !== undefined}
      wide={photo() !== undefined}
      title={titleOf(paper())}
      onClose={close}
      actions={
        <>
          <TurnButtons photo={photo()} turning={props.turning} />
          <Button kind="secondary" busy={saving.opening() !== undefined} onClick={save}>
            Save a copy
          </Button>
          <Button onClick={close}>Close</Button>
        </>
      }
    >
      <Show when={photo()} fallback={<Other paper={paper()} />}>
        {(shown) => <Shown picture={props.pictures.of(shown())} title={paperTitle(shown())} />}
      </Show>
      <p class="govuk-body-s">
        A copy that you save is outside Confer and not protected any more. That you saved it is noted in the
        history of the case.
      </p>
      <SavingState saving={saving} />
      {props.children}
    </Dialog>
  );
}

/** Of the button that opens a paper close up. */
export const lookId = (id: PaperId): string => `paper-${id}-look`;

const titleOf = (paper: PaperView | undefined): string => (paper ? paperTitle(paper) : "Paper");

function TurnButtons(props: { photo: PaperView | undefined; turning: Turning | undefined }): JSX.Element {
  const turn = (way: "left" | "right"): void => {
    if (props.photo) props.turning?.turn(props.photo, way);
  };
  return (
    <Show when={props.photo && props.turning}>
      {(turning) => (
        <>
          <Button kind="secondary" busy={turning().busy} onClick={() => turn("left")}>
            Turn left
          </Button>
          <Button kind="secondary" busy={turning().busy} onClick={() => turn("right")}>
            Turn right
          </Button>
        </>
      )}
    </Show>
  );
}

function Other(props: { paper: PaperView | undefined }): JSX.Element {
  return (
    <Show when={props.paper}>
      {(paper) => (
        <p>
          {paperFacts(paper())}. Confer does not show files of this kind itself. Save a copy, and open it with
          an app of this device.
        </p>
      )}
    </Show>
  );
}

function SavingState(props: { saving: Saving }): JSX.Element {
  return (
    <>
      <Show when={props.saving.opening()}>
        {(opening) => (
          <ProgressBar
            id="paper-opening"
            label="Opening"
            value={opening().done}
            max={opening().total}
            text={`${Math.floor((100 * opening().done) / Math.max(1, opening().total))} %`}
            onCancel={() => props.saving.cancel()}
          />
        )}
      </Show>
      <ProblemNotice problem={props.saving.problem()} />
      <p role="status">{props.saving.said()}</p>
    </>
  );
}

function Shown(props: { picture: Picture | undefined; title: string }): JSX.Element {
  const url = (): string | undefined => (props.picture?.kind === "open" ? props.picture.url : undefined);
  const problem = () => (props.picture?.kind === "failed" ? props.picture.problem : undefined);
  return (
    <Switch fallback={<p role="status">Opening the photograph.</p>}>
      <Match when={problem()}>{(found) => <ProblemNotice problem={found()} />}</Match>
      <Match when={url()}>
        {(src) => <img class="confer-paper__large" src={src()} alt={`Photograph: ${props.title}`} />}
      </Match>
    </Switch>
  );
}
