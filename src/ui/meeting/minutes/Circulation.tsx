import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { MeetingView } from "../../../app/meetingTypes.ts";
import { actionsOf } from "../../../domain/case/actions.ts";
import type { UserId } from "../../../domain/ids.ts";
import { releasesOf } from "../../../domain/meeting/agenda.ts";
import { READ_MINUTES, receiptsOf, type SignedMinutes } from "../../../domain/meeting/minutes.ts";
import { createAct } from "../../act.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Tag } from "../../kit/Tag.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";

/** Who gets the signed minutes, who has them and who has read them. [HAR-66], [OXT-88] */
export function Circulation(props: {
  session: Session;
  open: OpenMeeting;
  signed: SignedMinutes;
  leads: boolean;
}): JSX.Element {
  const view = () => props.open.view();
  const definition = () => view().definition;
  const what = () => definition().minutes.circulation ?? READ_MINUTES;
  const rule = () => definition().circulation.find(({ key }) => key === what());
  const goesTo = () =>
    (rule()?.to ?? [])
      .map((key) => definition().roles.find((role) => role.key === key)?.label ?? key)
      .join(", ");
  const people = createMemo(() => readersOf(view()));
  const sent = createMemo(
    () =>
      new Set(
        releasesOf(view().file)
          .filter(({ record, order }) => record.what === what() && order[0] >= props.signed.order[0])
          .flatMap(({ record }) => record.to),
      ),
  );
  const receipts = createMemo(
    () => new Map(receiptsOf(view().file).map((receipt) => [receipt.user, receipt])),
  );
  const outside = () => view().attendees.filter(({ user, present }) => present && user === undefined);
  const send = createAct(() =>
    props.session.releaseMeeting(props.open.key, {
      what: what(),
      note: "",
      others: outside().map(({ name }) => name),
      also: people(),
    }),
  );
  const state = (user: UserId): JSX.Element => {
    const receipt = receipts().get(user);
    if (user === props.signed.author) return <Tag>Signed them</Tag>;
    if (receipt && !receipt.superseded) {
      return <Tag tone="good">Read {momentOf(receipt.atMs)}</Tag>;
    }
    if (receipt) return <Tag tone="warn">Read the earlier ones only</Tag>;
    return sent().has(user) ? <Tag>Sent, not yet read</Tag> : <Tag tone="warn">Not sent</Tag>;
  };
  return (
    <section class="confer-no-print" aria-labelledby="circulation-title">
      <h2 class="govuk-heading-m" id="circulation-title">
        Who has the minutes
      </h2>
      <Show when={goesTo() !== ""}>
        <p class="govuk-body">This panel’s papers say: {goesTo()}.</p>
      </Show>
      <Show when={rule()?.note}>{(note) => <p class="govuk-body confer-place">{note()}</p>}</Show>
      <ul class="govuk-list confer-receipts">
        <For each={people()}>
          {(user) => (
            <li>
              {view().names.get(user) ?? "Someone not yet known on this device"} {state(user)}
            </li>
          )}
        </For>
        <For each={outside()}>
          {(each) => (
            <li>
              {each.name} <Tag>Not on Confer: give them a PDF</Tag>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.leads}>
        <p class="govuk-body">
          Everybody asked to come reads the meeting and the cases they were asked for. Whoever referred a
          case, or has an action in it, reads the meeting and the cases they could read already.
        </p>
        <ProblemNotice problem={send.problem()} />
        <Button kind="secondary" busy={send.busy()} onClick={() => void send.run()}>
          {sent().size > 0 ? "Send the minutes again" : "Send the minutes"}
        </Button>
      </Show>
    </section>
  );
}

/** Everybody asked, whoever referred a case that was heard, whoever has an action in it: each once. */
function readersOf({ attendees, cases, meeting, mayRun }: MeetingView): readonly UserId[] {
  const asked = attendees.flatMap(({ user }) => user ?? []);
  if (!mayRun) return [...new Set(asked)];
  const concerned = [...cases.values()].flatMap(({ summary, file }) => [
    summary.author,
    ...actionsOf(file).flatMap((action) => (action.meeting === meeting.key ? (action.user ?? []) : [])),
  ]);
  return [...new Set([...asked, ...concerned])];
}
