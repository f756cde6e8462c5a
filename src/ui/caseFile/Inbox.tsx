import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseSummary, Session } from "../../app/api.ts";
import type { CaseStatus } from "../../domain/case/status.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { type Task, TaskList } from "../kit/TaskList.tsx";
import { Select } from "../kit/Select.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive, createSteady } from "../live.ts";
import { caseHref, PATTERNS } from "../routes.ts";
import { createQueueWords } from "./queueWords.ts";
import { caseHint, caseTag, caseTitle, queueTag } from "../words/cases.ts";
import { byAge, decideHref, isWaiting } from "./queue.ts";

type Group = {
  readonly key: string;
  readonly title: string;
  readonly of: (summary: CaseSummary) => boolean;
  /** What will appear here, and how; undefined where an empty group is left out. */
  readonly empty: string | undefined;
};

const GROUPS: readonly Group[] = [
  {
    key: "answered",
    title: "Answered after a return",
    of: ({ status, answered }) => status === "submitted" && answered,
    empty: undefined,
  },
  {
    key: "waiting",
    title: "To decide",
    of: ({ status, answered }) => status === "submitted" && !answered,
    empty: "Referrals appear here as soon as they are sent. The one that has waited longest comes first.",
  },
  {
    key: "returned",
    title: "Back with the referrer",
    of: ({ status }) => status === "returned",
    empty: "A referral that you return for information waits here until it is sent again.",
  },
  {
    key: "decided",
    title: "Decided",
    of: ({ status }) => DECIDED.includes(status),
    empty: "Accepted, declined, settled and withdrawn referrals are kept here.",
  },
];
const DECIDED: readonly CaseStatus[] = ["accepted", "declined", "settled-outside", "withdrawn"];

/** The co-ordinator's queue: what waits longest stands first. */
export function Inbox(props: { session: Session }): JSX.Element {
  const cases = createLive(props.session.cases);
  const ready = createLive(props.session.ready);
  const panels = createLive(props.session.panels);
  const [panel, setPanel] = createSignal("");
  const ofPanel = createMemo(() =>
    cases().filter(({ definitionId }) => panel() === "" || definitionId === panel()),
  );
  const [words, setWords] = createSignal("");
  const found = createMemo(() => {
    // Read again when a case changes: the search itself is not live.
    void cases();
    return words().trim() === "" ? undefined : props.session.search(words().trim());
  });
  return (
    <Page title="Referrals to the panel" width="wide" back={{ href: "/" }}>
      <Show when={!ready()}>
        <p class="govuk-body" role="status">
          Still reading what is on this device. The list may grow.
        </p>
      </Show>
      <form class="confer-measure" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          id="inbox-search"
          type="search"
          label="Search all cases on this device"
          hint="A name, a reference, a word in an answer."
          value={words()}
          onInput={setWords}
        />
      </form>
      <Show when={panels().length > 1}>
        <Select
          id="inbox-panel"
          label="Panel"
          prompt="All panels"
          options={panels().map(({ definition }) => ({ value: definition.id, label: definition.shortName }))}
          value={panel()}
          onChange={setPanel}
        />
      </Show>
      <p class="govuk-body">
        <a class="govuk-link confer-target" href={PATTERNS.log}>
          Log of decisions
        </a>
      </p>
      <Show when={found()} fallback={<Groups session={props.session} cases={ofPanel()} />}>
        {(results) => (
          <section aria-labelledby="found-title">
            <h2 class="govuk-heading-m" id="found-title" role="status">
              {results().length === 1 ? "1 case found" : `${results().length} cases found`}
            </h2>
            <CaseList session={props.session} id="found" cases={results()} />
          </section>
        )}
      </Show>
    </Page>
  );
}

function Groups(props: { session: Session; cases: readonly CaseSummary[] }): JSX.Element {
  const casesOf = (group: Group): readonly CaseSummary[] =>
    props.cases
      .filter(group.of)
      .toSorted((a, b) => (group.key === "decided" ? b.updatedMs - a.updatedMs : byAge(a, b)));
  return (
    <For each={GROUPS}>
      {(group) => (
        <Show when={casesOf(group).length > 0 || group.empty !== undefined}>
          <section aria-labelledby={`${group.key}-title`}>
            <h2 class="govuk-heading-m" id={`${group.key}-title`}>
              {group.title} ({casesOf(group).length})
            </h2>
            <Show when={casesOf(group).length > 0} fallback={<EmptyState>{group.empty}</EmptyState>}>
              <CaseList session={props.session} id={group.key} cases={casesOf(group)} />
            </Show>
          </section>
        </Show>
      )}
    </For>
  );
}

function CaseList(props: { session: Session; id: string; cases: readonly CaseSummary[] }): JSX.Element {
  const firstOf = createQueueWords(props.session);
  const tasks = createSteady<Task>(
    () =>
      props.cases.map((summary) => ({
        key: String(caseHref(summary.scope).split("/").at(-1)),
        title: caseTitle(summary),
        href: isWaiting(summary) ? decideHref(summary) : caseHref(summary.scope),
        hint: [firstOf(summary), caseHint(summary, Date.now())]
          .filter((part) => part !== undefined)
          .join(" · "),
        status: isWaiting(summary) ? queueTag(summary) : caseTag(summary.status),
      })),
    ({ key }) => key,
  );
  return <TaskList id={props.id} tasks={tasks()} />;
}
