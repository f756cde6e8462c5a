import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { currentConsent } from "../../domain/consentPosition.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { ConsentRecord } from "../referral/consent/ConsentRecord.tsx";
import { ConsentTasks } from "../referral/consent/ConsentTasks.tsx";
import { positionWords } from "../referral/consent/consentWords.ts";
import { WhatFollows } from "../referral/consent/WhatFollows.tsx";
import type { OpenCase } from "./CaseGate.tsx";
import { dateWords, isoDayOf } from "./when.ts";

/**
 * Where consent stands and how it came to that. The referrer and the co-ordinator can add to it at any time: a
 * withdrawal first, and who was told of it.
 */
export function ConsentTab(props: { open: OpenCase }): JSX.Element {
  const today = isoDayOf(Date.now());
  const position = () => {
    const { file, definition } = props.open.view();
    return currentConsent(file.consent, definition?.subjects[0]?.key, today);
  };
  const words = () => positionWords(position());
  const mayAdd = (): boolean => props.open.view().summary.mine || props.open.view().mayDecide;
  return (
    <>
      <Notice tone={words().tone} title="Where it stands">
        {words().text}
      </Notice>
      <ConsentTasks position={position()} today={today} />
      <WhatFollows position={position()} />
      <AskWhetherItHolds open={props.open} givenOn={givenOn(position())} />
      <ConsentRecord consent={props.open.view().consent} />
      <Show when={mayAdd()}>
        <ButtonLink kind="secondary" href={props.open.href("consent")}>
          Record something about consent
        </ButtonLink>
      </Show>
    </>
  );
}

const givenOn = ({ answer }: ReturnType<typeof currentConsent>): string | undefined =>
  answer?.kind === "given" && answer.reviewOn === undefined ? answer.obtainedOn : undefined;

/** Where the panel set no time after which consent is asked for again, whoever leads is reminded [GAP-16]. */
function AskWhetherItHolds(props: { open: OpenCase; givenOn: string | undefined }): JSX.Element {
  return (
    <Show when={props.open.view().mayDecide && props.givenOn}>
      {(on) => (
        <p class="govuk-body">
          The panel has not set how long consent is good for. This was given on {dateWords(on())}: before the
          case is heard again, ask whether it still holds.
        </p>
      )}
    </Show>
  );
}
