import { createSignal, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Confer, Stage } from "../../app/stages.ts";
import { createAct } from "../act.ts";
import { CheckLink } from "../check/CheckLink.tsx";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { PasswordInput } from "../kit/PasswordInput.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { Errors } from "./parts/Errors.tsx";
import { createFieldErrors, needed } from "./parts/fieldErrors.ts";
import { Form } from "./parts/Form.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";

type Locked = Extract<Stage, { kind: "locked" }>;

export function Unlock(props: {
  confer: Confer;
  stage: Locked;
  /** So that the person is told to choose a new passphrase. */
  onRecovered: () => void;
}): JSX.Element {
  const [way, setWay] = createSignal<"passphrase" | "code">("passphrase");
  const [passphrase, setPassphrase] = createSignal("");
  const [code, setCode] = createSignal("");
  const errors = createFieldErrors();
  const act = createAct(() =>
    props.confer.unlock(way() === "passphrase" ? { passphrase: passphrase() } : { recoveryCode: code() }),
  );
  const unlock = async (): Promise<void> => {
    const byCode = way() === "code";
    if ((await act.run()) !== undefined && byCode) props.onRecovered();
  };
  const submit = (): void => {
    const found =
      way() === "passphrase"
        ? needed("passphrase", passphrase(), "Enter your passphrase")
        : needed("code", code(), "Enter your recovery code");
    if (errors.check([found])) void unlock();
  };
  const change = (to: "passphrase" | "code"): void => {
    setWay(to);
    errors.check([]);
    act.clear();
    document.getElementById(to)?.focus();
  };
  return (
    <Page title="Unlock" error={errors.list().length > 0}>
      <Errors of={errors} />
      <ProblemNotice problem={act.problem()} />
      <Why stage={props.stage} />
      <Form
        submitText="Unlock"
        busyText="Unlocking. This can take a few seconds."
        busy={act.busy()}
        onSubmit={submit}
        more={
          <Button kind="link" onClick={() => change(way() === "passphrase" ? "code" : "passphrase")}>
            {way() === "passphrase" ? "Use your recovery code" : "Use your passphrase"}
          </Button>
        }
      >
        <Show
          when={way() === "passphrase"}
          fallback={<CodeField value={code()} onInput={setCode} error={errors.of("code")} />}
        >
          <PasswordInput
            id="passphrase"
            label="Passphrase"
            value={passphrase()}
            onInput={setPassphrase}
            error={errors.of("passphrase")}
          />
        </Show>
      </Form>
      <p class="govuk-body">
        Were you sent minutes? <CheckLink>Check whether they are the ones that were signed</CheckLink>
      </p>
    </Page>
  );
}

/** Why it is locked, where that needs saying. */
function Why(props: { stage: Locked }): JSX.Element {
  return (
    <>
      <Switch>
        <Match when={props.stage.reason === "idle"}>
          <p class="govuk-body">
            Locked because nobody had used it for a while. Your work is safe, and you return to where you
            were.
          </p>
        </Match>
        <Match when={props.stage.reason === "other-tab"}>
          <p class="govuk-body">
            Locked because Confer was locked, or opened, in another window of this browser.
          </p>
        </Match>
        <Match when={props.stage.reason === "button"}>
          <p class="govuk-body">Locked. Your work is safe, and you return to where you were.</p>
        </Match>
      </Switch>
    </>
  );
}

function CodeField(props: {
  value: string;
  onInput: (code: string) => void;
  error: string | undefined;
}): JSX.Element {
  return (
    <TextInput
      id="code"
      label="Recovery code"
      hint="26 letters and numbers, printed when you joined on this device. Spaces and dashes do not matter."
      value={props.value}
      onInput={props.onInput}
      error={props.error}
    />
  );
}
