/** Unlocked: the bars that are always there, and a screen for each address. */
import { Navigate, Route, Router } from "@solidjs/router";
import type { RouteSectionProps } from "@solidjs/router";
import { ErrorBoundary, lazy, onCleanup, Show, Suspense } from "solid-js";
import type { Component, JSX } from "solid-js";
import type { Session } from "../app/api.ts";
import type { Confer } from "../app/stages.ts";
import { mayLead } from "../domain/roles.ts";
import { createLive } from "./live.ts";
import { LockContext } from "./lockContext.ts";
import type { PlaceKeeper } from "./place.ts";
import { forgetNumbers, PATTERNS } from "./routes.ts";
import { Broken } from "./screens/Broken.tsx";
import { Home } from "./screens/Home.tsx";
import { Bars } from "./screens/parts/Bars.tsx";
import { Waiting } from "./screens/Waiting.tsx";
import { forgetShared } from "./sharedFiles.ts";
import type { AppUpdate } from "./update.ts";

type ForSession = Component<{ session: Session }>;

const People = lazy(async () => ({ default: (await import("./screens/People.tsx")).People }));
const Invite = lazy(async () => ({ default: (await import("./screens/Invite.tsx")).Invite }));
const ConfirmPerson = lazy(async () => ({
  default: (await import("./screens/ConfirmPerson.tsx")).ConfirmPerson,
}));
const Panels = lazy(async () => ({ default: (await import("./screens/Panels.tsx")).Panels }));
const MeetingPage = lazy(async () => ({ default: (await import("./screens/MeetingPage.tsx")).MeetingPage }));
const MeetingHub = lazy(async () => ({ default: (await import("./meeting/MeetingHub.tsx")).MeetingHub }));
const AgendaPage = lazy(async () => ({ default: (await import("./meeting/AgendaPage.tsx")).AgendaPage }));
const PeoplePage = lazy(async () => ({ default: (await import("./meeting/PeoplePage.tsx")).PeoplePage }));
const PackPage = lazy(async () => ({ default: (await import("./meeting/PackPage.tsx")).PackPage }));
const ReleasePage = lazy(async () => ({ default: (await import("./meeting/ReleasePage.tsx")).ReleasePage }));
const MinutesPage = lazy(async () => ({
  default: (await import("./meeting/minutes/MinutesPage.tsx")).MinutesPage,
}));
const ItemPage = lazy(async () => ({ default: (await import("./meeting/prepare/ItemPage.tsx")).ItemPage }));
const ApologiesPage = lazy(async () => ({
  default: (await import("./meeting/prepare/ApologiesPage.tsx")).ApologiesPage,
}));
const RoomPage = lazy(async () => ({ default: (await import("./meeting/room/Room.tsx")).RoomPage }));
const SignPage = lazy(async () => ({ default: (await import("./meeting/room/SignPage.tsx")).SignPage }));
const Health = lazy(async () => ({ default: (await import("./screens/Health.tsx")).Health }));
const Refused = lazy(async () => ({ default: (await import("./screens/Refused.tsx")).Refused }));
const Settings = lazy(async () => ({ default: (await import("./screens/Settings.tsx")).Settings }));
const RemindersPage = lazy(async () => ({
  default: (await import("./reminders/RemindersPage.tsx")).RemindersPage,
}));
const PanelRecords = lazy(async () => ({ default: (await import("./logs/PanelRecords.tsx")).PanelRecords }));
const Passwords = lazy(async () => ({ default: (await import("./passwords/Passwords.tsx")).Passwords }));
const DisclosurePage = lazy(async () => ({
  default: (await import("./disclosure/DisclosurePage.tsx")).DisclosurePage,
}));
const LetterPage = lazy(async () => ({ default: (await import("./letters/LetterPage.tsx")).LetterPage }));
const TransferPage = lazy(async () => ({
  default: (await import("./disclosure/TransferPage.tsx")).TransferPage,
}));
const ActionsPage = lazy(async () => ({ default: (await import("./actions/ActionsPage.tsx")).ActionsPage }));
const ReportPage = lazy(async () => ({ default: (await import("./report/ReportPage.tsx")).ReportPage }));
const FollowThroughPage = lazy(async () => ({
  default: (await import("./report/FollowThroughPage.tsx")).FollowThroughPage,
}));
const Search = lazy(async () => ({ default: (await import("./screens/Search.tsx")).Search }));
const NotFound = lazy(async () => ({ default: (await import("./screens/NotFound.tsx")).NotFound }));
const NewReferral = lazy(async () => ({ default: (await import("./referral/NewReferral.tsx")).NewReferral }));
const ReferralTasks = lazy(async () => ({
  default: (await import("./referral/ReferralTasks.tsx")).ReferralTasks,
}));
const ReferralSection = lazy(async () => ({
  default: (await import("./referral/ReferralSection.tsx")).ReferralSection,
}));
const ReferralConsent = lazy(async () => ({
  default: (await import("./referral/ReferralConsent.tsx")).ReferralConsent,
}));
const PapersPage = lazy(async () => ({ default: (await import("./papers/PapersPage.tsx")).PapersPage }));
const ApprovalPage = lazy(async () => ({
  default: (await import("./approvals/ApprovalPage.tsx")).ApprovalPage,
}));
const AgreePage = lazy(async () => ({ default: (await import("./approvals/AgreePage.tsx")).AgreePage }));
const CheckAnswers = lazy(async () => ({
  default: (await import("./referral/CheckAnswers.tsx")).CheckAnswers,
}));
const Submitted = lazy(async () => ({ default: (await import("./referral/Submitted.tsx")).Submitted }));
const CasePage = lazy(async () => ({ default: (await import("./caseFile/CasePage.tsx")).CasePage }));
const DecisionLog = lazy(async () => ({ default: (await import("./screens/DecisionLog.tsx")).DecisionLog }));
const Inbox = lazy(async () => ({ default: (await import("./caseFile/Inbox.tsx")).Inbox }));

