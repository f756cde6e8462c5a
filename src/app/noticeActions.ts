/** What a person does about their reminders. Each asks the server and shows what it then says. */
import type { NoticeLine } from "../sync/notices.ts";
import type { NoticeState } from "../sync/noticesProtocol.ts";
import type { Answer, TransportFault } from "../sync/transport.ts";
import { problemOfFault } from "./faults.ts";
import type { NoticeProblem } from "./noticeProblem.ts";
import type { NoticeActions } from "./noticeTypes.ts";
import type { Outcome, Problem } from "./outcome.ts";
import type { Reminders } from "./reminders.ts";

export function makeNoticeActions(reminders: Reminders, line: NoticeLine): NoticeActions {
  const taken = async (
    asked: Promise<Answer<NoticeState>>,
    refusals: Readonly<Partial<Record<string, NoticeProblem["reason"]>>> = {},
  ): Promise<Outcome> => {
    const answer = await asked;
    if (!answer.ok) return { ok: false, problem: problemOf(answer.fault, refusals) };
    reminders.take(answer.value);
    return { ok: true, value: undefined };
  };
  return {
    notices: reminders.notices,
    failedNotices: reminders.failed,
    readNotices: () => taken(line.read()),
    chooseNotices: (choices) => taken(line.choose(choices)),
    sendCode: (address) => taken(line.sendCode(address), { unavailable: "no-mail" }),
    confirmAddress: (code) => taken(line.confirm(code)),
    forgetAddress: () => taken(line.forgetAddress()),
    takePush: (to) => taken(line.push(to), { "not-allowed": "unknown-push-service" }),
    endPush: (endpoint) => taken(line.endPush(endpoint)),
    tryNotices: () => taken(line.tryNow()),
    shareCalendar: async (on) =>
      taken(on ? line.calendar(await reminders.calendarDays()) : line.endCalendar()),
    myDates: () => reminders.myDates(),
  };
}

const REFUSALS: Readonly<Partial<Record<string, NoticeProblem["reason"]>>> = {
  "wrong-code": "wrong-code",
  "code-spent": "code-spent",
  "too-many": "too-soon",
  "not-found": "not-offered",
};

function problemOf(
  fault: TransportFault,
  own: Readonly<Partial<Record<string, NoticeProblem["reason"]>>>,
): Problem {
  const reason = fault.kind === "refused" ? (own[fault.code] ?? REFUSALS[fault.code]) : undefined;
  return reason === undefined ? problemOfFault(fault) : { kind: "notices", reason };
}
