import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Problem, Session } from "../../../app/api.ts";
import { createAct } from "../../act.ts";
import { dayOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Details } from "../../kit/Details.tsx";
import { FilePicker } from "../../kit/FilePicker.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { SummaryList } from "../../kit/SummaryList.tsx";
import { createServerNow } from "../../thisDevice.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";

const SOON_MS = 30 * 86_400_000;
/** Of a key and a few certificates: whatever is larger is something else. */
const LARGEST_BYTES = 200_000;

/** Signs PDFs of minutes as the organisation, for those who lead. The key is kept on this device alone. */
export function OwnCertificate(props: { session: Session }): JSX.Element {
  const [kept, { refetch }] = createResource(() => props.session.ownCertificate());
  const [said, setSaid] = createSignal("");
  const [unread, setUnread] = createSignal<Problem>();
  const keep = createAct((pem: string) => props.session.keepOwnCertificate(pem));
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setSaid("");
    setUnread(undefined);
    if (files.some(({ size }) => size > LARGEST_BYTES))
      return void setUnread({ kind: "certificate", reason: "unreadable" });
    const texts = await Promise.all(files.map((file) => file.text()));
    if ((await keep.run(texts.join("\n"))) === undefined) return;
    setSaid("Kept. PDFs of minutes made on this device are signed with it from now on.");
    await refetch();
  };
  const drop = async (): Promise<void> => {
    await props.session.dropOwnCertificate();
    setSaid("Removed. PDFs are signed with this device’s own key again.");
    await refetch();
  };
  return (
    <>
      <h2 class="govuk-heading-m">Certificate of your organisation</h2>
      <p class="govuk-body">
        With one, PDFs of minutes made on this device show your organisation’s name as the signer in a PDF
        reader. Without one, they are signed with a key of this device, which names nobody.
      </p>
      <Switch>
        <Match when={kept.latest?.kind === "unreadable"}>
          <Notice tone="bad" title="The certificate that is kept here cannot be read">
            Choose it again, or remove it. No PDF of minutes can be made until then.
          </Notice>
        </Match>
        <Match when={kept.latest?.kind === "kept" && kept.latest}>
          {(own) => <Kept facts={own().facts} session={props.session} />}
        </Match>
      </Switch>
      <ProblemNotice problem={unread() ?? keep.problem()} />
      <div class="confer-actions">
        <FilePicker
          id="own-certificate"
          kind="secondary"
          accept=".pem,.crt,.cer,.key,.txt"
          multiple={true}
          onFiles={(files) => void take(files)}
        >
          {kept.latest?.kind === "none" ? "Choose a certificate and its key" : "Choose another"}
        </FilePicker>
        <Show when={kept.latest !== undefined && kept.latest.kind !== "none"}>
          <Button kind="link" onClick={() => void drop()}>
            Remove the certificate
          </Button>
        </Show>
      </div>
      <p class="govuk-body" role="status">
        {said()}
      </p>
      <HowToGetIt />
    </>
  );
}

type Facts = Extract<Awaited<ReturnType<Session["ownCertificate"]>>, { kind: "kept" }>["facts"];

function Kept(props: { facts: Facts; session: Session }): JSX.Element {
  const nowMs = createServerNow(props.session);
  const left = () => props.facts.untilMs - nowMs();
  return (
    <>
      <Show when={left() < 0}>
        <Notice tone="bad" title="This certificate has run out">
          No PDF of minutes can be made with it. Choose a new one, or remove it.
        </Notice>
      </Show>
      <Show when={left() >= 0 && left() < SOON_MS}>
        <Notice tone="warn" title="This certificate runs out soon">
          Ask whoever issues your certificates for a new one.
        </Notice>
      </Show>
      <SummaryList
        rows={[
          { key: "Signs as", value: props.facts.name },
          {
            key: "Issued by",
            value:
              props.facts.issuer === props.facts.name ? "Itself: no reader trusts it" : props.facts.issuer,
          },
          { key: "Valid until", value: dayOf(props.facts.untilMs) },
        ]}
      />
    </>
  );
}

function HowToGetIt(): JSX.Element {
  return (
    <Details summary="How to get the file">
      <p>
        Ask the people who look after your organisation’s certificates for one that signs documents, with a
        key on the curve P-256 or an RSA key, as text (PEM): the private key without a password, then the
        certificate, then those that it was issued under.
      </p>
      <p>If they have a “.p12” or “.pfx” file, this turns it into one that can be chosen here:</p>
      <p>
        <code class="confer-password-text">
          openssl pkcs12 -in organisation.p12 -nodes -out organisation.pem
        </code>
      </p>
      <p>
        The file is the key: whoever has it can sign as your organisation. Delete it once it is kept here.
        Confer keeps it encrypted on this device, and never sends it anywhere.
      </p>
    </Details>
  );
}
