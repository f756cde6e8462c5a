import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { MeetingView } from "../../../app/meetingTypes.ts";
import { momentOf } from "../../caseFile/when.ts";
import { SummaryList } from "../../kit/SummaryList.tsx";
import { Tag } from "../../kit/Tag.tsx";
import { coverWords } from "./prepareWords.ts";

/** For whoever runs the meeting: who cannot come, since when, and for whom cover is still missing. [HER-04] */
export function ApologiesList(props: { view: MeetingView }): JSX.Element {
  const away = createMemo(() =>
    props.view.attendees.flatMap(({ name, agency, apologies }) =>
      apologies ? [{ name, agency: agency ?? "", apologies }] : [],
    ),
  );
  return (
    <Show when={away().length > 0}>
      <h2 class="govuk-heading-m">Apologies</h2>
      <SummaryList
        rows={away().map(({ name, agency, apologies }) => ({
          key: agency === "" ? name : `${name}, ${agency}`,
          value: (
            <>
              <Cover cover={coverWords(apologies.record)} />
              <For each={[apologies.record.words ?? ""].filter((words) => words !== "")}>
                {(words) => <div class="confer-said">{words}</div>}
              </For>
              <div class="govuk-hint">Sent {momentOf(apologies.order[0])}</div>
            </>
          ),
        }))}
      />
    </Show>
  );
}

function Cover(props: { cover: string | undefined }): JSX.Element {
  return (
    <Show
      when={props.cover}
      fallback={
        <div>
          <Tag tone="warn">Cover missing</Tag>
        </div>
      }
    >
      {(cover) => <div>{cover()} comes instead.</div>}
    </Show>
  );
}
