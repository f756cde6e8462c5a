import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { currentConsent } from "../../domain/consentPosition.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { ConsentRecord } from "../referral/consent/ConsentOverview.tsx";
import { positionWords } from "../referral/consent/consentWords.ts";
import { isoDayOf } from "./when.ts";
import type { OpenCase } from "./CaseGate.tsx";

/** Where consent stands and how it came to that. The referrer can add to it at any time, a withdrawal first. */
export function ConsentTab(props: { open: OpenCase }): JSX.Element {
  const words = () => {
    const { file, definition } = props.open.view();
    return positionWords(currentConsent(file.consent, definition?.subjects[0]?.key, isoDayOf(Date.now())));
  };
  return (
    <>
      <Notice tone={words().tone} title="Where it stands">
        {words().text}
      </Notice>
      <ConsentRecord consent={props.open.view().consent} />
      <Show when={props.open.view().summary.mine}>
        <ButtonLink kind="secondary" href={props.open.href("consent")}>
          Record something about consent
        </ButtonLink>
      </Show>
    </>
  );
}
