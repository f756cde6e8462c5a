/** What the server would not do about reminders, in words. */
import type { NoticeProblem } from "../../app/noticeProblem.ts";
import type { ProblemWords } from "./problemWords.ts";

const SAFE = "Nothing else was changed.";

export const NOTICE_PROBLEMS: Record<NoticeProblem["reason"], ProblemWords> = {
  "wrong-code": {
    title: "That is not the code in the mail",
    safe: SAFE,
    next: "Enter the 8 figures from the newest mail. After five wrong tries a new code is needed.",
  },
  "code-spent": {
    title: "That code no longer works",
    safe: SAFE,
    next: "A code works for an hour and for five tries. Send a new one to your address.",
  },
  "too-soon": {
    title: "That was done too often in a short time",
    safe: SAFE,
    next: "Wait a few minutes and try again.",
  },
  "no-mail": {
    title: "This server sends no mail",
    safe: SAFE,
    next: "Choose notices on this device instead, or ask the people who look after the server to set up mail.",
  },
  "unknown-push-service": {
    title: "The server does not know the service through which this browser takes notices",
    safe: SAFE,
    next: "Choose mail instead, or use Chrome, Edge, Firefox or Safari. The people who look after the server can add a service.",
  },
  "not-offered": {
    title: "This server does not send reminders yet",
    safe: SAFE,
    next: "It is older than the app. Save your dates as a calendar file in the meantime.",
  },
};
