import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { ofType } from "../../../domain/happened.ts";
import type { AttendeeId } from "../../../domain/ids.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import { createAct } from "../../act.ts";
import { dateWords, momentOf } from "../../caseFile/when.ts";
import { createKeptForm } from "../../kept/createKeptForm.ts";
import { KeptForm } from "../../kept/KeptForm.tsx";
import { Button, ButtonLink } from "../../kit/Button.tsx";
import { focusField } from "../../kit/field.ts";
import { Page } from "../../kit/Page.tsx";
import { createLive } from "../../live.ts";
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
  const saved = (what: string): void => {
    props.onSaved("");
    props.onSaved(what);
    window.scrollTo(0, 0);
  };
  const form = createKeptForm<ApologiesDraft>({
    notes: session,
    name: `apologies/${meetingEntry(open)}`,
    blank: apologiesDraft(undefined, me().profile?.agency ?? ""),
    check: wrongInApologies,
    save: (draft) => session.noteMeeting(open.key, [apologiesRecord(attendee, draft)]),
    onSaved: () => saved("Your apologies are saved"),
  });
  const sent = createMemo(() => open.view().me?.apologies, undefined, {
    equals: (a, b) => a?.entry === b?.entry,
  });
  const typing = (): boolean => sent() === undefined || form.typed();
  const back = createAct(() =>
    session.noteMeeting(open.key, [{ type: "apologies", attendee, absent: false }]),
  );
  const comeAfterAll = async (): Promise<void> => {
    if (!(await back.run())) return;
    form.clear();
    saved("You are expected again");
  };
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
              <Button busy={back.busy()} onClick={() => void comeAfterAll()}>
                I can come after all
              </Button>
              <Show when={form.ready() && !typing()}>
                <Button
                  kind="secondary"
                  onClick={() => {
                    props.onSaved("");
                    form.set(apologiesDraft(apologies(), ""));
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
      <ProblemNotice problem={back.problem()} />
      <Show when={typing()}>
        <KeptForm
          of={form}
          submitText="Send apologies"
          leaveText="Leave them as they were"
          onLeave={sent() === undefined ? undefined : () => form.clear()}
        >
          <ApologiesFields form={form} />
        </KeptForm>
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
