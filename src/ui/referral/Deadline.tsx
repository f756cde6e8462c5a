import { createMemo, For, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { CaseSummary, PanelInfo, Session } from "../../app/api.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { type Call, type Hearing, hearingAt } from "../../domain/hearing.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { Details } from "../kit/Details.tsx";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";
import { MeetingChanges } from "../screens/parts/MeetingChanges.tsx";
import { createServerNow, thisDevice } from "../thisDevice.ts";
import { clockWords } from "../words/clock.ts";
import {
  arrivedWords,
  callsOfPanel,
  onlyHere,
  reasonWords,
  sendByWords,
  WHAT_COUNTS,
} from "../words/deadline.ts";

type Timely = {
  readonly panel: Accessor<PanelInfo | undefined>;
  readonly hearing: Accessor<Hearing>;
  readonly today: Accessor<CalendarDate>;
};

/** `atMs`: when it arrived; undefined for one that would be sent now. */
function createTimely(session: Session, definitionId: () => string, atMs: () => number | undefined): Timely {
  const panels = createLive(session.panels);
  const nowMs = createServerNow(session);
  const panel = createMemo(() => panels().find(({ definition }) => definition.id === definitionId()));
  const calls = createMemo(() => {
    const found = panel();
    return found ? callsOfPanel(found) : [];
  });
  return {
    panel,
    hearing: createMemo(() => hearingAt(calls(), atMs() ?? nowMs())),
    today: createMemo(() => londonDateOf(nowMs())),
  };
}

/** Above a referral that is being written: by when it has to be sent, and for which meeting. */
export function SendBy(props: { session: Session; open: OpenCase }): JSX.Element {
  const summary = () => props.open.view().summary;
  const toSend = (): boolean => summary().status === "draft" || summary().status === "returned";
  return (
    <Show when={toSend()} fallback={<HeardAt session={props.session} open={props.open} forReferrer />}>
      <Unsent session={props.session} open={props.open} where={whereWords(summary())} />
    </Show>
  );
}

function whereWords({ status, place }: CaseSummary): string {
  if (status === "returned") return "The panel does not have your answer yet.";
  return place === "on-server" ? "The panel does not have this referral yet." : onlyHere(thisDevice());
}

function Unsent(props: { session: Session; open: OpenCase; where: string }): JSX.Element {
  const definitionId = () => props.open.view().summary.definitionId;
  const { hearing, today, panel } = createTimely(props.session, definitionId, () => undefined);
  return (
    <Show when={panel()}>
      <p class="govuk-body">{[props.where, ...sendByWords(hearing(), today())].join(" ")}</p>
      <Show when={panel()}>{(found) => <MeetingChanges panel={found()} today={today()} />}</Show>
      <ClockNotice session={props.session} />
      <Why call={hearing().next ?? hearing().missed[0]} today={today()} />
    </Show>
  );
}

/** Of one that was submitted: which meeting it is in time for, or by when it still has to leave this device. */
export function HeardAt(props: { session: Session; open: OpenCase; forReferrer?: boolean }): JSX.Element {
  const sent = () => props.open.view().file.status.findLast(({ record }) => record.type === "submitted");
  const waits = (): boolean => {
    const entry = sent()?.entry;
    const place = props.open.view().history.find((line) => line.entry === entry)?.place;
    return props.open.view().summary.mine && place !== undefined && place !== "on-server";
  };
  return (
    <Show when={waits()} fallback={<Arrived {...props} signedMs={sent()?.order[0]} />}>
      <Unsent session={props.session} open={props.open} where={onlyHere(thisDevice())} />
    </Show>
  );
}

function Arrived(props: {
  session: Session;
  open: OpenCase;
  forReferrer?: boolean;
  signedMs: number | undefined;
}): JSX.Element {
  const summary = () => props.open.view().summary;
  const nowMs = createServerNow(props.session);
  // Where the arrival was not seen, the signing is the best that is known; a clock ahead cannot make it later than now.
  const arrivedMs = (): number => summary().arrivedMs ?? Math.min(props.signedMs ?? nowMs(), nowMs());
  const { hearing, today, panel } = createTimely(props.session, () => summary().definitionId, arrivedMs);
  return (
    <Show when={panel()}>
      <p class="govuk-body">
        {arrivedWords(hearing(), today()).join(" ")} <Show when={props.forReferrer}>{WHAT_COUNTS}</Show>
      </p>
      <Show when={panel()}>{(found) => <MeetingChanges panel={found()} today={today()} />}</Show>
      <ClockNotice session={props.session} />
      <Why call={hearing().next ?? hearing().missed[0]} today={today()} />
    </Show>
  );
}

function Why(props: { call: Call | undefined; today: CalendarDate }): JSX.Element {
  const reasons = () => (props.call ? reasonWords(props.call, props.today) : []);
  return (
    <Show when={reasons().length > 0}>
      <Details summary="How this date is worked out">
        <For each={reasons()}>{(sentence) => <p>{sentence}</p>}</For>
      </Details>
    </Show>
  );
}

/** Only where this device's clock and the server's are too far apart to pass over. */
export function ClockNotice(props: { session: Session }): JSX.Element {
  const safety = createLive(props.session.safety);
  return (
    <Show when={clockWords(safety().clockAheadMs, thisDevice())}>
      {(words) => (
        <Notice tone="warn">
          <p>{words()}</p>
        </Notice>
      )}
    </Show>
  );
}
