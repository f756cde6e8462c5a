/** Hands mail in to the server that the settings name. The only user of nodemailer. */
import { createTransport } from "nodemailer";
import { isLocal } from "../local.ts";
import type { MailText } from "./sentences.ts";

/** `later`: worth trying again. `refused`: their mail server will never take it. */
export type MailOutcome = "sent" | "later" | "refused";
export type Letter = MailText & {
  readonly to: string;
  /** Without the angle brackets. The same at a second try, so that a repeat is known for one. */
  readonly messageId: string;
  readonly madeMs: number;
};
export type Mailer = { send(letter: Letter): Promise<MailOutcome>; close(): void };

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** `smtp`: "smtps://user:password@host:465", or "smtp://…", where TLS is then insisted on unless it is this machine. */
export function createMailer(smtp: string, from: string): Mailer {
  const url = new URL(smtp);
  const secure = url.protocol === "smtps:";
  const local = isLocal(url.hostname);
  const user = decodeURIComponent(url.username);
  const transport = createTransport({
    host: url.hostname.replaceAll(/[[\]]/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A mail server on this machine has no certificate that anybody signed.
    ...(secure ? {} : local ? { ignoreTLS: true } : { requireTLS: true }),
    ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, messageId, madeMs }) {
      try {
        await transport.sendMail({
          from: { name: "Confer", address: from },
          to: { name: "", address: to },
          subject,
          text,
          html,
          messageId: `<${messageId}>`,
          date: new Date(madeMs),
          // Says to other machines that nobody wrote it: no "out of office" in answer. RFC 3834.
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return "sent";
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Refused for good only where it was about this letter: a wrong password of ours will be put right. RFC 5321, 4.2.1. */
function outcomeOf(error: unknown): MailOutcome {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  const forGood = typeof responseCode === "number" && responseCode >= 500;
  return forGood && (command === "RCPT TO" || command === "DATA") ? "refused" : "later";
}
