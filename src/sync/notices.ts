/** One request each for what the server knows of a person's reminders: noticesProtocol.ts. */
import type { UserId } from "../domain/ids.ts";
import {
  type CalendarDay,
  type Choices,
  FailedReply,
  NoticeState,
  type PushSubscriptionRequest,
  RemindersReply,
  type RemindersRequest,
  SentReply,
  type SentRequest,
} from "./noticesProtocol.ts";
import { PROTOCOL_VERSION } from "./protocol.ts";
import type { ServerSession } from "./session.ts";
import type { Answer, Transport } from "./transport.ts";

export type PushTo = Omit<PushSubscriptionRequest, "version">;
export type FailedNotice = {
  readonly user: UserId;
  readonly way: "mail" | "push";
  readonly sinceMs: number;
  readonly reason: "refused" | "unreachable";
};

export type NoticeLine = {
  read(): Promise<Answer<NoticeState>>;
  choose(choices: Choices): Promise<Answer<NoticeState>>;
  sendCode(address: string): Promise<Answer<NoticeState>>;
  confirm(code: string): Promise<Answer<NoticeState>>;
  forgetAddress(): Promise<Answer<NoticeState>>;
  push(to: PushTo): Promise<Answer<NoticeState>>;
  endPush(endpoint: string): Promise<Answer<NoticeState>>;
  tryNow(): Promise<Answer<NoticeState>>;
  register(reminders: Pick<RemindersRequest, "set" | "drop">): Promise<Answer<{ readonly refused: number }>>;
  sent(of: SentRequest["of"]): Promise<Answer<Pick<SentReply, "sent">>>;
  calendar(days: readonly CalendarDay[]): Promise<Answer<NoticeState>>;
  endCalendar(): Promise<Answer<NoticeState>>;
  failed(): Promise<Answer<{ readonly failed: readonly FailedNotice[] }>>;
};

export function makeNoticeLine(transport: Transport, session: ServerSession): NoticeLine {
  const version = PROTOCOL_VERSION;
  const put = (path: string, body: object) =>
    session.call(() => transport.put(`/notices/${path}`, { version, ...body }, NoticeState));
  const post = (path: string, body: object) =>
    session.call(() => transport.post(`/notices/${path}`, { version, ...body }, NoticeState));
  const remove = (path: string, body?: object) =>
    session.call(() => transport.remove(`/notices/${path}`, body && { version, ...body }, NoticeState));
  return {
    read: () => session.call(() => transport.get("/notices", NoticeState)),
    choose: (choices) => put("choices", { choices }),
    sendCode: (address) => put("address", { address }),
    confirm: (code) => post("address/confirm", { code }),
    forgetAddress: () => remove("address"),
    push: (to) => put("push", to),
    endPush: (endpoint) => remove("push", { endpoint }),
    tryNow: () => post("try", {}),
    register: ({ set, drop }) =>
      session.call(() => transport.post("/notices/reminders", { version, set, drop }, RemindersReply)),
    sent: (of) => session.call(() => transport.post("/notices/reminders/sent", { version, of }, SentReply)),
    calendar: (days) => put("calendar", { days }),
    endCalendar: () => remove("calendar"),
    failed: () => session.call(() => transport.get("/notices/failed", FailedReply)),
  };
}
