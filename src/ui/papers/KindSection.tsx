import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PaperView } from "../../app/paperTypes.ts";
import { paperSize } from "../../forms/paperText.ts";
import { Button } from "../kit/Button.tsx";
import { ErrorMessage } from "../kit/Field.tsx";
import { FilePicker } from "../kit/FilePicker.tsx";
import { Tag, type Tone } from "../kit/Tag.tsx";
import { createSteady } from "../live.ts";
import { AddingState } from "./AddingState.tsx";
import { JoinPhotos } from "./JoinPhotos.tsx";
import { PaperRow } from "./PaperRow.tsx";
import { ACCEPT } from "./paperWords.ts";
import type { Desk } from "./desk.ts";

/** One kind of paper that the panel asks for: those that are there, and the ways to add one. */
export function KindSection(props: {
  desk: Desk;
  kind: string;
  /** Of its heading, which an error leads to. */
  id: string;
  label: string;
  hint?: string | undefined;
  state: { readonly text: string; readonly tone: Tone };
  error?: string | undefined;
  papers: readonly PaperView[];
  /** The reason why none comes, where one will do. */
  children?: JSX.Element;
}): JSX.Element {
  const { desk } = props;
  const [joining, setJoining] = createSignal(false);
  const papers = createSteady(
    () => props.papers,
    ({ id }) => id,
  );
  const photos = createMemo(() => props.papers.filter(({ mediaType }) => mediaType === "image/jpeg"));
  const touched = matchMedia("(pointer: coarse)").matches;
  const add = (files: readonly File[]): void => desk.adding.add(props.kind, files);
  return (
    <section
      class="confer-kind"
      classList={{ "govuk-form-group--error": props.error !== undefined }}
      aria-labelledby={props.id}
    >
      <h2 class="govuk-heading-m confer-kind__title" id={props.id} tabindex="-1">
        {props.label} <Tag tone={props.state.tone}>{props.state.text}</Tag>
      </h2>
      <Show when={props.hint}>
        <p class="govuk-hint">{props.hint}</p>
      </Show>
      <ErrorMessage id={props.id} text={props.error} />
      <Removed desk={desk} kind={props.kind} />
      <Show when={papers().length > 0}>
        <ul class="confer-cards">
          <For each={papers()}>
            {(paper, index) => <PaperRow desk={desk} paper={paper} among={papers()} index={index()} />}
          </For>
        </ul>
      </Show>
      <AddingState adding={desk.adding} kind={props.kind} />
      <div class="confer-actions confer-kind__add">
        <Show when={touched}>
          <FilePicker
            id={`camera-${props.kind}`}
            kind="secondary"
            camera={true}
            accept="image/*"
            about={`for ${props.label}`}
            onFiles={add}
          >
            Take a photo
          </FilePicker>
        </Show>
        <FilePicker
          id={`file-${props.kind}`}
          kind="secondary"
          accept={ACCEPT}
          multiple={true}
          about={`for ${props.label}`}
          onFiles={add}
        >
          Choose photos or files
        </FilePicker>
        <Show when={photos().length > 1}>
          <Button kind="secondary" about={`of ${props.label}`} onClick={() => setJoining(true)}>
            Put {photos().length} photos together
          </Button>
        </Show>
      </div>
      {props.children}
      <Show when={joining()}>
        <JoinPhotos
          session={desk.session}
          scope={desk.scope}
          photos={photos()}
          title={props.label}
          onClose={() => setJoining(false)}
          onJoined={(made, joined) => {
            setJoining(false);
            desk.tookAway({ kind: props.kind, text: joinedText(joined), restore: joined, remove: made });
          }}
        />
      </Show>
    </section>
  );
}

const joinedText = (photos: readonly PaperView[]): string =>
  `${photos.length} photos are now one document, made of ${paperSize(photos.reduce((sum, each) => sum + each.sizeBytes, 0))}.`;

/** What was just taken away from this kind, with the way back. Focus goes here: the pressed button is gone. */
function Removed(props: { desk: Desk; kind: string }): JSX.Element {
  let box: HTMLDivElement | undefined;
  const latest = () => {
    const found = props.desk.latest();
    return found?.kind === props.kind ? found : undefined;
  };
  createEffect(on(latest, (found) => found && box?.focus()));
  return (
    <Show when={latest()}>
      {(found) => (
        <div
          class="confer-notice confer-tone--neutral"
          role="status"
          tabindex="-1"
          ref={(element) => (box = element)}
        >
          {found().text}{" "}
          <Button kind="link" onClick={() => props.desk.undo()}>
            Undo
          </Button>
        </div>
      )}
    </Show>
  );
}
