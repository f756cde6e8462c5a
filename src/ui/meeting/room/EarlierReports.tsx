import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { reportsTo } from "../../../domain/case/discussion.ts";
import { dateWords, momentOf } from "../../caseFile/when.ts";
import { Tag } from "../../kit/Tag.tsx";
import { createSteady } from "../../live.ts";
import type { Heard } from "./heard.ts";

/** Progress that earlier meetings asked for: what was reported, or that nothing was. [OXF-05] [OXT-92] */
export function EarlierReports(props: { heard: Heard }): JSX.Element {
  const reports = createSteady(
    () => reportsTo(props.heard.file(), props.heard.meeting),
    ({ entry }) => entry,
  );
  return (
    <Show when={reports().length > 0}>
      <h4 class="govuk-heading-s">Progress to be reported</h4>
      <ul class="confer-room__people">
        <For each={reports()}>
          {({ record, kept, order }) => (
            <li class="confer-room__person">
              <p class="govuk-body">
                Asked for on {momentOf(order[0])}
                {record.by === "date" ? `, due ${dateWords(record.on)}` : ""}
                {record.who === "" ? "" : `, from ${record.who}`}
                <Show when={kept}>
                  {(report) => (
                    <>
                      <br />
                      <span dir="auto">{report().record.words}</span>
                    </>
                  )}
                </Show>
              </p>
              <Tag tone={kept ? "good" : "warn"}>{kept ? "Reported" : "Not reported yet"}</Tag>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
