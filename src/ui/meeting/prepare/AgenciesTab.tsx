import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { concerns } from "../../../app/meetingTypes.ts";
import { researchFor } from "../../../domain/case/discussion.ts";
import type { UserId } from "../../../domain/ids.ts";
import { isSameAgency, notesByAgency } from "../../../domain/meeting/preparation.ts";
import { createKeptForm } from "../../kept/createKeptForm.ts";
import { Button } from "../../kit/Button.tsx";
import { focusField } from "../../kit/field.ts";
import { createLive, createSteady } from "../../live.ts";
import type { ItemParts } from "./itemParts.ts";
import { draftOf, NO_NOTE, type NoteDraft, noteRecord, wrongInNote } from "./noteDraft.ts";
import { NoteForm } from "./NoteForm.tsx";
import { NotesByAgency, OneNote } from "./NotesByAgency.tsx";
import { SavedHere } from "./SavedHere.tsx";

/** What this person's agency knows, and under it what the others have written. [ASH-53] [HER-58] [HAR-17] [OXT-31] */
export function AgenciesTab(props: ItemParts): JSX.Element {
  const me = createLive(props.session.me);
  const file = () => props.openCase.view().file;
  const attendee = () => props.open.view().me;
  const asked = createMemo(
    () => attendee() !== undefined && concerns(attendee() ?? { items: [] }, props.item().item),
  );
  const agency = () => me().profile?.agency ?? attendee()?.agency ?? "";
  const rows = createSteady(
    () =>
      notesByAgency(
        file(),
        props.open.key,
        props.open.view().attendees.filter((each) => concerns(each, props.item().item)),
      ).filter(({ asked: people }) => !people.some((each) => each.attendee === attendee()?.attendee)),
    (row) => row.agency,
  );
  const nameOf = (user: UserId): string =>
    props.open.view().names.get(user) ?? "Somebody who is not on this device";
  return (
    <>
      <Show
        when={asked()}
        fallback={
          <p class="govuk-body">
            Notes are written by people who are asked to this meeting. You can read those that are here.
          </p>
        }
      >
        <Own {...props} agency={agency()} nameOf={nameOf} user={me().user} />
      </Show>
      <h2 class="govuk-heading-m">What other agencies know</h2>
      <NotesByAgency rows={rows()} nameOf={nameOf} empty="No other agency is asked about this case." />
    </>
  );
}

const same = { equals: (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b) };

/** The person's own note or the form for it; what is half typed is kept: see [Note: half-made screens]. */
function Own(
  props: ItemParts & { agency: string; user: UserId; nameOf: (user: UserId) => string },
): JSX.Element {
  const { session } = props;
  const [saved, setSaved] = createSignal(false);
  const form = createKeptForm<NoteDraft>({
    notes: session,
    name: `research/${props.item().item}`,
    blank: NO_NOTE,
    check: wrongInNote,
    save: (draft) =>
      session.noteCase(props.openCase.scope, [noteRecord(props.open.key, props.agency, draft)]),
    onSaved: () => setSaved(true),
  });
  const notes = () => researchFor(props.openCase.view().file, props.open.key);
  const own = createMemo(() => notes().find(({ author }) => author === props.user), undefined, same);
  const colleagues = createMemo(
    () => {
      const agency = props.open.view().me?.agency ?? props.agency;
      return notes().filter(
        ({ author, record }) => author !== props.user && isSameAgency(record.agency, agency),
      );
    },
    undefined,
    same,
  );
  const typing = (): boolean => own() === undefined || form.typed();
  return (
    <>
      <h2 class="govuk-heading-m">What your agency knows</h2>
      <Show when={saved()}>
        <SavedHere session={session} what="Your note is saved" />
      </Show>
      <Show when={colleagues().length > 0}>
        <p class="govuk-body">Your agency has a note already. A note of yours stands beside it.</p>
        <For each={colleagues()}>
          {(note) => (
            <div class="confer-card">
              <OneNote note={note} by={props.nameOf(note.author)} />
            </div>
          )}
        </For>
      </Show>
      <Show when={own()}>
        {(note) => (
          <div class="confer-card">
            <OneNote note={note()} by="you" />
            <Show when={form.ready() && !typing()}>
              <Button
                kind="secondary"
                onClick={() => {
                  setSaved(false);
                  form.set(draftOf(note()));
                  focusField("found");
                }}
              >
                Change your note
              </Button>
            </Show>
          </div>
        )}
      </Show>
      <Show when={typing()}>
        <NoteForm form={form} changes={own() !== undefined} />
      </Show>
    </>
  );
}
