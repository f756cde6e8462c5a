import { createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { ExportedPdf, Problem, Session } from "../../app/api.ts";
import type { DocumentModel } from "../../app/exportTypes.ts";
import { currentPassword } from "../../domain/passwords.ts";
import { FirstPage } from "../documents/FirstPage.tsx";
import { Button } from "../kit/Button.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { Radios } from "../kit/Radios.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { createServerNow } from "../thisDevice.ts";
import { MadePdf, type PdfWork } from "./MadePdf.tsx";
import { isoDayOf } from "./when.ts";

type State =
  | { readonly kind: "idle"; readonly said: string }
  | {
      readonly kind: "making";
      readonly done: number;
      readonly total: number;
      /** Let go with this state: when it is made, given up, or the page is left or locked. */
      readonly begins: DocumentModel | undefined;
    }
  | { readonly kind: "made"; readonly pdf: ExportedPdf };

type Making = Extract<State, { kind: "making" }>;

type Work = Pick<PdfWork, "make"> & {
  /** What is being made, at least as far as its first page: shown meanwhile. Asked for once `make` was. */
  begins(signal: AbortSignal): DocumentModel | undefined | Promise<DocumentModel | undefined>;
};

type Props = PdfWork &
  Work & {
    session: Session;
    /** The id of the panel whose document it is. */
    panel: string | undefined;
    /** Usually for one recipient: a password of its own is offered first. */
    forOne?: boolean;
  };

/** Making one, once at a time; what was made before is let go when another is begun. */
function createMaking(work: Work) {
  const [state, setState] = createSignal<State>({ kind: "idle", said: "" });
  const [problem, setProblem] = createSignal<Problem>();
  let stop: AbortController | undefined;
  onCleanup(() => stop?.abort());

  const make = async (oneOff: boolean): Promise<void> => {
    const mine = new AbortController();
    stop = mine;
    setProblem(undefined);
    setState({ kind: "making", done: 0, total: 0, begins: undefined });
    const show = (more: Partial<Pick<Making, "done" | "total" | "begins">>): void => {
      setState((now) => (mine.signal.aborted || now.kind !== "making" ? now : { ...now, ...more }));
    };
    try {
      const onProgress = (done: number, total: number): void => show({ done, total });
      const making = work.make({ oneOff, onProgress, signal: mine.signal });
      void preview(mine.signal).then((begins) => show({ begins }));
      const made = await making;
      if (mine.signal.aborted) return;
      if (made.ok) setState({ kind: "made", pdf: made.value });
      else fail(made.problem);
    } catch {
      if (!mine.signal.aborted) fail({ kind: "unexpected" });
    }
  };
  /** Nothing hangs on it: without it there is still the progress. */
  const preview = async (signal: AbortSignal): Promise<DocumentModel | undefined> => {
    try {
      return await work.begins(signal);
    } catch {
      return undefined;
    }
  };
  const fail = (why: Problem): void => {
    setProblem(why);
    setState({ kind: "idle", said: "" });
  };
  const cancel = (): void => {
    stop?.abort();
    setState({ kind: "idle", said: "Cancelled. No PDF was made." });
  };
  const finish = (): void => {
    setState({ kind: "idle", said: "The PDF is gone from this page." });
  };
  return { state, problem, make, cancel, finish };
}

/**
 * Makes an encrypted PDF. It opens with the panel's password of the month, which is never shown beside it, or with one
 * of its own for one recipient, which is handed over apart and kept nowhere. [ASH-76, ASH-77]
 */
export function ProtectedPdf(props: Props): JSX.Element {
  const { state, problem, make, cancel, finish } = createMaking(props);
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const current = () => {
    const panel = panels().find(({ definition }) => definition.id === props.panel);
    return panel && currentPassword(panel.passwords, isoDayOf(nowMs()));
  };
  const [choice, setChoice] = createSignal<string>(props.forOne === true ? "one-off" : "register");
  return (
    <section class="confer-take-out confer-no-print" aria-labelledby="pdf-title">
      <h2 class="govuk-heading-m" id="pdf-title">
        Protected PDF
      </h2>
      <Switch>
        <Match when={state().kind === "idle" && (state() as Extract<State, { kind: "idle" }>)}>
          {(idle) => (
            <>
              <Show
                when={current()}
                fallback={
                  <p class="govuk-body">
                    For somebody without this app. It opens only with a password, which is made new each time.
                  </p>
                }
              >
                {(password) => (
                  <>
                    <p class="govuk-body">For somebody without this app. It opens only with a password.</p>
                    <Radios
                      id="pdf-password"
                      label="Which password opens it?"
                      options={[
                        { value: "register", label: `The panel’s password for ${password().name}` },
                        { value: "one-off", label: "A new password, for one recipient only" },
                      ]}
                      value={choice()}
                      onChange={setChoice}
                    />
                  </>
                )}
              </Show>
              <ProblemNotice problem={problem()} />
              <Button kind="secondary" onClick={() => void make(choice() === "one-off")}>
                Make a protected PDF
              </Button>
              <p class="govuk-body" role="status">
                {idle().said}
              </p>
            </>
          )}
        </Match>
        <Match when={state().kind === "making" && (state() as Making)}>
          {(making) => (
            <>
              <ProgressBar
                id="pdf-progress"
                label="Making the PDF"
                value={making().done}
                max={Math.max(1, making().total)}
                text={progressWords(making())}
                onCancel={cancel}
              />
              <Show when={making().begins} keyed>
                {(document) => <FirstPage document={document} />}
              </Show>
            </>
          )}
        </Match>
        <Match when={state().kind === "made" && (state() as Extract<State, { kind: "made" }>)}>
          {(made) => <MadePdf record={props.record} pdf={made().pdf} onDone={finish} />}
        </Match>
      </Switch>
    </section>
  );
}

/** How many pages there will be is often not known before the last. */
function progressWords({ done, total }: { done: number; total: number }): string {
  if (done === 0) return "Starting";
  return total === 0 ? `Page ${done}` : `Page ${done} of ${total}`;
}
