import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Confer } from "../../app/stages.ts";
import { mayLead } from "../../domain/roles.ts";
import { createAct } from "../act.ts";
import { Details } from "../kit/Details.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { SummaryList } from "../kit/SummaryList.tsx";
import { createLive } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { initialsOf, rolesWords } from "../words/people.ts";
import { MyDevices } from "./parts/MyDevices.tsx";
import { Errors } from "./parts/Errors.tsx";
import { createFieldErrors } from "./parts/fieldErrors.ts";
import { Form } from "./parts/Form.tsx";
import { InstallHelp } from "./parts/InstallHelp.tsx";
import { OwnCertificate } from "./parts/OwnCertificate.tsx";
import { NewPassphrase, passphraseError } from "./parts/NewPassphrase.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";

export function Settings(props: {
  confer: Confer;
  session: Session;
  onPassphraseChanged: () => void;
}): JSX.Element {
  const me = createLive(props.session.me);
  const [passphrase, setPassphrase] = createSignal("");
  const [changed, setChanged] = createSignal(false);
  const errors = createFieldErrors();
  const act = createAct(() => props.session.changePassphrase(passphrase()));
  const submit = async (): Promise<void> => {
    setChanged(false);
    if (!errors.check([passphraseError(props.confer, passphrase())])) return;
    if ((await act.run()) === undefined) return;
    setPassphrase("");
    setChanged(true);
    props.onPassphraseChanged();
  };
  const profile = () => me().profile;
  return (
    <Page title="Settings" error={errors.list().length > 0}>
      <Errors of={errors} />
      <h2 class="govuk-heading-m">You</h2>
      <SummaryList
        rows={[
          { key: "Name", value: profile()?.name },
          { key: "Initials in the top bar", value: initialsOf(profile()?.name ?? "") },
          { key: "Agency", value: profile()?.agency },
          { key: "Position", value: profile()?.position },
          { key: "Roles", value: rolesWords(me().roles) },
        ]}
      />
      <p class="govuk-body">If any of it is wrong, tell your co-ordinator.</p>

      <h2 class="govuk-heading-m">Reminders</h2>
      <p class="govuk-body">
        By mail, by notices on this device, or in your calendar.{" "}
        <a class="govuk-link confer-target" href={PATTERNS.reminders}>
          Choose how you are reminded
        </a>
      </p>

      <h2 class="govuk-heading-m">Passphrase</h2>
      <ProblemNotice problem={act.problem()} />
      <Show when={changed()}>
        <Notice tone="good" title="Your passphrase is changed" live>
          <p>Use the new one from now on, on this device. Your recovery code stays the same.</p>
        </Notice>
      </Show>
      <Form
        submitText="Change passphrase"
        busyText="Changing your passphrase. This can take a few seconds."
        busy={act.busy()}
        onSubmit={() => void submit()}
      >
        <NewPassphrase
          confer={props.confer}
          label="New passphrase"
          value={passphrase()}
          onInput={setPassphrase}
          error={errors.of("passphrase")}
        />
      </Form>

      <Show when={mayLead(me().roles)}>
        <OwnCertificate session={props.session} />
      </Show>

      <h2 class="govuk-heading-m">Your devices</h2>
      <MyDevices devices={me().devices} />

      <h2 class="govuk-heading-m">This device</h2>
      <InstallHelp confer={props.confer} />
      <Details summary="Where is my work kept?">
        <p>
          On this device, encrypted, and on the server, encrypted too: the server cannot read it.{" "}
          <a href={PATTERNS.safety}>See whether it is safe</a>.
        </p>
      </Details>
    </Page>
  );
}
