import { createResource, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome, Session } from "../../app/api.ts";
import type { NoticeState } from "../../app/noticeTypes.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { counted } from "../words/backup.ts";
import { subscribedHere, subscribeHere, unsubscribeHere } from "./browserPush.ts";

const done = { ok: true, value: undefined } as const;

const REFUSED = {
  denied: {
    title: "This device does not allow notices from Confer",
    next: "Allow them for Confer in the settings of the browser or the device, then try again.",
  },
  unavailable: {
    title: "This browser cannot take notices",
    next: "On an iPhone or iPad, put Confer on the home screen first. Elsewhere use Chrome, Edge or Firefox, or choose mail.",
  },
  unreachable: {
    title: "The browser’s own notice service did not answer",
    next: "This network may not let it through. Try again on another one, or choose mail.",
  },
} as const;

/** Notices that this device shows while the app is closed. */
export function PushHere(props: { session: Session; state: NoticeState }): JSX.Element {
  const [here, { refetch }] = createResource(subscribedHere);
  const [refused, setRefused] = createSignal<keyof typeof REFUSED>();
  const turnOn = createAct(async (): Promise<Outcome> => {
    setRefused(undefined);
    const answer = await subscribeHere(props.state.pushKey);
    if (answer.kind !== "taken") {
      setRefused(answer.kind);
      return done;
    }
    const taken = await props.session.takePush(answer.to);
    // What the server does not take would never show anything.
    if (!taken.ok) await unsubscribeHere();
    return taken;
  });
  const turnOff = createAct(async (): Promise<Outcome> => {
    const endpoint = await unsubscribeHere();
    return endpoint === undefined ? done : props.session.endPush(endpoint);
  });
  const then = (act: Promise<unknown>) => void act.then(() => refetch());
  const elsewhere = () => props.state.pushDevices - (here() === undefined ? 0 : 1);
  return (
    <>
      <ProblemNotice problem={turnOn.problem() ?? turnOff.problem()} />
      <Show when={refused()}>
        {(why) => (
          <Notice tone="warn" title={REFUSED[why()].title} live>
            <p>{REFUSED[why()].next}</p>
          </Notice>
        )}
      </Show>
      <Show
        when={here()}
        fallback={
          <>
            <p class="govuk-body">This device shows no notices while Confer is closed.</p>
            <div class="confer-actions">
              <Button kind="secondary" busy={turnOn.busy()} onClick={() => then(turnOn.run())}>
                Show notices on this device
              </Button>
            </div>
          </>
        }
      >
        <p class="govuk-body">
          This device shows a notice when something is due, also while Confer is closed.
        </p>
        <div class="confer-actions">
          <Button kind="secondary" busy={turnOff.busy()} onClick={() => then(turnOff.run())}>
            Stop showing them here
          </Button>
        </div>
      </Show>
      <Show when={elsewhere() > 0}>
        <p class="govuk-body">
          {counted(elsewhere(), "other device", "other devices")} of yours{" "}
          {elsewhere() === 1 ? "shows" : "show"} them too.
        </p>
      </Show>
    </>
  );
}
