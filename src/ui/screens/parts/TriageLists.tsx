import { createMemo, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { CaseSummary, Session } from "../../../app/api.ts";
import { byAge, isWaiting } from "../../caseFile/queue.ts";
import { createQueueWords } from "../../caseFile/queueWords.ts";
import { dateWords } from "../../caseFile/when.ts";
import { ButtonLink } from "../../kit/Button.tsx";
import { EmptyState } from "../../kit/EmptyState.tsx";
import { midSentence } from "../../kit/SummaryList.tsx";
import { PATTERNS } from "../../routes.ts";
import { queueTag } from "../../words/cases.ts";
import { isNews } from "../../words/news.ts";
import { CaseList } from "./CaseList.tsx";

const byNews = (a: CaseSummary, b: CaseSummary): number => b.updatedMs - a.updatedMs;

/** "Requests to see personal data: answer by 26 December 2026". */
function clockWords({ clocks: [clock] }: CaseSummary): string | undefined {
  return clock && `${clock.log}: ${midSentence(clock.label)} ${dateWords(clock.due)}`;
}

/** On the home page, so that what else there is to do is not far below. */
const QUEUE_SHOWN = 8;

/** For co-ordinators and chairs: who has answered, what has come in, oldest first; then what is with referrers. */
export function TriageLists(props: {
  session: Session;
  cases: Accessor<readonly CaseSummary[]>;
  nowMs: Accessor<number>;
  ready: boolean;
}): JSX.Element {
  const { session } = props;
  const firstOf = createQueueWords(session);
  const all = createMemo(() => props.cases().toSorted(byAge));
  const answered = createMemo(() => all().filter((summary) => summary.answered));
  const queue = createMemo(() => all().filter((each) => isWaiting(each) && !each.answered));
  const toFile = createMemo(() => all().filter((each) => each.toFile !== undefined));
  const returned = createMemo(() => all().filter(({ status, mine }) => status === "returned" && !mine));
  const accepted = createMemo(() =>
    all()
      .filter(({ status, mine }) => status === "accepted" && !mine)
      .toSorted(byNews),
  );
  const byColleagues = createMemo(() =>
    all()
      .filter(
        ({ status, decided, mine }) =>
          (status === "declined" || status === "settled-outside") &&
          !mine &&
          decided !== undefined &&
          decided.by !== session.me.value.user &&
          isNews(decided.atMs, props.nowMs()),
      )
      .toSorted(byNews),
  );
  const takenBack = createMemo(() =>
    all()
      .filter(
        ({ status, mine, submittedMs, updatedMs }) =>
          status === "withdrawn" && !mine && submittedMs !== undefined && isNews(updatedMs, props.nowMs()),
      )
      .toSorted(byNews),
  );
  const asked = createMemo(() =>
    props
      .cases()
      .filter(({ clocks }) => clocks.length > 0)
      .toSorted((a, b) => ((a.clocks[0]?.due ?? "") < (b.clocks[0]?.due ?? "") ? -1 : 1)),
  );
  const lists = { nowMs: props.nowMs, firstOf };
  return (
    <>
      <CaseList
        id="to-answer"
        title="To be answered by a set day"
        cases={asked()}
        nowMs={props.nowMs}
        firstOf={clockWords}
      />
      <CaseList id="answered" title="Answered returns" cases={answered()} {...lists} tagOf={queueTag} />
      <CaseList
        id="queue"
        title={`Referrals to decide, oldest first (${queue().length})`}
        cases={queue().slice(0, QUEUE_SHOWN)}
        {...lists}
        tagOf={queueTag}
      />
      <Show
        when={queue().length > 0 || answered().length > 0}
        fallback={
          <Show when={props.ready}>
            <EmptyState title="No referral waits for a decision">
              A referral appears here as soon as its sender’s device and yours have both been online.
            </EmptyState>
          </Show>
        }
      >
        <ButtonLink kind="secondary" href={PATTERNS.inbox}>
          {queue().length > QUEUE_SHOWN ? `Work through all ${queue().length}` : "Work through them"}
        </ButtonLink>
      </Show>
      <CaseList id="to-file" title="Decided, and to be written elsewhere too" cases={toFile()} {...lists} />
      <CaseList id="sent-back" title="Sent back to the referrer" cases={returned()} nowMs={props.nowMs} />
      <CaseList id="for-panel" title="Accepted for panel" cases={accepted()} {...lists} />
      <CaseList
        id="by-colleagues"
        title="Declined or settled by a colleague in the last two weeks"
        cases={byColleagues()}
        nowMs={props.nowMs}
        firstOf={({ decided }) => `by ${decided?.byName ?? ""}`}
      />
      <CaseList
        id="taken-back"
        title="Withdrawn by the referrer in the last two weeks"
        cases={takenBack()}
        nowMs={props.nowMs}
      />
      <p class="govuk-body">
        <a class="govuk-link confer-target" href={PATTERNS.log}>
          Log of decisions
        </a>
      </p>
    </>
  );
}
