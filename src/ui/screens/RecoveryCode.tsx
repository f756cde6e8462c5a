import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Confer, Enrolment } from "../../app/stages.ts";
import { createAct } from "../act.ts";
import { dayOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { WordsPhrase } from "../kit/WordsPhrase.tsx";
import { importedWords } from "../words/backup.ts";
import { groupsOf, isLastGroup } from "../words/recoveryCode.ts";
import { Errors } from "./parts/Errors.tsx";
import { createFieldErrors } from "./parts/fieldErrors.ts";
import { Form } from "./parts/Form.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";

/** Shown once, after keys are made. Printing this page prints the sheet and nothing else. */
export function RecoveryCode(props: {
  confer: Confer;
  code: string;
  /** From a backup file, where that is how the person came. */
  imported: Enrolment["imported"];
  /** It was locked meanwhile: the passphrase opens it. */
  onLocked: () => void;
}): JSX.Element {
  const [typed, setTyped] = createSignal("");
  const errors = createFieldErrors();
  const act = createAct(() => props.confer.begin());
  const groups = () => groupsOf(props.code);
  const submit = (): void => {
    const right = isLastGroup(typed(), props.code);
    const text =
      typed().trim() === ""
        ? "Enter the last group of the code"
        : "This is not the last group: compare it with what you wrote down";
    if (errors.check([right ? undefined : { fieldId: "last-group", text }])) void act.run();
  };
  return (
    <Page title="Your recovery code" error={errors.list().length > 0}>
      <Errors of={errors} />
      <ProblemNotice problem={act.problem()} />
      <Show when={act.problem()?.kind === "locked"}>
        <Button kind="secondary" onClick={() => props.onLocked()}>
          I have the code: go to unlock
        </Button>
      </Show>
      <Show when={props.imported}>
        {(imported) => (
          <div class="confer-no-print">
            <Notice tone="good" title="The backup was opened, and this is a device of yours now">
              <For each={importedWords(imported())}>{(sentence) => <p>{sentence}</p>}</For>
            </Notice>
          </div>
        )}
      </Show>
      <p class="govuk-body confer-print-only">
        Recovery code of Confer, for one person on one device, made on {dayOf(Date.now())}. Press “Use your
        recovery code” where the passphrase is asked for.
      </p>
      <p class="govuk-body confer-no-print">
        If you forget your passphrase, this code opens Confer on this device. Nobody else has it, and{" "}
        <strong>it is shown only now</strong>: write it down or print it.
      </p>
      <WordsPhrase label="Recovery code, in groups" words={groups()} />
      <p class="govuk-body">
        Keep the paper where you would keep a key: not with this device, and not in an email.
      </p>
      <div class="confer-no-print">
        <Button kind="secondary" onClick={() => window.print()}>
          Print this sheet
        </Button>
        <Notice tone="warn" title="What cannot be recovered">
          <p>
            Without the passphrase and without this code, nobody can open what is on this device. Colleagues
            can give you back what had been sent; what had not been sent is lost.
          </p>
        </Notice>
        <Form
          submitText="I have written it down"
          busyText="Opening Confer."
          busy={act.busy()}
          onSubmit={submit}
        >
          <TextInput
            id="last-group"
            label="Type the last group from your paper"
            hint={`The ${groups().at(-1)?.length ?? 0} characters of group ${groups().length}`}
            width={5}
            value={typed()}
            onInput={setTyped}
            error={errors.of("last-group")}
          />
        </Form>
      </div>
    </Page>
  );
}
