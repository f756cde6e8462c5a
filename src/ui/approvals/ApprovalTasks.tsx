import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import {
  type ApprovalState,
  approvalState,
  askedApprovals,
  heldFor,
  stateText,
} from "../../forms/approvals.ts";
import { approvalPath } from "../../forms/approvalItems.ts";
import type { Approval } from "../../forms/definition/approval.ts";
import type { Tone } from "../kit/Tag.tsx";
import { type Task, TaskList } from "../kit/TaskList.tsx";
import { createSteady } from "../live.ts";
import type { OpenForm } from "../referral/DraftGate.tsx";

const STATES: Record<ApprovalState["kind"], { text: string; tone?: Tone }> = {
  notAsked: { text: "Not asked", tone: "info" },
  asked: { text: "Asked", tone: "info" },
  sentBack: { text: "Sent back", tone: "warn" },
  approved: { text: "Approved" },
  consulted: { text: "Answered" },
  reason: { text: "Reason given" },
};

/** On the task list: one row for everybody whose agreement or view the panel wants; nothing where it wants none. */
export function ApprovalTasks(props: { open: OpenForm }): JSX.Element {
  const { open } = props;
  const taskOf = (approval: Approval): Task => {
    const state = approvalState(heldFor(approval.key, open.view().approvals));
    return {
      key: approval.key,
      title: approval.label,
      href: open.href(approvalPath(approval.key)),
      hint: state.kind === "notAsked" ? undefined : stateText(state),
      status: STATES[state.kind],
    };
  };
  const approvals = createMemo(() =>
    askedApprovals({ definition: open.definition(), answers: open.view().answers, today: open.today }),
  );
  const tasks = createSteady(
    () => approvals().map(taskOf),
    ({ key }) => key,
  );
  return (
    <Show when={tasks().length > 0}>
      <h2 class="govuk-heading-m">Who has to agree first</h2>
      <TaskList id="approvals" tasks={tasks()} />
    </Show>
  );
}
