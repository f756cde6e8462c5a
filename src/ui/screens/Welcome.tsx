import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Details } from "../kit/Details.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { readLink } from "../words/link.ts";
import { Errors } from "./parts/Errors.tsx";
import { createFieldErrors } from "./parts/fieldErrors.ts";
import { Form } from "./parts/Form.tsx";

/** Nobody belongs to this device yet. A pasted link is opened as if it had been pressed. */
export function Welcome(props: { lost: boolean }): JSX.Element {
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
        <Notice tone="warn" title="This browser has cleared what Confer kept on this device">
          <p>
            Everything that had been sent is safe on the server. What had not been sent is lost. Ask your
            co-ordinator for a new invite link, and colleagues can share your cases with you again.
          </p>
        </Notice>
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
      <Details summary="I have used Confer before on this device">
        <p>
          What it kept here is gone: this browser’s data was cleared, or this is another browser. What had
          been sent is safe on the server. Ask your co-ordinator for a new invite link.
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
