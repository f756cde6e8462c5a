import { createSignal, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { isDrawn } from "../../../domain/drawnSignature.ts";
import type { EntryId } from "../../../domain/ids.ts";
import { MAX_NAME, MAX_PROSE } from "../../../domain/lengths.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { ErrorSummary } from "../../kit/ErrorSummary.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { SignaturePad } from "../../kit/SignaturePad.tsx";
import type { Strokes } from "../../kit/strokes.ts";
import { TextArea } from "../../kit/TextArea.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { createFieldErrors, needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";
import type { Composed } from "./reading.ts";
import { PUBLISHING_MEANS, SIGNING_MEANS } from "./words.ts";

type Way = "" | "drawn" | "typed" | "none";

/** A deliberate act, at the end of the page that it is about. `composed`: exactly what is shown above. */
export function SignMinutes(props: {
  session: Session;
  open: OpenMeeting;
  composed: Composed;
  /** The minutes that these replace. */
  amends: EntryId | undefined;
  /** Signing is for chairs. */
  maySign: boolean;
  /** The panel's papers ask for no signature. */
  mayPublish: boolean;
  onDone: () => void;
  onCancel: () => void;
}): JSX.Element {
  const { profile } = props.session.me.value;
  const kept = createKeptDraft(props.session, `minutes-sign-${props.open.key}`, {
    name: profile?.name ?? "",
    position: profile?.position ?? "",
    reason: "",
    way: (props.maySign ? "" : "none") as Way,
  });
  // Not kept: a signature and a tick are given once, for one record.
  const [drawn, setDrawn] = createSignal<Strokes>();
  const [read, setRead] = createSignal(false);
  const errors = createFieldErrors();
  const means = (): string => (kept.draft.way === "none" ? PUBLISHING_MEANS : SIGNING_MEANS);
  const sign = createAct(() => {
    const { name, position, reason, way } = kept.draft;
    return props.session.signMinutes(props.open.key, {
      ...props.composed,
      name: name.trim(),
      position: position.trim(),
      how: way === "" ? "typed" : way,
      signature: way === "drawn" ? drawn() : undefined,
      meaning: means(),
      amends: props.amends,
      reason: reason.trim(),
    });
  });
  const submit = async (): Promise<void> => {
    const { name, position, reason, way } = kept.draft;
    const strokes = drawn();
    const right = errors.check([
      props.amends === undefined
        ? undefined
        : (needed("sign-reason", reason, "Enter why the minutes are amended") ??
          tooMuch("sign-reason", reason, MAX_PROSE, "The reason")),
      way === "" ? { fieldId: "sign-way", text: "Choose how you sign" } : undefined,
      needed("sign-name", name, "Enter your name") ?? tooMuch("sign-name", name, MAX_NAME, "Your name"),
      needed("sign-position", position, "Enter your position") ??
        tooMuch("sign-position", position, MAX_NAME, "Your position"),
      way === "drawn" && !(strokes && isDrawn(strokes))
        ? { fieldId: "sign-drawn", text: "Sign in the box, or choose to type your name" }
        : undefined,
      read() ? undefined : { fieldId: "sign-read", text: "Tick that you have read the minutes to the end" },
    ]);
    if (!right || !(await sign.run())) return;
    kept.clear();
    props.onDone();
  };
  return (
    <section class="confer-minutes-sign confer-no-print" aria-labelledby="sign-title">
      <h2 class="govuk-heading-m" id="sign-title">
        {props.amends === undefined ? "Sign these minutes" : "Sign the amended minutes"}
      </h2>
      <Show when={errors.list().length > 0}>
        <ErrorSummary errors={errors.list()} attempt={errors.attempt()} />
      </Show>
      <Show when={kept.ready()}>
        <Show when={props.amends !== undefined}>
          <TextArea
            id="sign-reason"
            label="Why are they amended?"
            labelSize="s"
            hint="Printed on the amended minutes. The earlier ones stay, marked as superseded."
            error={errors.of("sign-reason")}
            rows={3}
            value={kept.draft.reason}
            onInput={(reason) => kept.set("reason", reason)}
          />
        </Show>
        <Radios
          id="sign-way"
          label="How do you sign?"
          legendSize="s"
          error={errors.of("sign-way")}
          options={[
            ...(props.maySign
              ? [
                  { value: "drawn", label: "By hand, on the screen" },
                  { value: "typed", label: "By typing my name" },
                ]
              : []),
            ...(props.mayPublish
              ? [
                  {
                    value: "none",
                    label: "Publish without a signature",
                    hint: "This panel’s papers do not ask for one.",
                  },
                ]
              : []),
          ]}
          value={kept.draft.way === "" ? undefined : kept.draft.way}
          onChange={(way) => kept.set("way", way as Way)}
        />
        <TextInput
          id="sign-name"
          label="Your name"
          error={errors.of("sign-name")}
          autocomplete="name"
          value={kept.draft.name}
          onInput={(name) => kept.set("name", name)}
        />
        <TextInput
          id="sign-position"
          label="Your position"
          error={errors.of("sign-position")}
          autocomplete="organization-title"
          value={kept.draft.position}
          onInput={(position) => kept.set("position", position)}
        />
        <Show when={kept.draft.way === "drawn"}>
          <SignaturePad
            id="sign-drawn"
            label="Your signature"
            hint="Sign with a finger, a pen or a mouse. If you cannot draw, choose “By typing my name”."
            error={errors.of("sign-drawn")}
            value={drawn()}
            onChange={(strokes) => setDrawn(() => strokes)}
          />
        </Show>
        <Checkboxes
          id="sign-read"
          label="What this means"
          legendSize="s"
          hint={`${means()} What is shown above is fixed: nobody can change it, only replace it by an amendment with a reason.`}
          error={errors.of("sign-read")}
          options={[{ value: "read", label: "I have read the minutes to the end" }]}
          value={read() ? ["read"] : []}
          onChange={(ticked) => setRead(ticked.length > 0)}
        />
        <ProblemNotice problem={sign.problem() ?? kept.problem()} />
        <div class="confer-actions">
          <Button busy={sign.busy()} onClick={() => void submit()}>
            <Switch fallback="Sign the minutes">
              <Match when={kept.draft.way === "none"}>Publish the minutes</Match>
            </Switch>
          </Button>
          <Button kind="link" onClick={() => props.onCancel()}>
            Go back to the record
          </Button>
        </div>
      </Show>
    </section>
  );
}
