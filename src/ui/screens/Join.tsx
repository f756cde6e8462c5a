import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome } from "../../app/api.ts";
import type { Confer, Enrolment } from "../../app/stages.ts";
import { createAct } from "../act.ts";
import { Page } from "../kit/Page.tsx";
import { Errors } from "./parts/Errors.tsx";
import { NotLasting } from "./parts/NotLasting.tsx";
import { createFieldErrors } from "./parts/fieldErrors.ts";
import { Form } from "./parts/Form.tsx";
import { NewPassphrase, passphraseError } from "./parts/NewPassphrase.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";

/** Says what will happen before it asks for anything. */
export function Join(props: {
  confer: Confer;
  link: string;
  enrol: (enrolling: () => Promise<Outcome<Enrolment>>) => Promise<Outcome<Enrolment>>;
}): JSX.Element {
  const [passphrase, setPassphrase] = createSignal("");
  const errors = createFieldErrors();
  const act = createAct(() =>
    props.enrol(() => props.confer.join({ link: props.link, passphrase: passphrase() })),
  );
  const submit = (): void => {
    if (errors.check([passphraseError(props.confer, passphrase())])) void act.run();
  };
  return (
    <Page title="Join on this device" error={errors.list().length > 0}>
      <NotLasting confer={props.confer} />
      <Errors of={errors} />
      <ProblemNotice problem={act.problem()} />
      <p class="govuk-body">You have opened an invite. What will happen:</p>
      <ol class="govuk-list govuk-list--number">
        <li>You choose a passphrase. It unlocks Confer on this device.</li>
        <li>Confer makes your keys here and shows a recovery code once. Have a pen or a printer ready.</li>
        <li>
          Confer shows six words. You telephone your co-ordinator and read them out, so that both of you know
          nobody has come between.
        </li>
      </ol>
      <p class="govuk-body">This needs a connection, and takes about five minutes. The link works once.</p>
      <Form
        submitText="Join"
        busyText="Making your keys and telling the server. This can take a few seconds."
        busy={act.busy()}
        onSubmit={submit}
      >
        <NewPassphrase
          confer={props.confer}
          value={passphrase()}
          onInput={setPassphrase}
          error={errors.of("passphrase")}
        />
      </Form>
    </Page>
  );
}
