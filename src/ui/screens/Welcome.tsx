import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome } from "../../app/api.ts";
import type { Confer, Enrolment, Lost } from "../../app/stages.ts";
import { CheckLink } from "../check/CheckLink.tsx";
import { Button } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { lostWords } from "../words/backup.ts";
import { readLink } from "../words/link.ts";
import { Errors } from "./parts/Errors.tsx";
import { createFieldErrors } from "./parts/fieldErrors.ts";
import { Form } from "./parts/Form.tsx";
import { Restore } from "./Restore.tsx";

/** Nobody belongs to this device yet. A pasted link is opened as if it had been pressed. */
export function Welcome(props: {
  confer: Confer;
  lost: Lost | undefined;
  enrol: (enrolling: () => Promise<Outcome<Enrolment>>) => Promise<Outcome<Enrolment>>;
}): JSX.Element {
  const [restoring, setRestoring] = createSignal(false);
  return (
    <Show when={restoring()} fallback={<Arrival lost={props.lost} onBackup={() => setRestoring(true)} />}>
      <Restore confer={props.confer} enrol={props.enrol} onBack={() => setRestoring(false)} />
    </Show>
  );
}

function Arrival(props: { lost: Lost | undefined; onBackup: () => void }): JSX.Element {
  const [link, setLink] = createSignal("");
  const errors = createFieldErrors();
  const open = (): void => {
    const read = readLink(link(), location.origin);
    if (!errors.check([read.ok ? undefined : { fieldId: "link", text: read.text }]) || !read.ok) return;
    // Only the part after # differs, so the browser would not load the page anew by itself.
    history.replaceState(null, "", read.path);
    location.reload();
  };
  // A link pasted into the address bar here changes only the part after #: the browser loads nothing anew.
  const reload = (): void => {
    if (/^#(join|setup)=/.test(location.hash)) location.reload();
  };
  onMount(() => addEventListener("hashchange", reload));
  onCleanup(() => removeEventListener("hashchange", reload));
  return (
    <Page title="Welcome to Confer" error={errors.list().length > 0}>
      <Errors of={errors} />
      <Show when={props.lost}>
        {(lost) => (
          <Notice tone="warn" title="This browser has lost what Confer kept on it">
            <For each={lostWords(lost())}>{(sentence) => <p>{sentence}</p>}</For>
            <Button kind="secondary" onClick={() => props.onBackup()}>
              I have a backup file
            </Button>
          </Notice>
        )}
      </Show>
      <p class="govuk-body">
        Confer is where agencies bring a complex case to a panel. You can write a referral anywhere, with or
        without a connection, and only the people it is shared with can read it.
      </p>
      <p class="govuk-body">
        To join on this device, ask your panel’s co-ordinator for an invite link, then press it or paste it
        here.
      </p>
      <Form submitText="Continue" busyText="Opening the link." busy={false} onSubmit={open}>
        <TextInput
          id="link"
          label="Your invite link"
          value={link()}
          onInput={setLink}
          error={errors.of("link")}
        />
      </Form>
      <Show when={props.lost === undefined}>
        <p class="govuk-body">
          <Button kind="link" onClick={() => props.onBackup()}>
            I have a backup file
          </Button>
        </p>
      </Show>
      <p class="govuk-body">
        Were you sent minutes? <CheckLink>Check whether they are the ones that were signed</CheckLink>
      </p>
      <Details summary="I have used Confer before on this device">
        <p>
          What it kept here is gone: this browser’s data was cleared, or this is another browser. What had
          been sent is safe on the server. If you saved a backup file, open it; otherwise ask your
          co-ordinator for a new invite link.
        </p>
        <p>
          On an iPhone or iPad, the app on the home screen and the browser keep separate data. Try the other.
        </p>
      </Details>
      <Details summary="I am setting up Confer for a partnership">
        <p>
          The server writes a set-up link when it starts for the first time. Open that link on the device of
          the first co-ordinator.
        </p>
      </Details>
    </Page>
  );
}
