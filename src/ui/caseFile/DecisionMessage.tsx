import { For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { StatusRecord } from "../../domain/case/caseFile.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import type { MeetingDate } from "../../domain/panelBook.ts";
import { Notice } from "../kit/Notice.tsx";
import { dateWords } from "./when.ts";

/**
 * What the referrer reads about a decision. The same component shows it before it is sent and after, so that
 * the preview cannot promise other words [ASH-75, ASH-82].
 */
export function DecisionMessage(props: {
  record: StatusRecord | undefined;
  definition: PanelDefinition | undefined;
  /** The one that an acceptance names, as it is set now. */
  meeting: MeetingDate | undefined;
}): JSX.Element {
  return (
    <Switch>
      <Match when={props.record?.type === "accepted" && props.record}>
        {(accepted) => (
          <Notice tone="good" title="The panel will hear this case">
            <p>{heardWords(props.meeting)}</p>
            <Said text={accepted().note} />
          </Notice>
        )}
      </Match>
      <Match when={props.record?.type === "returned" && props.record}>
        {(returned) => (
          <Notice tone="warn" title="The panel asks for more information">
            <p>
              The referral keeps its reference and its place. Answer what is missing and submit it again: it
              is looked at again for the next meeting that it is then in time for.
            </p>
            <Gaps gaps={returned().gaps} definition={props.definition} />
            <Said text={returned().note} />
          </Notice>
        )}
      </Match>
      <Match when={props.record?.type === "declined" && props.record}>
        {(declined) => (
          <Notice tone="warn" title="The panel will not hear this case">
            <p>The reason given:</p>
            <Said text={declined().reason} />
            <p>
              You and your service stay responsible for the case. Talk to the co-ordinator if things change.
            </p>
          </Notice>
        )}
      </Match>
      <Match when={props.record?.type === "settled-outside" && props.record}>
        {(settled) => (
          <Notice tone="info" title="This was settled without waiting for the panel">
            <p>Why it could not wait:</p>
            <Said text={settled().reason} />
            <p>
              What was agreed {HOW_WORDS[settled().how]} on {dateWords(settled().on)}:
            </p>
            <Said text={settled().agreed} />
            <p>Who took part:</p>
            <Said text={settled().by} />
            <p>The panel will not hear it at a meeting unless you refer it again.</p>
          </Notice>
        )}
      </Match>
    </Switch>
  );
}

const HOW_WORDS: Record<Extract<StatusRecord, { type: "settled-outside" }>["how"], string> = {
  telephone: "by telephone",
  email: "by email",
  inPerson: "in person",
  other: "",
};

function heardWords(meeting: MeetingDate | undefined): string {
  if (!meeting) return "The referral is accepted for the panel. The co-ordinator tells you when it is heard.";
  const day = dateWords(meeting.date);
  return meeting.cancelled
    ? `The referral was accepted for the meeting on ${day}, which has been called off. The co-ordinator tells you when it is heard.`
    : `The referral is accepted for the meeting on ${day} at ${meeting.start}.`;
}

type Gap = { readonly sectionKey?: string | undefined; readonly text: string };

/** What is missing, each with its section where it belongs to one. */
export function Gaps(props: { gaps: readonly Gap[]; definition: PanelDefinition | undefined }): JSX.Element {
  const sectionOf = (key: string | undefined): string => {
    const title = props.definition?.sections.find((section) => section.key === key)?.title;
    return title === undefined ? "" : `${title}: `;
  };
  return (
    <ul class="govuk-list govuk-list--bullet">
      <For each={props.gaps}>
        {(gap) => (
          <li>
            {sectionOf(gap.sectionKey)}
            {gap.text}
          </li>
        )}
      </For>
    </ul>
  );
}

/** Somebody's own words. */
export function Said(props: { text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text?.trim()}>
      <p class="confer-said">{props.text}</p>
    </Show>
  );
}
