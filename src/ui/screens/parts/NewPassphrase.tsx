import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Confer } from "../../../app/stages.ts";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { PasswordInput } from "../../kit/PasswordInput.tsx";
import { weakPassphrase } from "../../words/problem.ts";

const ID = "passphrase";

/** For `FieldErrors.check`. */
export function passphraseError(confer: Confer, passphrase: string): FieldError | undefined {
  if (passphrase === "") return { fieldId: ID, text: "Enter a passphrase" };
  const weak = confer.judgePassphrase(passphrase);
  return weak === undefined ? undefined : { fieldId: ID, text: weakPassphrase(weak) };
}

/** A new passphrase, judged as it is typed. Asked for once: Show lets it be checked, and pasting works. */
export function NewPassphrase(props: {
  confer: Confer;
  value: string;
  onInput: (value: string) => void;
  error: string | undefined;
  /** "Choose a passphrase" when not given. */
  label?: string;
}): JSX.Element {
  const weak = () => (props.value === "" ? undefined : props.confer.judgePassphrase(props.value));
  return (
    <>
      <PasswordInput
        id={ID}
        label={props.label ?? "Choose a passphrase"}
        hint="At least 15 characters. Four or five words that do not belong together are strong and easy to remember. It never leaves this device, so nobody can reset it for you."
        autocomplete="new-password"
        value={props.value}
        onInput={props.onInput}
        error={props.error}
      />
      <p class="govuk-body confer-judgement" role="status">
        <Show when={props.value !== ""}>
          <Show when={weak()} fallback="This passphrase is good.">
            {(reason) =>
              reason() === "short" ? "Keep going: a little longer." : `${weakPassphrase(reason())}.`
            }
          </Show>
        </Show>
      </p>
    </>
  );
}
