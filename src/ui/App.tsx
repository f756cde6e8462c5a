/** One screen per stage. The way to the unlock screen is kept small; everything else is fetched when needed. */
import { createSignal, ErrorBoundary, lazy, onCleanup, Show, Suspense } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome } from "../app/api.ts";
import type { Confer, Enrolment, Stage } from "../app/stages.ts";
import { Page } from "./kit/Page.tsx";
import { SkipLink } from "./kit/SkipLink.tsx";
import { TopBar } from "./kit/TopBar.tsx";
import { createPlaceKeeper } from "./place.ts";
import { Broken } from "./screens/Broken.tsx";
import { Starting } from "./screens/Starting.tsx";
import { Unlock } from "./screens/Unlock.tsx";
import { UpdateBanner } from "./screens/parts/UpdateBanner.tsx";
import type { AppUpdate } from "./update.ts";

const OpenApp = lazy(async () => ({ default: (await import("./OpenApp.tsx")).OpenApp }));
const Welcome = lazy(async () => ({ default: (await import("./screens/Welcome.tsx")).Welcome }));
const SetUp = lazy(async () => ({ default: (await import("./screens/SetUp.tsx")).SetUp }));
const Join = lazy(async () => ({ default: (await import("./screens/Join.tsx")).Join }));
const Unsupported = lazy(async () => ({ default: (await import("./screens/Unsupported.tsx")).Unsupported }));
const StorageLost = lazy(async () => ({ default: (await import("./screens/StorageLost.tsx")).StorageLost }));
const RecoveryCode = lazy(async () => ({
  default: (await import("./screens/RecoveryCode.tsx")).RecoveryCode,
}));

/** A stage, or the recovery code that must be seen between set-up or join and the first opening. */
type Shown =
  | Stage
  | { readonly kind: "recovery-code"; readonly code: string; readonly imported: Enrolment["imported"] };

export function App(props: { confer: Confer; update: AppUpdate }): JSX.Element {
  const place = createPlaceKeeper();
  const { stage } = props.confer;
  const [shown, setShown] = createSignal<Shown>(stage.value);
  const [recovered, setRecovered] = createSignal(false);
  // While keys are made, and while their code is on show, stages come and go beneath.
  let enrolling = false;

  const follow = (next: Stage): void => {
    if (enrolling && next.kind !== "open") return;
    enrolling = false;
    const before = shown();
    if (before.kind === "open" && next.kind === "locked") place.remember();
    setShown(next);
    if (before.kind === "locked" && next.kind === "open") place.restore();
  };
  onCleanup(stage.subscribe(follow));

  const enrol = async (begin: () => Promise<Outcome<Enrolment>>): Promise<Outcome<Enrolment>> => {
    enrolling = true;
    const outcome = await begin().catch(() => ({ ok: false, problem: { kind: "unexpected" } }) as const);
    if (outcome.ok) {
      const { recoveryCode: code, imported } = outcome.value;
      setShown({ kind: "recovery-code", code, imported });
    } else enrolling = false;
    return outcome;
  };

  const screenOf = (now: Shown): JSX.Element => {
    switch (now.kind) {
      case "starting":
        return <Starting />;
      case "unsupported":
        return <Unsupported check={now.check} />;
      case "welcome":
        return <Welcome confer={props.confer} lost={now.lost} enrol={enrol} />;
      case "setup":
        return <SetUp confer={props.confer} secret={now.secret} enrol={enrol} />;
      case "join":
        return <Join confer={props.confer} link={now.link} enrol={enrol} />;
      case "recovery-code":
        return (
          <RecoveryCode
            confer={props.confer}
            code={now.code}
            imported={now.imported}
            onLocked={() => {
              enrolling = false;
              setShown(stage.value);
            }}
          />
        );
      case "locked":
        // Fetched while the passphrase is typed.
        void OpenApp.preload();
        return <Unlock confer={props.confer} stage={now} onRecovered={() => setRecovered(true)} />;
      case "storage-lost":
        return <StorageLost session={now.session} />;
      case "open":
        return (
          <OpenApp
            confer={props.confer}
            session={now.session}
            update={props.update}
            place={place}
            recovered={recovered()}
            onPassphraseChanged={() => setRecovered(false)}
          />
        );
    }
  };

  return (
    <>
      <SkipLink />
      <Show when={shown()} keyed>
        {(now) => (
          <>
            <Show when={now.kind !== "open"}>
              <TopBar />
              <UpdateBanner update={props.update} />
            </Show>
            <ErrorBoundary fallback={(error: unknown, retry) => <Broken error={error} retry={retry} />}>
              <Suspense fallback={<Waiting />}>{screenOf(now)}</Suspense>
            </ErrorBoundary>
          </>
        )}
      </Show>
    </>
  );
}

/** Between two screens, while the next one's program is read from this device. */
function Waiting(): JSX.Element {
  return (
    <Page title="Confer" takeFocus={false}>
      <p class="govuk-body">Opening.</p>
    </Page>
  );
}
