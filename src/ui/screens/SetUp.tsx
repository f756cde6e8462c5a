import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome } from "../../app/api.ts";
import type { Confer, Enrolment } from "../../app/stages.ts";
import { createAct } from "../act.ts";
import { Page } from "../kit/Page.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { Errors } from "./parts/Errors.tsx";
import { NotLasting } from "./parts/NotLasting.tsx";
import { createFieldErrors, needed } from "./parts/fieldErrors.ts";
import { Form } from "./parts/Form.tsx";
import { NewPassphrase, passphraseError } from "./parts/NewPassphrase.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";
import { ProfileFields, profileErrors, trimmedProfile } from "./parts/ProfileFields.tsx";

/** The first co-ordinator's first minutes: what the partnership is called, who they are, a passphrase. */
export function SetUp(props: {
  confer: Confer;
  secret: string;
  /** Carries the enrolment through to the recovery code. */
  enrol: (enrolling: () => Promise<Outcome<Enrolment>>) => Promise<Outcome<Enrolment>>;
}): JSX.Element {
  const [partnershipName, setPartnershipName] = createSignal("");
  const [purpose, setPurpose] = createSignal<string>();
  const [profile, setProfile] = createSignal({ name: "", agency: "", position: "" });
  const [passphrase, setPassphrase] = createSignal("");
  const errors = createFieldErrors();
  const act = createAct(() =>
    props.enrol(() =>
      props.confer.setUp({
        secret: props.secret,
        partnershipName: partnershipName().trim(),
        demonstration: purpose() === "demonstration",
        profile: trimmedProfile(profile()),
        passphrase: passphrase(),
      }),
    ),
  );
  const submit = (): void => {
    const right = errors.check([
      needed("partnership", partnershipName(), "Enter a name for the partnership"),
      purpose() === undefined ? { fieldId: "purpose", text: "Choose what this is for" } : undefined,
      ...profileErrors(profile(), "your"),
      passphraseError(props.confer, passphrase()),
    ]);
    if (right) void act.run();
  };
  return (
    <Page title="Set up Confer" error={errors.list().length > 0}>
      <NotLasting confer={props.confer} />
      <Errors of={errors} />
      <ProblemNotice problem={act.problem()} />
      <p class="govuk-body">
        You will be the first co-ordinator. This needs a connection. It makes your keys on this device, then
        shows you a recovery code: have a pen or a printer ready.
      </p>
      <Form
        submitText="Set up"
        busyText="Making your keys and telling the server. This can take a few seconds."
        busy={act.busy()}
        onSubmit={submit}
      >
        <TextInput
          id="partnership"
          label="Name of the partnership"
          hint="The agencies that share this server, as people know them"
          value={partnershipName()}
          onInput={setPartnershipName}
          error={errors.of("partnership")}
        />
        <Purpose value={purpose()} onChange={setPurpose} error={errors.of("purpose")} />
        <ProfileFields whose="your" value={profile()} onInput={setProfile} errors={errors} />
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

function Purpose(props: {
  value: string | undefined;
  onChange: (purpose: string) => void;
  error: string | undefined;
}): JSX.Element {
  return (
    <Radios
      id="purpose"
      label="What is this for?"
      options={[
        { value: "real", label: "Real work" },
        {
          value: "demonstration",
          label: "A demonstration, with invented people",
          hint: "Every screen says so. It cannot be changed later.",
        },
      ]}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
    />
  );
}
