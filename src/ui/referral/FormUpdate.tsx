import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { compareForms, type FormChange } from "../../forms/formChange.ts";
import { createAct } from "../act.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { OpenForm } from "./DraftGate.tsx";

/** The panel has changed its form since this referral began: offered with what it means, and never forced. */
export function FormUpdate(props: { session: Session; open: OpenForm }): JSX.Element {
  const panels = createLive(props.session.panels);
  const kept = createKeptDraft(props.session, `form/${props.open.scope}`, { declined: "" });
  const change = createAct(props.session.changeForm.bind(props.session));
  const newer = createMemo(() => {
    const { id, version } = props.open.definition();
    const inForce = panels().find(({ definition }) => definition.id === id)?.definition;
    return inForce && inForce.version !== version ? inForce : undefined;
  });
  const begunOn = (): string | undefined => props.open.view().file.started?.record.definitionVersion;
  const changed = (): boolean => begunOn() !== props.open.view().formVersion;
  const goTo = (version: string | undefined): void => {
    if (version !== undefined) void change.run(props.open.scope, version);
  };
  return (
    <>
      <Show when={kept.ready() && newer()}>
        {(form) => (
          <Show
            when={kept.draft.declined !== form().version}
            fallback={
              <p class="govuk-body">
                You are using version {props.open.definition().version} of the form. The panel has a newer
                one.{" "}
                <Button kind="link" onClick={() => kept.set("declined", "")}>
                  See what changed
                </Button>
              </p>
            }
          >
            <Notice tone="info" title="The panel has a newer form">
              <p>
                You can go on with the one you started. If you change, every answer stays; questions that are
                new wait to be answered.
              </p>
              <Differences of={compareForms(props.open.definition(), form(), props.open.view().answers)} />
              <div class="confer-actions">
                <Button kind="secondary" busy={change.busy()} onClick={() => goTo(form().version)}>
                  Use the newer form
                </Button>
                <Button kind="link" onClick={() => kept.set("declined", form().version)}>
                  Keep the form I started with
                </Button>
              </div>
            </Notice>
          </Show>
        )}
      </Show>
      <Show when={changed() && newer() === undefined}>
        <p class="govuk-body">
          You changed to version {props.open.view().formVersion} of the form.{" "}
          <Button kind="link" busy={change.busy()} onClick={() => goTo(begunOn())}>
            Go back to the one you started with
          </Button>
        </p>
      </Show>
      <ProblemNotice problem={change.problem() ?? kept.problem()} />
    </>
  );
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function Differences(props: { of: FormChange }): JSX.Element {
  const lists = () => [
    { labels: props.of.added, title: counted(props.of.added.length, "new question", "new questions") },
    {
      labels: props.of.reworded,
      title: counted(props.of.reworded.length, "question in other words", "questions in other words"),
    },
    {
      labels: props.of.dropped,
      title: `${counted(props.of.dropped.length, "question", "questions")} you answered ${props.of.dropped.length === 1 ? "is" : "are"} no longer asked; what you wrote is kept`,
    },
  ];
  const shown = () => lists().filter(({ labels }) => labels.length > 0);
  return (
    <Show when={shown().length > 0} fallback={<p>The questions are the same; rules around them changed.</p>}>
      <Details summary="What changes">
        <For each={shown()}>
          {({ labels, title }) => (
            <>
              <p>{title}:</p>
              <ul class="govuk-list govuk-list--bullet">
                <For each={labels}>{(label) => <li>{label}</li>}</For>
              </ul>
            </>
          )}
        </For>
      </Details>
    </Show>
  );
}
