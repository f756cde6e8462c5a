import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { NoticeState } from "../../app/noticeTypes.ts";
import { isMailAddress } from "../../domain/mailAddress.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors } from "../screens/parts/fieldErrors.ts";
import { Form } from "../screens/parts/Form.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

/** An address counts once a code that was mailed to it has been given back: nobody else is written to by mistake. */
export function MailAddress(props: { session: Session; state: NoticeState }): JSX.Element {
  const forget = createAct(() => props.session.forgetAddress());
  const remove = (text: string): JSX.Element => (
    <>
      <ProblemNotice problem={forget.problem()} />
      <div class="confer-actions">
        <Button kind="link" busy={forget.busy()} onClick={() => void forget.run()}>
          {text}
        </Button>
      </div>
    </>
  );
  return (
    <Show
      when={props.state.mailOffered}
      fallback={
        <p class="govuk-body">This server sends no mail yet. Those who look after it can set it up.</p>
      }
    >
      <Show when={props.state.mailFailing}>
        <Notice tone="warn" title="The last mail to you could not be delivered">
          <p>Check the address below. If it is right, ask your own mail people whether they hold it back.</p>
        </Notice>
      </Show>
      <Show when={props.state.address} fallback={<AskForAddress session={props.session} />}>
        {(address) => (
          <Show
            when={address().confirmed}
            fallback={
              <>
                <ConfirmCode session={props.session} address={address().text} />
                {remove("Use another address")}
              </>
            }
          >
            <p class="govuk-body">
              Reminders go to <strong>{address().text}</strong>.
            </p>
            {remove("Stop sending mail there")}
          </Show>
        )}
      </Show>
    </Show>
  );
}

const ADDRESS = "notice-address";
const CODE = "notice-code";

function AskForAddress(props: { session: Session }): JSX.Element {
  const [address, setAddress] = createSignal("");
  const errors = createFieldErrors();
  const act = createAct(() => props.session.sendCode(address().trim()));
  const send = (): void => {
    const right = isMailAddress(address().trim());
    const text = "Enter an email address, like name@example.org";
    if (errors.check([right ? undefined : { fieldId: ADDRESS, text }])) void act.run();
  };
  return (
    <>
      <Errors of={errors} />
      <ProblemNotice problem={act.problem()} />
      <Form submitText="Send me a code" submitKind="secondary" busy={act.busy()} onSubmit={send}>
        <TextInput
          id={ADDRESS}
          label="Your email address at work"
          hint="A code goes there first, so that nobody else is written to by mistake."
          type="email"
          inputMode="email"
          autocomplete="email"
          width={30}
          value={address()}
          onInput={setAddress}
          error={errors.of(ADDRESS)}
        />
      </Form>
    </>
  );
}

function ConfirmCode(props: { session: Session; address: string }): JSX.Element {
  const [code, setCode] = createSignal("");
  const [said, setSaid] = createSignal("");
  const errors = createFieldErrors();
  const figures = (): string => code().replaceAll(/[\s-]/g, "");
  const act = createAct(() => props.session.confirmAddress(figures()));
  const again = createAct(() => props.session.sendCode(props.address));
  const confirm = (): void => {
    const right = /^\d{8}$/.test(figures());
    const text = "Enter the 8 figures from the mail";
    if (errors.check([right ? undefined : { fieldId: CODE, text }])) void act.run();
  };
  return (
    <>
      <Errors of={errors} />
      <ProblemNotice problem={act.problem() ?? again.problem()} />
      <p class="govuk-body">
        A mail with a code is on its way to <strong>{props.address}</strong>. Nothing else goes there until
        you have entered it.
      </p>
      <Form
        submitText="Confirm"
        submitKind="secondary"
        busy={act.busy()}
        onSubmit={confirm}
        more={
          <Button
            kind="link"
            busy={again.busy()}
            onClick={() => void again.run().then((done) => done && setSaid("A new code is on its way."))}
          >
            Send a new code
          </Button>
        }
      >
        <TextInput
          id={CODE}
          label="Code"
          hint="8 figures. It works for an hour."
          inputMode="numeric"
          autocomplete="one-time-code"
          width={10}
          value={code()}
          onInput={setCode}
          error={errors.of(CODE)}
        />
      </Form>
      <p class="govuk-body-s" role="status">
        {said()}
      </p>
    </>
  );
}
