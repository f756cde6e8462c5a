import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { periodWords } from "../../forms/period.ts";
import { momentOf } from "../caseFile/when.ts";
import { createLive } from "../live.ts";

const HOW: Readonly<Record<string, string>> = {
  download: "as a protected PDF",
  share: "as a protected PDF",
  print: "on paper",
  table: "as a table",
};

/** When, by whom and how these figures left the app, newest first. Of several panels at once it was one time. */
export function TakenOut(props: {
  session: Session;
  /** "the report". */
  what: string;
  exports: PanelInfo["reportExports"];
}): JSX.Element {
  const people = createLive(props.session.people);
  const nameOf = (user: string) =>
    people().find((person) => person.user === user)?.profile?.name ?? "Somebody who is not on this device";
  const lines = createMemo(() => [
    ...new Set(
      props.exports
        .toSorted((a, b) => b.order[0] - a.order[0])
        .map(({ author, order, record: { from, to, how } }) => {
          const words = periodWords({ from, to });
          return `${momentOf(order[0])}: ${nameOf(author)} took out ${props.what} on ${words} ${HOW[how] ?? ""}`;
        }),
    ),
  ]);
  return (
    <Show when={lines().length > 0}>
      <h2 class="govuk-heading-m confer-no-print">When it was taken out</h2>
      <ul class="govuk-list govuk-list--bullet confer-no-print">
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
    </Show>
  );
}
