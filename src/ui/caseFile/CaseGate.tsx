import { useParams } from "@solidjs/router";
import { createMemo, onCleanup, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { CaseView, Session } from "../../app/api.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { caseHref, scopeOf } from "../routes.ts";
import { createLive } from "../live.ts";

export type OpenCase = {
  readonly scope: ScopeId;
  readonly view: Accessor<CaseView>;
  /** "/case/3/check" for "check". */
  readonly href: (rest?: string) => string;
};

/** Opens the case that the address names, keeps it up to date, and says so plainly when there is none. */
export function CaseGate(props: {
  session: Session;
  /** Of the page that is coming, for while the case is read. */
  title: string;
  children: (given: OpenCase) => JSX.Element;
}): JSX.Element {
  const params = useParams();
  const scope = createMemo(() => scopeOf(params["case"]));
  return (
    <Show when={scope()} keyed fallback={<NoCase />}>
      {(found) => <WatchedCase {...props} scope={found} />}
    </Show>
  );
}

/** One case, kept up to date while it is shown. */
export function WatchedCase(props: {
  session: Session;
  title: string;
  scope: ScopeId;
  children: (given: OpenCase) => JSX.Element;
}): JSX.Element {
  const watched = props.session.watchCase(props.scope);
  onCleanup(() => watched.close());
  const view = createLive(watched.view);
  const ready = createMemo(() => view() !== undefined);
  // The screen outlives a moment without the case: it keeps what it last showed.
  const latest = createMemo<CaseView | undefined>((before) => view() ?? before);
  return (
    <Show
      when={ready() || latest() !== undefined}
      fallback={
        <Page title={props.title} takeFocus={false}>
          <p class="govuk-body" role="status">
            Reading the case on this device.
          </p>
        </Page>
      }
    >
      {props.children({
        scope: props.scope,
        view: latest as Accessor<CaseView>,
        href: (rest) => caseHref(props.scope, rest),
      })}
    </Show>
  );
}

/** After a reload the numbers in addresses start again. */
function NoCase(): JSX.Element {
  return (
    <Page title="This page is not open any more">
      <p class="govuk-body">
        The address belongs to an earlier visit. Nothing is lost: every case on this device is in your list.
      </p>
      <ButtonLink href="/">Go to your list</ButtonLink>
    </Page>
  );
}
