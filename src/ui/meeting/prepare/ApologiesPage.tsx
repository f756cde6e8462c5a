import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { MeetingNote } from "../../../app/meetingTypes.ts";
import { ofType } from "../../../domain/happened.ts";
import type { AttendeeId } from "../../../domain/ids.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import { createAct } from "../../act.ts";
import { dateWords, momentOf } from "../../caseFile/when.ts";
import { createKeptDraft, type KeptDraft } from "../../kept/createKept.ts";
import { draftText } from "../../kept/draftText.ts";
import { Button, ButtonLink } from "../../kit/Button.tsx";
import { focusField } from "../../kit/field.ts";
import { Page } from "../../kit/Page.tsx";
import { createLive } from "../../live.ts";
import { Errors } from "../../screens/parts/Errors.tsx";
import { createFieldErrors } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import { createServerNow } from "../../thisDevice.ts";
import { MeetingGate, type OpenMeeting } from "../MeetingGate.tsx";
import { type ApologiesDraft, apologiesDraft, apologiesRecord, wrongInApologies } from "./apologiesDraft.ts";
import { ApologiesFields } from "./ApologiesFields.tsx";
import { apologiesBy, coverWords } from "./prepareWords.ts";
import { SavedHere } from "./SavedHere.tsx";

/** Somebody cannot come: what they say, and who comes in their place. [HER-04] */
export function ApologiesPage(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>
      {(open) => <Apologies session={props.session} open={open} />}
    </MeetingGate>
  );
}

type Props = { session: Session; open: OpenMeeting };

function Apologies(props: Props): JSX.Element {
  const { open, session } = props;
  const [saved, setSaved] = createSignal("");
  const meeting = () => open.view().meeting;
  const me = createMemo(() => open.view().me?.attendee);
  return (
    <Page
      title="Apologies"
      caption={`Meeting on ${dateWords(meeting().date)} at ${meeting().start}`}
      back={{ href: open.href(), text: "The meeting" }}
    >
      <Show when={saved()} keyed>
        {(what) => <SavedHere session={session} what={what} />}
      </Show>
      <Show
        when={me()}
        keyed
        fallback={
          <>
            <p class="govuk-body">Nobody has asked you to this meeting, so there is nothing to send.</p>
            <ButtonLink href={open.href()}>Go to the meeting</ButtonLink>
          </>
        }
      >
        {(attendee) => <Own {...props} attendee={attendee} onSaved={setSaved} />}
      </Show>
    </Page>
  );
}

/** What was sent or the form for it; what is half typed is kept: see [Note: half-made screens]. */
function Own(props: Props & { attendee: AttendeeId; onSaved: (what: string) => void }): JSX.Element {
  const { session, open, attendee } = props;
  const me = createLive(session.me);
  const blank = apologiesDraft(undefined, me().profile?.agency ?? "");
  const kept = createKeptDraft<ApologiesDraft>(session, `apologies/${meetingEntry(open)}`, blank);
  const sent = createMemo(() => open.view().me?.apologies, undefined, {
    equals: (a, b) => a?.entry === b?.entry,
  });
  const typing = (): boolean => sent() === undefined || draftText(kept.draft, blank) !== "";
  const act = createAct((record: MeetingNote) => session.noteMeeting(open.key, [record]));
  const write = (record: MeetingNote, said: string): Promise<void> =>
    act.run(record).then((done) => {
      if (!done) return;
      kept.clear();
      props.onSaved("");
      props.onSaved(said);
      window.scrollTo(0, 0);
    });
  return (
    <>
      <Show when={sent()} fallback={<ByWhen {...props} />}>
        {(apologies) => (
          <>
            <div class="confer-card">
              <h2 class="confer-card__title">You sent apologies on {momentOf(apologies().order[0])}</h2>
              <Show when={apologies().record.words}>{(words) => <p class="confer-said">{words()}</p>}</Show>
              <p>{coverLine(coverWords(apologies().record))}</p>
            </div>
            <div class="confer-actions">
              <Button
                busy={act.busy()}
                onClick={() =>
                  void write({ type: "apologies", attendee, absent: false }, "You are expected again")
                }
              >
                I can come after all
              </Button>
              <Show when={kept.ready() && !typing()}>
                <Button
                  kind="secondary"
                  onClick={() => {
                    props.onSaved("");
                    kept.set(apologiesDraft(apologies(), ""));
                    focusField("covered");
                  }}
                >
                  Change what you sent
                </Button>
              </Show>
            </div>
          </>
        )}
      </Show>
      <ProblemNotice problem={act.problem() ?? kept.problem()} />
      <Show when={kept.ready() && typing()}>
        <Form
          kept={kept}
          busy={act.busy()}
          changes={sent() !== undefined}
          onSend={() => void write(apologiesRecord(attendee, kept.draft), "Your apologies are saved")}
        />
      </Show>
    </>
  );
}

/** Names the meeting without saying which: a note's name is stored as it stands. */
const meetingEntry = (open: OpenMeeting): string =>
  ofType(open.view().file.steps, "meeting-started")[0]?.entry ?? "";

const coverLine = (cover: string | undefined): string =>
  cover === undefined ? "Nobody comes in your place yet." : `${cover} comes in your place.`;

/** The panel's own time for it, with its date. [HER-04] [GAP-04] */
function ByWhen(props: Props): JSX.Element {
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const due = createMemo(() => {
    const { definition } = props.open.view();
    const panel = panels().find((each) => each.definition.id === definition.id);
    return apologiesBy(panel, props.open.view(), nowMs(), londonDateOf(nowMs()));
  });
  return (
    <p class="govuk-body">
      <Show
        when={due()}
        fallback="If you cannot come, say so as early as you can, so that cover can be found."
      >
        {(found) =>
          found().past
            ? `The panel asks for apologies by ${found().by}. That has passed: send them all the same.`
            : `The panel asks for apologies by ${found().by}, so that cover can be found.`
        }
      </Show>
    </p>
  );
}

function Form(props: {
  kept: KeptDraft<ApologiesDraft>;
  busy: boolean;
  /** Apologies were sent already, which this replaces. */
  changes: boolean;
  onSend: () => void;
}): JSX.Element {
  const errors = createFieldErrors();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (errors.check(wrongInApologies(props.kept.draft))) props.onSend();
      }}
    >
      <Errors of={errors} />
      <ApologiesFields kept={props.kept} errors={errors} />
      <div class="confer-actions">
        <Button type="submit" busy={props.busy}>
          Send apologies
        </Button>
        <Show when={props.changes}>
          <Button kind="link" onClick={() => props.kept.clear()}>
            Leave them as they were
          </Button>
        </Show>
      </div>
    </form>
  );
}