/** Whose numbers the addresses hold: another person's must lead nowhere. */
let numbersOf: string | undefined;

export function OpenApp(props: {
  confer: Confer;
  session: Session;
  update: AppUpdate;
  place: PlaceKeeper;
  /** Opened with the recovery code: a new passphrase is needed. */
  recovered: boolean;
  onPassphraseChanged: () => void;
}): JSX.Element {
  const me = createLive(props.session.me);
  if (numbersOf !== undefined && numbersOf !== props.session.me.value.user) {
    forgetNumbers();
    props.place.forget();
  }
  numbersOf = props.session.me.value.user;
  onCleanup(forgetShared);

  const waiting = () => {
    const { standing } = me();
    return standing.kind === "waiting" ? standing : undefined;
  };
  const root = (given: RouteSectionProps): JSX.Element => (
    <LockContext.Provider value={() => props.confer.lock()}>
      <Bars {...props} />
      <Show when={waiting()} fallback={<Guarded>{given.children}</Guarded>}>
        {(standing) => <Waiting session={props.session} words={standing().words} />}
      </Show>
    </LockContext.Provider>
  );
  const on = (Screen: ForSession) => (): JSX.Element => <Screen session={props.session} />;
  const lead = (Screen: ForSession) => (): JSX.Element => (
    <Show when={mayLead(me().roles)} fallback={<Navigate href={PATTERNS.home} />}>
      <Screen session={props.session} />
    </Show>
  );
  return (
    <Router root={root}>
      <Route path={PATTERNS.home} component={() => <Home confer={props.confer} session={props.session} />} />
      <Route path={PATTERNS.actions} component={on(ActionsPage)} />
      <Route path={PATTERNS.report} component={lead(ReportPage)} />
      <Route path={PATTERNS.followThrough} component={lead(FollowThroughPage)} />
      <Route path={PATTERNS.search} component={on(Search)} />
      <Route path={PATTERNS.people} component={lead(People)} />
      <Route path={PATTERNS.invite} component={lead(Invite)} />
      <Route path={PATTERNS.confirmPerson} component={lead(ConfirmPerson)} />
      <Route path={PATTERNS.panels} component={lead(Panels)} />
      <Route path={PATTERNS.panelRecords} component={lead(PanelRecords)} />
      <Route path={PATTERNS.passwords} component={on(Passwords)} />
      <Route path={PATTERNS.meetingDate} component={lead(MeetingPage)} />
      <Route path={PATTERNS.meeting} component={on(MeetingHub)} />
      <Route path={PATTERNS.meetingAgenda} component={on(AgendaPage)} />
      <Route path={PATTERNS.meetingPeople} component={on(PeoplePage)} />
      <Route path={PATTERNS.meetingPack} component={on(PackPage)} />
      <Route path={PATTERNS.meetingRelease} component={on(ReleasePage)} />
      <Route path={PATTERNS.minutes} component={on(MinutesPage)} />
      <Route path={PATTERNS.item} component={on(ItemPage)} />
      <Route path={PATTERNS.apologies} component={on(ApologiesPage)} />
      <Route path={PATTERNS.meetingRoom} component={on(RoomPage)} />
      <Route path={PATTERNS.meetingSign} component={on(SignPage)} />
      <Route
        path={PATTERNS.safety}
        component={() => <Health confer={props.confer} session={props.session} />}
      />
      <Route path={PATTERNS.refused} component={on(Refused)} />
      <Route
        path={PATTERNS.settings}
        component={() => (
          <Settings
            confer={props.confer}
            session={props.session}
            onPassphraseChanged={props.onPassphraseChanged}
          />
        )}
      />
      <Route path={PATTERNS.reminders} component={on(RemindersPage)} />
      <Route path={PATTERNS.inbox} component={lead(Inbox)} />
      <Route path={PATTERNS.log} component={lead(DecisionLog)} />
      <Route
        path={PATTERNS.newReferral}
        component={() => <NewReferral confer={props.confer} session={props.session} />}
      />
      <Route path={PATTERNS.case} component={on(CasePage)} />
      <Route path={PATTERNS.disclosure} component={lead(DisclosurePage)} />
      <Route path={PATTERNS.letter} component={lead(LetterPage)} />
      <Route path={PATTERNS.transfer} component={lead(TransferPage)} />
      <Route path={PATTERNS.tasks} component={on(ReferralTasks)} />
      <Route path={PATTERNS.section} component={on(ReferralSection)} />
      <Route path={PATTERNS.consent} component={on(ReferralConsent)} />
      <Route path={PATTERNS.papers} component={on(PapersPage)} />
      <Route path={PATTERNS.approval} component={on(ApprovalPage)} />
      <Route path={PATTERNS.agree} component={on(AgreePage)} />
      <Route path={PATTERNS.check} component={on(CheckAnswers)} />
      <Route path={PATTERNS.submitted} component={on(Submitted)} />
      <Route path="*" component={() => <NotFound />} />
    </Router>
  );
}

/** One screen's fault leaves the bars, and Lock, in place. */
function Guarded(props: { children: JSX.Element }): JSX.Element {
  return (
    <ErrorBoundary fallback={(error: unknown, retry) => <Broken error={error} retry={retry} />}>
      <Suspense>{props.children}</Suspense>
    </ErrorBoundary>
  );
}
