import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseSummary, Session } from "../../app/api.ts";
import type { CaseStatus } from "../../domain/case/status.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { type Task, TaskList } from "../kit/TaskList.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive, createSteady } from "../live.ts";
import { caseHref } from "../routes.ts";
import { caseHint, caseTag, caseTitle } from "../words/cases.ts";

type Group = {
  readonly key: string;
  readonly title: string;
  readonly statuses: readonly CaseStatus[];
  /** What will appear here, and how. */
  readonly empty: string;
};

const GROUPS: readonly Group[] = [
  {
    key: "waiting",
    title: "To decide",
    statuses: ["submitted"],
    empty: "Referrals appear here as soon as they are sent. The one that has waited longest comes first.",
  },
  {
    key: "returned",
    title: "Back with the referrer",
    statuses: ["returned"],
    empty: "A referral that you return for information waits here until it is sent again.",
  },
  {
    key: "decided",
    title: "Decided",
    statuses: ["accepted", "declined", "withdrawn"],
    empty: "Accepted, declined and withdrawn referrals are kept here.",
  },
];

/** The co-ordinator's queue: what waits longest stands first. */
export function Inbox(props: { session: Session }): JSX.Element {
  const cases = createLive(props.session.cases);
  const ready = createLive(props.session.ready);
  const [words, setWords] = createSignal("");
  const found = createMemo(() => {
    // Read again when a case changes: the search itself is not live.
    void cases();
    return words().trim() === "" ? undefined : props.session.search(words().trim());
  });
  return (
    <Page title="Referrals to the panel" back={{ href: "/" }}>
      <Show when={!ready()}>
        <p class="govuk-body" role="status">
          Still reading what is on this device. The list may grow.
        </p>
      </Show>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          id="inbox-search"
          type="search"
          label="Search all cases on this device"
          hint="A name, a reference, a word in an answer."
          value={words()}
          onInput={setWords}
        />
      </form>
      <Show when={found()} fallback={<Groups cases={cases()} />}>
        {(results) => (
          <section aria-labelledby="found-title">
            <h2 class="govuk-heading-m" id="found-title" role="status">
              {results().length === 1 ? "1 case found" : `${results().length} cases found`}
            </h2>
            <CaseList id="found" cases={results()} />
          </section>
        )}
      </Show>
    </Page>
  );
}

function Groups(props: { cases: readonly CaseSummary[] }): JSX.Element {
  const casesOf = (group: Group): readonly CaseSummary[] =>
    props.cases
      .filter(({ status }) => group.statuses.includes(status))
      .toSorted((a, b) =>
        group.key === "decided"
          ? b.updatedMs - a.updatedMs
          : (a.submittedMs ?? a.updatedMs) - (b.submittedMs ?? b.updatedMs),
      );
  return (
    <For each={GROUPS}>
      {(group) => (
        <section aria-labelledby={`${group.key}-title`}>
          <h2 class="govuk-heading-m" id={`${group.key}-title`}>
            {group.title} ({casesOf(group).length})
          </h2>
          <Show when={casesOf(group).length > 0} fallback={<EmptyState>{group.empty}</EmptyState>}>
            <CaseList id={group.key} cases={casesOf(group)} />
          </Show>
        </section>
      )}
    </For>
  );
}

function CaseList(props: { id: string; cases: readonly CaseSummary[] }): JSX.Element {
  const tasks = createSteady<Task>(
    () =>
      props.cases.map((summary) => ({
        key: String(caseHref(summary.scope).split("/").at(-1)),
        title: caseTitle(summary),
        href: caseHref(summary.scope),
        hint: caseHint(summary, Date.now()),
        status: caseTag(summary.status),
      })),
    ({ key }) => key,
  );
  return <TaskList id={props.id} tasks={tasks()} />;
}
