import { createMemo, createSignal, onCleanup, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { CaseSummary, Session } from "../../app/api.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { Confer } from "../../app/stages.ts";
import { mayLead } from "../../domain/roles.ts";
import { MyActions } from "../actions/MyActions.tsx";
import { ToChase } from "../actions/ToChase.tsx";
import { ButtonLink } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { biteOf, byWords } from "../words/deadline.ts";
import { isNews } from "../words/news.ts";
import { CaseList } from "./parts/CaseList.tsx";
import { ConsentToDo } from "./parts/ConsentToDo.tsx";
import { NextMeetings } from "../meeting/NextMeetings.tsx";
import { AskHow } from "../reminders/AskHow.tsx";
import { NotReached } from "../reminders/NotReached.tsx";
import { HomeNotices } from "./parts/HomeNotices.tsx";
import { Reading } from "./parts/Reading.tsx";
import { TriageLists } from "./parts/TriageLists.tsx";

const TICK_MS = 60_000;

/** The next thing first, by role. Somebody with several roles sees them as sections, not as modes. */
export function Home(props: { confer: Confer; session: Session }): JSX.Element {
  const me = createLive(props.session.me);
  const cases = createLive(props.session.cases);
  const ready = createLive(props.session.ready);
  const panels = createLive(props.session.panels);
  const [nowMs, setNowMs] = createSignal(Date.now());
  const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
  onCleanup(() => clearInterval(timer));
  const leads = () => mayLead(me().roles);
  const refers = () => me().roles.includes("referrer") || cases().some((summary) => summary.mine);
  return (
    <Page title="Home">
      <HomeNotices confer={props.confer} session={props.session} leads={leads()} />
      <Reading session={props.session} />
      <Asked cases={cases} nowMs={nowMs} />
      <ToReport cases={cases} nowMs={nowMs} />
      <Show when={panels().length > 0} fallback={<NoPanel leads={leads()} ready={ready()} />}>
        <ButtonLink href={PATTERNS.newReferral} kind={refers() ? "primary" : "secondary"}>
          Start a referral
        </ButtonLink>
      </Show>
      <MyActions session={props.session} />
      <Show when={leads()}>
        <ToChase session={props.session} />
        <NotReached session={props.session} whole={false} />
      </Show>
      <AskHow session={props.session} />
      <ConsentToDo cases={cases} leads={leads()} />
      <Show when={leads()}>
        <TriageLists session={props.session} cases={cases} nowMs={nowMs} ready={ready()} />
      </Show>
      <Mine session={props.session} cases={cases} nowMs={nowMs} />
      <Show when={!leads()}>
        <Shared cases={cases} nowMs={nowMs} />
        <Show when={ready() && cases().length === 0 && panels().length > 0}>
          <EmptyState>
            {refers()
              ? "The referrals that you start appear here, and stay here until they are decided."
              : "Cases that are shared with you appear here. Nothing has been shared with you yet."}
          </EmptyState>
        </Show>
      </Show>
      <NextMeetings session={props.session} />
    </Page>
  );
}

type Lists = { cases: Accessor<readonly CaseSummary[]>; nowMs: Accessor<number> };

const byNews = (a: CaseSummary, b: CaseSummary): number => b.updatedMs - a.updatedMs;

/** One's own referrals: what came back first, then drafts, then what is with the panel; what must be sent, soonest first. */
function Mine(props: Lists & { session: Session }): JSX.Element {
  const panels = createLive(props.session.panels);
  const serverMs = createServerNow(props.session);
  const bite = (summary: CaseSummary) => biteOf(summary, panels(), serverMs());
  const sendBy = (summary: CaseSummary): string | undefined => {
    const found = bite(summary);
    return found && `Send by ${byWords(found.due, londonDateOf(serverMs()))}`;
  };
  const byDue = (a: CaseSummary, b: CaseSummary): number =>
    (bite(a)?.due.ms ?? Infinity) - (bite(b)?.due.ms ?? Infinity) || byNews(a, b);
  const mine = createMemo(() => props.cases().filter((summary) => summary.mine));
  const of = (...statuses: CaseSummary["status"][]) =>
    mine()
      .filter(({ status }) => statuses.includes(status))
      .toSorted(byNews);
  return (
    <>
      <CaseList
        id="returned"
        title="Returned to you: more is needed"
        cases={of("returned").toSorted(byDue)}
        nowMs={props.nowMs}
        firstOf={sendBy}
      />
      <CaseList
        id="drafts"
        title="Your drafts"
        cases={of("draft").toSorted(byDue)}
        nowMs={props.nowMs}
        firstOf={sendBy}
      />
      <CaseList
        id="waiting"
        title="Sent, waiting for a decision"
        cases={of("submitted").toSorted(byDue)}
        nowMs={props.nowMs}
        firstOf={sendBy}
      />
      <CaseList
        id="decided"
        title="Decided"
        cases={of("accepted", "declined", "settled-outside", "withdrawn")}
        nowMs={props.nowMs}
      />
    </>
  );
}

/** Somebody waits for this person's answer before they can send a referral. */
function Asked(props: Lists): JSX.Element {
  const asked = createMemo(() => props.cases().filter(({ openAsks }) => openAsks.length > 0));
  return <CaseList id="asked" title="Asked for your agreement" cases={asked()} nowMs={props.nowMs} />;
}

/** The panel asked this person to say how it goes. [OXT-63] */
function ToReport(props: Lists): JSX.Element {
  const owed = createMemo(() => props.cases().filter(({ reportsOwed }) => reportsOwed > 0));
  return <CaseList id="to-report" title="Report progress on these" cases={owed()} nowMs={props.nowMs} />;
}

/** For members: what became of the referrals that they were asked to agree to, and what else is shared with them. */
function Shared(props: Lists): JSX.Element {
  const theirs = createMemo(() =>
    props
      .cases()
      .filter((summary) => !summary.mine && summary.openAsks.length === 0)
      .toSorted(byNews),
  );
  const isTold = ({ wasAsked, decided }: CaseSummary): boolean =>
    wasAsked && decided !== undefined && isNews(decided.atMs, props.nowMs());
  return (
    <>
      <CaseList
        id="told"
        title="Decided: you were asked to agree to these"
        cases={theirs().filter(isTold)}
        nowMs={props.nowMs}
        firstOf={({ decided }) => `by ${decided?.byName ?? ""}`}
      />
      <CaseList
        id="shared"
        title="Shared with you"
        cases={theirs().filter((summary) => !isTold(summary))}
        nowMs={props.nowMs}
      />
    </>
  );
}

function NoPanel(props: { leads: boolean; ready: boolean }): JSX.Element {
  return (
    <Show when={props.ready}>
      <EmptyState
        title="No panel is in force yet"
        action={
          <Show when={props.leads}>
            <ButtonLink href={PATTERNS.panels}>Add a panel</ButtonLink>
          </Show>
        }
      >
        {props.leads
          ? "Referrals can be started once a panel is added."
          : "You can start a referral here once your co-ordinator has added a panel and this device has been online."}
      </EmptyState>
    </Show>
  );
}
