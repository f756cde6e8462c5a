import { createMemo, createSignal, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { Confer } from "../../../app/stages.ts";
import { mayLead } from "../../../domain/roles.ts";
import { DemoBand } from "../../kit/DemoBand.tsx";
import { NavLinks } from "../../kit/NavLinks.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { SafetyLine } from "../../kit/SafetyLine.tsx";
import { TopBar } from "../../kit/TopBar.tsx";
import { createLive } from "../../live.ts";
import { badgeWith, createUrgent } from "../../reminders/createUrgent.ts";
import { PATTERNS } from "../../routes.ts";
import { thisDevice } from "../../thisDevice.ts";
import type { AppUpdate } from "../../update.ts";
import { nearWords } from "../../words/deadline.ts";
import { initialsOf } from "../../words/people.ts";
import { safetyWords } from "../../words/safety.ts";
import { UpdateBanner } from "./UpdateBanner.tsx";

/** The safety line names the day once a time is no longer of today. */
const TICK_MS = 60_000;

/** Always there: where am I, is my work safe, Lock, and the ways to go. */
export function Bars(props: {
  confer: Confer;
  session: Session;
  update: AppUpdate;
  recovered: boolean;
}): JSX.Element {
  const me = createLive(props.session.me);
  const partnership = createLive(props.session.partnership);
  const safety = createLive(props.session.safety);
  const cases = createLive(props.session.cases);
  const panels = createLive(props.session.panels);
  const [nowMs, setNowMs] = createSignal(Date.now());
  const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
  onCleanup(() => clearInterval(timer));
  const noun = thisDevice();
  const near = createMemo(() => nearWords(cases(), panels(), noun, nowMs() - (safety().clockAheadMs ?? 0)));
  const words = createMemo(() => safetyWords(safety(), noun, nowMs(), near()));
  const urgent = createUrgent(props.session);
  badgeWith(urgent);
  const links = () => [
    { href: PATTERNS.home, text: "Home" },
    {
      href: PATTERNS.actions,
      text: "Actions",
      count: urgent() === 0 ? undefined : { figure: urgent(), words: `${urgent()} of yours urgent` },
    },
    { href: PATTERNS.search, text: "Find a case" },
    ...(mayLead(me().roles)
      ? [
          { href: PATTERNS.people, text: "People" },
          { href: PATTERNS.panels, text: "Panels" },
        ]
      : []),
    { href: PATTERNS.settings, text: "Settings" },
  ];
  return (
    <>
      <TopBar
        panel={partnership()?.name}
        initials={initialsOf(me().profile?.name ?? "")}
        onLock={() => props.confer.lock()}
      />
      <Show when={partnership()?.demonstration}>
        <DemoBand mode="demonstration" />
      </Show>
      <SafetyLine state={words().state} text={words().text} href={PATTERNS.safety} />
      <UpdateBanner update={props.update} />
      <Show when={me().standing.kind === "admitted"}>
        <NavLinks label="Main" links={links()} />
      </Show>
      <Show when={props.recovered}>
        <section class="govuk-width-container confer-no-print" aria-label="Before you go on">
          <Notice tone="warn" title="You opened Confer with the recovery code">
            <p>
              Choose a new passphrase now, in <a href={PATTERNS.settings}>Settings</a>.
            </p>
          </Notice>
        </section>
      </Show>
    </>
  );
}
