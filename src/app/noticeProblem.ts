/** Reminders: what may be refused. A part of the surface in api.ts. */

/** What the server would not do about reminders. */
export type NoticeProblem = {
  readonly kind: "notices";
  readonly reason:
    | "wrong-code"
    /** An hour or five tries have gone. */
    | "code-spent"
    | "too-soon"
    | "no-mail"
    | "unknown-push-service"
    /** It is older than this app. */
    | "not-offered";
};
