import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { TaskList, type Task } from "../../kit/TaskList.tsx";
import { createLive, createSteady } from "../../live.ts";
import { itemHref } from "../../routes.ts";
import { caseTitle } from "../../words/cases.ts";
import type { OpenMeeting } from "../MeetingGate.tsx";
import {
  type CaseToPrepare,
  caseState,
  casesToPrepare,
  noteState,
  readState,
  type State,
} from "./prepareWords.ts";

/** For somebody who is asked to come: what is left to do before it, then each case. Nothing for anybody else. */
export function MemberTasks(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const me = createLive(props.session.me);
  const cases = createMemo(() => casesToPrepare(props.open.view(), me().user));
  const hrefOf = (each: CaseToPrepare | undefined, tab = ""): string | undefined =>
    each?.heard && itemHref(props.open.key, each.item.item) + tab;
  const first = (isLeft: (each: CaseToPrepare) => boolean) =>
    cases().find((each) => each.heard && isLeft(each)) ?? cases().find(({ heard }) => heard);
  const apologies = (): State =>
    props.open.view().me?.apologies
      ? { text: "Apologies sent", toDo: false }
      : { text: "You are expected", toDo: false };
  const toDo = createSteady(
    () => [
      ...(cases().length === 0
        ? []
        : [
            task("read", "Read the cases", hrefOf(first(({ read }) => !read)), readState(cases())),
            task(
              "notes",
              "Say what your agency knows",
              hrefOf(
                first(({ note }) => !note),
                "?tab=agencies",
              ),
              noteState(cases()),
            ),
          ]),
      task("apologies", "If you cannot come", props.open.href("apologies"), apologies()),
    ],
    ({ key }) => key,
  );
  const rows = createSteady(
    () =>
      cases().map((each) => ({
        ...task(each.item.item, titleOf(each), hrefOf(each), caseState(each)),
        hint: each.item.reference,
      })),
    ({ key }) => key,
  );
  return (
    <Show when={props.open.view().me}>
      <h2 class="govuk-heading-m">What you can do before it</h2>
      <TaskList id="prepare" tasks={toDo()} />
      <Show when={rows().length > 0}>
        <h2 class="govuk-heading-m">Cases you are asked for</h2>
        <TaskList id="prepare-cases" tasks={rows()} />
      </Show>
    </Show>
  );
}

const titleOf = ({ item, heard }: CaseToPrepare): string =>
  heard ? caseTitle(heard.summary) : (item.reference ?? "A case");

const task = (key: string, title: string, href: string | undefined, { text, toDo }: State): Task => ({
  key,
  title,
  href,
  status: toDo ? { text, tone: "warn" } : { text },
});
