import { useSearchParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Confer } from "../../app/stages.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { createLive } from "../live.ts";
import { BeforeYouStart } from "./BeforeYouStart.tsx";
import { ChoosePanel } from "./ChoosePanel.tsx";
import { InstallFirst } from "./InstallFirst.tsx";
import { RightPanel, stepHref } from "./RightPanel.tsx";

/**
 * Which panel, and is it the right one? The address holds the step, so that Back works; the answers are kept on
 * the device until the referral is started, and are then its first answers.
 */
export function NewReferral(props: { confer: Confer; session: Session }): JSX.Element {
  const check = createLive(props.confer.check);
  const cases = createLive(props.session.cases);
  const answer = createKeptDraft(props.session, "install", { without: "" });
  const touched = matchMedia("(pointer: coarse)").matches;
  const asks = () =>
    touched &&
    check()?.installed === false &&
    answer.draft.without !== "yes" &&
    !cases().some(({ mine }) => mine);
  return (
    <Show when={answer.ready()}>
      <Show when={asks()} fallback={<Begin session={props.session} />}>
        <InstallFirst confer={props.confer} onCarryOn={() => answer.set("without", "yes")} />
      </Show>
    </Show>
  );
}

/** In the address: the page that a first referral begins with. */
const BEFORE = "before";

function Begin(props: { session: Session }): JSX.Element {
  const [search] = useSearchParams();
  const panels = createLive(props.session.panels);
  const ready = createLive(props.session.ready);
  const cases = createLive(props.session.cases);
  const first = () => !cases().some(({ mine }) => mine);
  const chosen = createMemo(
    () => panels().find(({ definition }) => definition.id === search["panel"]),
    undefined,
    {
      equals: (a, b) =>
        a?.definition.id === b?.definition.id && a?.definition.version === b?.definition.version,
    },
  );
  return (
    <Show
      when={chosen()}
      keyed
      fallback={<ChoosePanel session={props.session} panels={panels()} ready={ready()} first={first()} />}
    >
      {(panel) => (
        <Show
          when={search["step"] !== BEFORE}
          fallback={<BeforeYouStart definition={panel.definition} href={stepHref(panel.definition.id, 0)} />}
        >
          <RightPanel session={props.session} panel={panel} />
        </Show>
      )}
    </Show>
  );
}
