import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { FailedNotice } from "../../app/noticeTypes.ts";
import { dayOf } from "../caseFile/when.ts";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { counted } from "../words/backup.ts";
import { personName } from "../words/people.ts";

const WHY: Record<FailedNotice["reason"], string> = {
  refused: "their mail server does not take it: ask them to check the address in Settings, Reminders",
  unreachable: "it was tried for a day in vain: tell the people who look after the server",
};

/** For those who lead: people who believe that they are reminded, and are not. `whole`: with who, and what to do. */
export function NotReached(props: { session: Session; whole: boolean }): JSX.Element {
  const failed = createLive(props.session.failedNotices);
  const people = createLive(props.session.people);
  const count = createMemo(() => new Set(failed().map(({ user }) => user)).size);
  const nameOf = (user: FailedNotice["user"]): string => {
    const person = people().find((each) => each.user === user);
    return person ? personName(person) : "Somebody who is not on this device";
  };
  return (
    <Show when={count()}>
      {(some) => (
        <Notice
          tone="warn"
          title={`Reminders to ${counted(some(), "person", "people")} could not be delivered`}
        >
          <Show
            when={props.whole}
            fallback={
              <p>
                They may not know what they owe. <a href={PATTERNS.people}>See who, and what to do</a>
              </p>
            }
          >
            <ul class="govuk-list govuk-list--bullet">
              <For each={failed()}>
                {({ user, way, sinceMs, reason }) => (
                  <li>
                    {nameOf(user)}, by {way === "mail" ? "mail" : "notice on a device"} since {dayOf(sinceMs)}
                    : {WHY[reason]}.
                  </li>
                )}
              </For>
            </ul>
            <p>Until then, tell them yourself what is due.</p>
          </Show>
        </Notice>
      )}
    </Show>
  );
}
