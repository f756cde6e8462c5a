import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { mayFollow } from "../../domain/case/status.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import { createAct } from "../act.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { lengthProblem } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { TextArea } from "../kit/TextArea.tsx";

/** The referrer takes the referral back. Says what follows before it is done; nothing is deleted. */
export function WithdrawReferral(props: { session: Session; open: OpenCase }): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  const kept = createKeptDraft(props.session, `withdraw/${props.open.scope}`, { reason: "" });
  const [wrong, setWrong] = createSignal<string>();
  const withdraw = createAct(props.session.withdraw.bind(props.session));
  const offered = (): boolean => {
    const { summary, standing } = props.open.view();
    return summary.mine && mayFollow(standing.status, "withdrawn");
  };
  const draft = (): boolean => props.open.view().standing.status === "draft";
  const confirm = (): void => {
    const reason = kept.draft.reason.trim();
    setWrong(
      reason === ""
        ? "Say why you are withdrawing the referral"
        : lengthProblem(reason, MAX_PROSE, "The reason"),
    );
    if (wrong() !== undefined) return;
    void withdraw.run(props.open.scope, reason).then((done) => {
      if (!done) return;
      kept.clear();
      setAsking(false);
    });
  };
  return (
    <Show when={offered() && kept.ready()}>
      <p class="confer-no-print">
        <Button kind="link" onClick={() => setAsking(true)}>
          Withdraw this referral
        </Button>
      </p>
      <Dialog
        id="withdraw-referral"
        open={asking()}
        title="Withdraw this referral?"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="warning" busy={withdraw.busy()} onClick={confirm}>
              Withdraw it
            </Button>
            <Button kind="secondary" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </>
        }
      >
        <p>
          {draft()
            ? "It leaves your list of drafts and is not sent to the panel. What you wrote stays in its record."
            : "Everyone who can read it sees that you withdrew it, and why. What they have read stays read, and the record is kept."}
        </p>
        <TextArea
          id="withdraw-reason"
          label="Why are you withdrawing it?"
          rows={3}
          error={wrong()}
          value={kept.draft.reason}
          onInput={(text) => kept.set("reason", text)}
        />
        <ProblemNotice problem={withdraw.problem() ?? kept.problem()} />
      </Dialog>
    </Show>
  );
}
