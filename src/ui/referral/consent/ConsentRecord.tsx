import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { CaseView } from "../../../app/api.ts";
import type { EntryId } from "../../../domain/ids.ts";
import { struckOut } from "../../../domain/consentPosition.ts";
import { momentOf } from "../../caseFile/when.ts";
import { EmptyState } from "../../kit/EmptyState.tsx";
import { Timeline } from "../../kit/Timeline.tsx";
import { eventWords } from "./consentWords.ts";

/** Every event, newest first, as sentences: who wrote it down, and when. What no longer counts says so. */
export function ConsentRecord(props: { consent: CaseView["consent"] }): JSX.Element {
  const struck = () => struckOut(props.consent.map(({ event }) => ({ record: event })));
  const ended = (): ReadonlySet<EntryId> =>
    new Set(
      props.consent.flatMap(({ entry, event }) =>
        event.kind === "groundEnded" && !struck().has(entry) ? [event.ground] : [],
      ),
    );
  const standing = (entry: EntryId): string => {
    if (struck().has(entry)) return "Marked as a mistake, and no longer counted: ";
    return ended().has(entry) ? "No longer relied on: " : "";
  };
  return (
    <Show
      when={props.consent.length > 0}
      fallback={
        <EmptyState>
          What the person says, and any ground for sharing without consent, appears here once it is recorded.
        </EmptyState>
      }
    >
      <Timeline
        label="What is recorded about consent, newest first"
        items={props.consent
          .toSorted((a, b) => b.atMs - a.atMs)
          .map(({ entry, atMs, whoName, event }) => ({
            key: entry,
            at: momentOf(atMs),
            iso: new Date(atMs).toISOString(),
            text: `${standing(entry)}${eventWords(event)} Written down by ${whoName}.`,
          }))}
      />
    </Show>
  );
}
