import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { currentPassword, monthAfter, monthName, monthOf, passwordStanding } from "../../domain/passwords.ts";
import { mayLead } from "../../domain/roles.ts";
import { createAct } from "../act.ts";
import { isoDayOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { createServerNow } from "../thisDevice.ts";
import { PasswordCard } from "./PasswordCard.tsx";
import { standingWords } from "./words.ts";

/** The passwords that panels' documents open with, month by month. [ASH-06, ASH-77] */
export function Passwords(props: { session: Session }): JSX.Element {
  const panels = createLive(props.session.panels);
  const me = createLive(props.session.me);
  const takesPart = () => me().roles.some((role) => role !== "referrer");
  // By id, so that what is being typed outlives news from the server.
  const ids = createMemo(() =>
    takesPart()
      ? panels()
          .filter(({ definition }) => definition.password.changedEvery !== "document")
          .map(({ definition }) => definition.id)
      : [],
  );
  const find = (id: string) => panels().find(({ definition }) => definition.id === id);
  const leads = () => mayLead(me().roles);
  return (
    <Page
      title="Passwords"
      back={leads() ? { href: PATTERNS.panels, text: "Panels" } : { href: PATTERNS.home, text: "Home" }}
    >
      <p class="govuk-body">
        A panel’s documents open with its password of the month. Tell it to people apart from any document: in
        person, by telephone, by text message, or by a secure email of its own.
      </p>
      <For
        each={ids()}
        fallback={<EmptyState>Panels whose documents share a password appear here.</EmptyState>}
      >
        {(id) => (
          <Show when={find(id)}>
            {(panel) => <Register session={props.session} panel={panel()} leads={leads()} />}
          </Show>
        )}
      </For>
    </Page>
  );
}

function Register(props: { session: Session; panel: PanelInfo; leads: boolean }): JSX.Element {
  const nowMs = createServerNow(props.session);
  const today = createMemo(() => isoDayOf(nowMs()));
  const [made, setMade] = createSignal("");
  const policy = () => props.panel.definition.password;
  const current = createMemo(() => currentPassword(props.panel.passwords, today()));
  const standing = createMemo(() => passwordStanding(props.panel.passwords, policy(), today()));
  // By entry, so that a telling half typed outlives news.
  const entries = createMemo(() => props.panel.passwords.map(({ entry }) => entry).toReversed());
  const find = (entry: string) => props.panel.passwords.find((each) => each.entry === entry);
  const before = new Set(entries());
  return (
    <section aria-labelledby={`register-${props.panel.definition.id}`}>
      <h2 class="govuk-heading-m" id={`register-${props.panel.definition.id}`}>
        {props.panel.definition.name}
      </h2>
      <Notice tone={standingWords(standing()).tone}>{standingWords(standing()).text}</Notice>
      <Show when={policy().rules.length > 0}>
        <Details summary="What the panel’s papers say">
          <ul class="govuk-list govuk-list--bullet">
            <For each={policy().rules}>{({ text }) => <li>{text}</li>}</For>
          </ul>
        </Details>
      </Show>
      <Show when={props.leads}>
        <Make {...props} today={today()} made={made()} onMade={setMade} />
      </Show>
      <For each={entries()}>
        {(entry) => (
          <Show when={find(entry)}>
            {(password) => (
              <PasswordCard
                session={props.session}
                panel={props.panel}
                password={password()}
                inUse={current()?.entry === entry}
                shown={
                  made() !== "" && !before.has(entry) && password().madeBy === props.session.me.value.user
                }
                leads={props.leads}
              />
            )}
          </Show>
        )}
      </For>
    </section>
  );
}

/** This month's while there is none, else next month's; and another for this month if the words got about. */
function Make(props: {
  session: Session;
  panel: PanelInfo;
  today: ReturnType<typeof isoDayOf>;
  made: string;
  onMade: (said: string) => void;
}): JSX.Element {
  const act = createAct((month: string) => props.session.setPassword(props.panel.definition.id, month));
  const make = async (month: string): Promise<void> => {
    props.onMade("Making the password.");
    const done = await act.run(month);
    props.onMade(
      done ? `The password for ${monthName(month)} is made. Tell people, then note whom you told.` : "",
    );
  };
  const has = (month: string): boolean => props.panel.passwords.some((each) => each.month === month);
  const [now, next] = [() => monthOf(props.today), () => monthAfter(props.today)];
  return (
    <>
      <ProblemNotice problem={act.problem()} />
      <div class="confer-actions">
        <Show
          when={has(now())}
          fallback={
            <Button busy={act.busy()} onClick={() => void make(now())}>
              Make the password for {monthName(now())}
            </Button>
          }
        >
          <Show when={!has(next())}>
            <Button busy={act.busy()} onClick={() => void make(next())}>
              Make next month’s, for {monthName(next())}
            </Button>
          </Show>
          <Button kind="secondary" busy={act.busy()} onClick={() => void make(now())}>
            Replace this month’s
          </Button>
        </Show>
      </div>
      <p class="govuk-body" role="status">
        {props.made}
      </p>
    </>
  );
}
