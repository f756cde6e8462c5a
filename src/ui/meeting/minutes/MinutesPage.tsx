import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { currentMinutes, openDraft } from "../../../domain/meeting/minutes.ts";
import { mayLead } from "../../../domain/roles.ts";
import { dateWords } from "../../caseFile/when.ts";
import { EmptyState } from "../../kit/EmptyState.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { createLive } from "../../live.ts";
import { MeetingGate, type OpenMeeting } from "../MeetingGate.tsx";
import { DraftCheck } from "./DraftCheck.tsx";
import { FinalMinutes } from "./FinalMinutes.tsx";
import { PrintedPage } from "./PrintedPage.tsx";
import { type Composed, composeAll, draftOf, minutesDiffer, sentDraft } from "./reading.ts";
import { RecordColumn } from "./RecordColumn.tsx";
import { SignMinutes } from "./SignMinutes.tsx";

/** The minutes of one meeting: made, checked, signed, read. */
export function MinutesPage(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>
      {(open) => (
        <Page
          title="Minutes"
          caption={open.view().definition.name}
          heading={`Minutes of ${dateWords(open.view().meeting.date)}`}
          back={{ href: open.href(), text: "Meeting" }}
          width="wide"
        >
          <Minutes session={props.session} open={open} />
        </Page>
      )}
    </MeetingGate>
  );
}

function Minutes(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const me = createLive(props.session.me);
  const view = () => props.open.view();
  const leads = () => mayLead(me().roles);
  const composed = createMemo(() => composeAll(view()));
  const signed = createMemo(() => currentMinutes(view().file));
  const draft = createMemo(() => openDraft(view().file));
  const [amending, setAmending] = createSignal(false);
  /** What is about to be signed: it stays as it was read, whatever others write meanwhile. */
  const [frozen, setFrozen] = createSignal<Composed>();
  const [changed, setChanged] = createSignal(false);
  const begin = (): void => {
    setChanged(false);
    setFrozen(composeAll(props.open.now()));
  };
  const look = (now: Composed): void => {
    const shown = frozen();
    setChanged(shown !== undefined && minutesDiffer(shown, now));
  };
  // Deferred: what is frozen is as it is recorded, and the screen may be a moment behind that.
  createEffect(on(composed, look, { defer: true }));
  const mayPublish = () => leads() && !view().definition.minutes.signedByChair;
  const maySign = () => me().roles.includes("chair");
  const finished = () => signed() !== undefined && !amending();
  const done = (): void => {
    setFrozen(undefined);
    setAmending(false);
  };
  return (
    <Switch
      fallback={
        <EmptyState title="No minutes yet">
          The minutes appear here once they have been sent out and this device has been online.
        </EmptyState>
      }
    >
      <Match when={frozen()}>
        {(shown) => (
          <div class="confer-minutes-signing">
            <PrintedPage printed={draftOf(shown())} />
            <Show when={changed()}>
              <Notice tone="warn" title="The record has changed since you began to read" live={true}>
                <p>
                  You would sign what stands above, without the change. Go back to the record to read it as it
                  is now.
                </p>
              </Notice>
            </Show>
            <SignMinutes
              {...props}
              composed={shown()}
              amends={signed()?.entry}
              maySign={maySign()}
              mayPublish={mayPublish()}
              onDone={done}
              onCancel={() => setFrozen(undefined)}
            />
          </div>
        )}
      </Match>
      <Match when={finished()}>
        <FinalMinutes
          {...props}
          leads={leads()}
          onAmend={maySign() || mayPublish() ? () => setAmending(true) : undefined}
        />
      </Match>
      <Match when={view().mayRun && view().begun}>
        <div class="confer-minutes">
          <div class="confer-minutes__record confer-no-print">
            <RecordColumn
              {...props}
              draft={draft()}
              maySign={maySign() || mayPublish()}
              amending={signed() !== undefined}
              onSign={begin}
              onStop={() => setAmending(false)}
            />
          </div>
          <div class="confer-minutes__page">
            <PrintedPage printed={draftOf(composed())} />
          </div>
        </div>
      </Match>
      <Match when={draft()}>
        {(sent) => (
          <div class="confer-minutes-signing">
            <PrintedPage printed={sentDraft(composed(), sent().record.minutes)} />
            <Show when={sent().entry} keyed>
              <DraftCheck {...props} draft={sent()} />
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  );
}
