import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { filedOf } from "../../domain/case/discussion.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { nameOf } from "../caseFile/people.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { createLive } from "../live.ts";
import { type LogPlace, LogSection } from "../logs/LogSection.tsx";
import { createServerNow } from "../thisDevice.ts";
import { CloseCase } from "./CloseCase.tsx";

/** What the panel's papers want recorded about a case once it has been heard. Which logs there are, they say. */
export function FollowUpTab(props: { session: Session; open: OpenCase }): JSX.Element {
  const { session, open } = props;
  const nowMs = createServerNow(session);
  const panels = createLive(session.panels);
  const logs = createMemo(() =>
    (open.view().definition?.records ?? []).filter(
      ({ about, kept }) => about === "case" && kept === "byHand",
    ),
  );
  const place: LogPlace = {
    notes: session,
    name: `log/${open.scope}`,
    get today() {
      return londonDateOf(nowMs());
    },
    get days() {
      const workingDayEnds = open.view().definition?.calendar.workingDayEnds ?? "17:00";
      return { workingDayEnds, named: panels()[0]?.namedDays ?? [] };
    },
    whoOf: (user) => nameOf(open.view(), user),
    save: (line) => session.noteCase(open.scope, [{ type: "filed-record", ...line }]),
  };
  return (
    <div class="confer-measure">
      <Show
        when={logs().length > 0}
        fallback={
          <EmptyState>This panel’s papers ask for nothing more to be recorded about a case.</EmptyState>
        }
      >
        <For each={logs()}>
          {(log) => (
            <LogSection
              log={log}
              place={place}
              lines={filedOf(open.view().file, log.key)}
              help={<Transfers open={open} log={log.key} />}
            />
          )}
        </For>
      </Show>
      <Show when={open.view().mayDecide}>
        <h2 class="govuk-heading-m">Letters</h2>
        <p class="govuk-body">
          <a class="govuk-link confer-target" href={open.href("letter")}>
            Write a letter about this case
          </a>
        </p>
      </Show>
      <CloseCase session={session} open={open} />
    </div>
  );
}

/** What is typed over before it can be said that it stands there. */
function Transfers(props: { open: OpenCase; log: string }): JSX.Element {
  const transfers = () => {
    const { definition, mayDecide } = props.open.view();
    return mayDecide ? (definition?.transfers ?? []).filter(({ record }) => record === props.log) : [];
  };
  return (
    <For each={transfers()}>
      {({ key, label }) => (
        <p class="govuk-body">
          <a class="govuk-link confer-target" href={props.open.href(`transfer/${key}`)}>
            {label}
          </a>
        </p>
      )}
    </For>
  );
}
