import { useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { mayFollow } from "../../domain/case/status.ts";
import { ActionsTab } from "../afterwards/ActionsTab.tsx";
import { FollowUpTab } from "../afterwards/FollowUpTab.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { type Tab, Tabs } from "../kit/Tabs.tsx";
import { CaseNotesTab } from "../meeting/prepare/CaseNotesTab.tsx";
import { PapersTab } from "../papers/PapersTab.tsx";
import { createWide } from "../wide.ts";
import { caseTitle } from "../words/cases.ts";
import { AccessTab } from "./AccessTab.tsx";
import { CaseGate, type OpenCase } from "./CaseGate.tsx";
import { CaseStrip } from "./CaseStrip.tsx";
import { ConsentTab } from "./ConsentTab.tsx";
import { HistoryTab } from "./HistoryTab.tsx";
import { LeaderNews } from "./LeaderNews.tsx";
import { PanelDecision } from "./PanelDecision.tsx";
import { createDeciding } from "./deciding.ts";
import { QueueList } from "./QueueList.tsx";
import { QueuePlace } from "./QueuePlace.tsx";
import { ReaderNews } from "./ReaderNews.tsx";
import { ReferralTab } from "./ReferralTab.tsx";
import { ReferrerNews } from "./ReferrerNews.tsx";
import { Triage } from "./Triage.tsx";
import { CHOICES } from "./triageRecord.ts";

/** One case, for whoever may read it. What the reader can do next stands above the tabs. */
export function CasePage(props: { session: Session }): JSX.Element {
  return (
    <CaseGate session={props.session} title="Referral">
      {(open) => <Case session={props.session} open={open} />}
    </CaseGate>
  );
}

type TabKey =
  | "referral"
  | "decide"
  | "papers"
  | "notes"
  | "consent"
  | "actions"
  | "follow-up"
  | "history"
  | "access";

function Case(props: { session: Session; open: OpenCase }): JSX.Element {
  const { session, open } = props;
  const [search, setSearch] = useSearchParams();
  const decides = createMemo(() => {
    const { mayDecide, standing } = open.view();
    return mayDecide && CHOICES.some(({ choice }) => mayFollow(standing.status, choice));
  });
  // What the panel agreed, and what becomes of it: nothing before a case is the panel's.
  const heard = createMemo(() => {
    const { standing, file } = open.view();
    return standing.status === "accepted" || file.discussion.length > 0;
  });
  const runs = createMemo(() => open.view().mayDecide && heard());
  sayOpened(session, open);
  const deciding = createDeciding(session, open);
  const wide = createWide();
  const listed = createMemo(() => {
    const others = deciding.queue().some(({ scope }) => scope !== open.scope);
    return wide() && deciding.shown() && others;
  });

  const tabs = createMemo((): readonly Tab[] => [
    { key: "referral", title: "Referral", panel: () => <ReferralTab session={session} open={open} /> },
    ...(decides()
      ? [{ key: "decide", title: "Decide", panel: () => <Triage session={session} open={open} /> }]
      : []),
    { key: "papers", title: "Papers", panel: () => <PapersTab session={session} open={open} /> },
    ...(runs()
      ? [
          {
            key: "notes",
            title: "Notes by agency",
            panel: () => <CaseNotesTab session={session} open={open} />,
          },
        ]
      : []),
    { key: "consent", title: "Consent", panel: () => <ConsentTab open={open} /> },
    ...(heard()
      ? [
          { key: "actions", title: "Actions", panel: () => <ActionsTab session={session} open={open} /> },
          {
            key: "follow-up",
            title: "Follow-up",
            panel: () => <FollowUpTab session={session} open={open} />,
          },
        ]
      : []),
    { key: "history", title: "History", panel: () => <HistoryTab open={open} /> },
    { key: "access", title: "Access", panel: () => <AccessTab session={session} open={open} /> },
  ]);
  const selected = (): TabKey => {
    const wanted = tabs().find(({ key }) => key === search["tab"])?.key;
    return (wanted ?? "referral") as TabKey;
  };
  return (
    <Page
      title="Referral"
      heading={caseTitle(open.view().summary)}
      caption={open.view().summary.reference}
      width="wide"
      back={{ href: "/", text: "Your list" }}
      aside={listed() ? () => <QueueList deciding={deciding} here={open.scope} /> : undefined}
    >
      <CaseStrip view={open.view()} />
      <Show when={open.view().summary.trouble > 0}>
        <Notice tone="warn" title="Part of this case is not here">
          {open.view().summary.trouble} of its records have not arrived, or were set aside because they could
          not be trusted. What you read below may not be everything.
        </Notice>
      </Show>
      <Show when={!listed() || deciding.left()}>
        <QueuePlace deciding={deciding} />
      </Show>
      <PanelDecision session={session} open={open} />
      <ReferrerNews session={session} open={open} />
      <LeaderNews session={session} open={open} />
      <ReaderNews open={open} />
      <Tabs
        id="case"
        label="Parts of the case"
        tabs={tabs()}
        selected={selected()}
        onSelect={(key) => setSearch({ tab: key }, { replace: true })}
      />
    </Page>
  );
}

/** Once for each visit, and only of a case that is somebody else's: the author sees who has read it. */
function sayOpened(session: Session, open: OpenCase): void {
  let said = false;
  createEffect(() => {
    const { mine, status } = open.view().summary;
    if (said || mine || status === "draft") return;
    said = true;
    void session.markOpened(open.scope);
  });
}
