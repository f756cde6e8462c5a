import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Problem } from "../../../app/api.ts";
import type { UnlockWith } from "../../../app/backup/api.ts";
import type { BackupLook, Confer } from "../../../app/stages.ts";
import { createAct } from "../../act.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { FileButton } from "../../kit/FileButton.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { PasswordInput } from "../../kit/PasswordInput.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { Errors } from "./Errors.tsx";
import { createFieldErrors, needed } from "./fieldErrors.ts";
import { Form } from "./Form.tsx";
import { NewPassphrase, passphraseError } from "./NewPassphrase.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

export type BackupChosen = { readonly file: Blob; readonly secret: UnlockWith; readonly passphrase: string };

/**
 * Which file, and what opens it. `makesDevice`: it becomes a device of its own, which needs a passphrase where the
 * recovery code opened the file.
 */
export function BackupFileForm(props: {
  confer: Confer;
  makesDevice: boolean;
  submitText: string;
  busyText: string;
  busy: boolean;
  problem: Problem | undefined;
  onSubmit: (chosen: BackupChosen) => void;
  more?: JSX.Element;
}): JSX.Element {
  const [file, setFile] = createSignal<File>();
  const [found, setFound] = createSignal<BackupLook>();
  const [way, setWay] = createSignal<"passphrase" | "code">("passphrase");
  const [typed, setTyped] = createSignal("");
  const [passphrase, setPassphrase] = createSignal("");
  const errors = createFieldErrors();
  const look = createAct((chosen: File) => props.confer.lookAtBackup(chosen));
  const byCode = (): boolean => way() === "code";

  const choose = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    errors.check([]);
    setFile(undefined);
    setFound(undefined);
    const seen = await look.run(chosen);
    if (seen === undefined) return;
    setFile(chosen);
    setFound(seen.value);
    if (!seen.value.byPassphrase) setWay("code");
  };
  const change = (): void => {
    setWay(byCode() ? "passphrase" : "code");
    setTyped("");
    errors.check([]);
  };
  const submit = (): void => {
    const chosen = file();
    const noFile: FieldError = { fieldId: "backup-file", text: "Choose your backup file" };
    const noSecret = byCode() ? "Enter your recovery code" : "Enter your passphrase";
    const fine = errors.check([
      chosen === undefined ? noFile : undefined,
      needed("backup-secret", typed(), noSecret),
      props.makesDevice && byCode() ? passphraseError(props.confer, passphrase()) : undefined,
    ]);
    if (!fine || chosen === undefined) return;
    const secret = byCode() ? { recoveryCode: typed() } : { passphrase: typed() };
    props.onSubmit({ file: chosen, secret, passphrase: passphrase() });
  };
  return (
    <>
      <Errors of={errors} />
      <ProblemNotice problem={look.problem() ?? props.problem} />
      <Form
        submitText={props.submitText}
        busyText={props.busyText}
        busy={props.busy}
        onSubmit={submit}
        more={props.more}
      >
        <FileButton
          id="backup-file"
          label="Your backup file"
          hint="Its name begins “confer-backup” and ends “.confer”"
          error={errors.of("backup-file")}
          onFiles={(files) => void choose(files[0])}
        />
        <div role="status">
          <Show when={found()}>
            {(backup) => (
              <Notice tone="good" title="That is a Confer backup">
                <p>It was saved on {momentOf(backup().madeMs)}. Only the person who saved it can open it.</p>
              </Notice>
            )}
          </Show>
        </div>
        <Show
          when={byCode()}
          fallback={
            <PasswordInput
              id="backup-secret"
              label="Passphrase"
              hint="The one you had when the backup was saved"
              value={typed()}
              onInput={setTyped}
              error={errors.of("backup-secret")}
            />
          }
        >
          <TextInput
            id="backup-secret"
            label="Recovery code"
            hint="26 letters and numbers, printed on the device where the backup was saved. Spaces and dashes do not matter."
            value={typed()}
            onInput={setTyped}
            error={errors.of("backup-secret")}
          />
        </Show>
        <Show when={found()?.byPassphrase !== false}>
          <p class="govuk-body">
            <Button kind="link" onClick={change}>
              {byCode() ? "Use the passphrase" : "Use the recovery code"}
            </Button>
          </p>
        </Show>
        <Show when={props.makesDevice && byCode()}>
          <NewPassphrase
            confer={props.confer}
            label="A new passphrase for this device"
            value={passphrase()}
            onInput={setPassphrase}
            error={errors.of("passphrase")}
          />
        </Show>
      </Form>
    </>
  );
}
