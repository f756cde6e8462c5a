import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { formatCalendarDate } from "../../domain/calendarDate.ts";
import { approvalsSection } from "../../forms/approvalItems.ts";
import { APPROVALS } from "../../forms/approvals.ts";
import type { ReferralSnapshot, SnapshotItem } from "../../forms/snapshot.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { isoDayOf } from "../caseFile/when.ts";
import { Notice } from "../kit/Notice.tsx";

/** What others said after the referral was sent: an answer may come until the meeting [HER-51]. */
export function AgreedSince(props: { open: OpenCase; sent: ReferralSnapshot }): JSX.Element {
  const news = createMemo((): readonly { label: string; lines: readonly string[] }[] => {
    const { definition, answers, approvals } = props.open.view();
    if (!definition) return [];
    const then = props.sent.sections.find(({ key }) => key === APPROVALS)?.items ?? [];
    const before = new Map(then.map((item) => [item.key, linesOf(item)]));
    const reader = { definition, answers, today: isoDayOf(Date.now()) };
    return approvalsSection(reader, approvals, formatCalendarDate).items.flatMap((item) => {
      const known = before.get(item.key) ?? [];
      const lines = linesOf(item).filter((line) => !known.includes(line));
      return lines.length > 0 ? [{ label: item.label, lines }] : [];
    });
  });
  return (
    <Show when={news().length > 0}>
      <Notice tone="info" title="Said since it was sent">
        <ul class="govuk-list">
          <For each={news()}>
            {({ label, lines }) => (
              <li>
                {label}: {lines.join(". ")}
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  );
}

const linesOf = (item: SnapshotItem): readonly string[] => (item.kind === "list" ? item.answers : []);
