/**
 * Sends what is in the outbox, and writes down what became of it. A parcel is claimed before it is sent and struck
 * off after: a process that dies between the two leaves it to whoever asks once the claim is over.
 */
import type { NoticeReading, NoticesStore, Parcel, Way } from "../store/noticesPort.ts";
import { mayGo, waitAfter } from "./due.ts";
import type { Letter, Mailer } from "./mail.ts";
import type { Pusher, PushOutcome } from "./push.ts";
import { codeMail, digestMail, type MailText, sentenceOf, TRY_SENTENCE, tryMail } from "./sentences.ts";

export type DeliveryParts = {
  readonly notices: NoticesStore;
  readonly now: () => number;
  /** As people type it. */
  readonly origin: () => string;
  /** Undefined where the settings name no mail server. */
  readonly mailer: Mailer | undefined;
  readonly pusher: Pusher;
};
/** How many became what, for the log. */
export type Delivered = { sent: number; failed: number };

/** Longer than one attempt can take: see the limits in mail.ts and push.ts. */
export const CLAIM_MS = 5 * 60_000;
/** At a time, so that a mail server that does not answer holds up few of them beyond their claim. */
const TOGETHER = 4;
/** How soon to look again whether something may go that came on a day off or in quiet hours. */
const HELD_MS = 15 * 60_000;

type Outcome = PushOutcome | "held" | "unwanted";

/** Everything whose time has come, by one way, until there is nothing more or the server stops. */
export async function deliver(parts: DeliveryParts, way: Way, isStopped: () => boolean): Promise<Delivered> {
  const total = { sent: 0, failed: 0 };
  if (way === "mail" && !parts.mailer) return total;
  while (!isStopped()) {
    const nowMs = parts.now();
    const claimed = await parts.notices.claim(way, nowMs, nowMs + CLAIM_MS, TOGETHER);
    if (claimed.length === 0) return total;
    const outcomes = await Promise.all(
      claimed.map(async (parcel) => settle(parts, parcel, await attempt(parts, parcel))),
    );
    total.sent += outcomes.filter((outcome) => outcome === "sent").length;
    total.failed += outcomes.filter((outcome) => outcome === "later" || outcome === "refused").length;
  }
  return total;
}

async function attempt(parts: DeliveryParts, parcel: Parcel): Promise<Outcome> {
  const reading = parts.notices.look(parcel.partnership, parcel.user);
  const { choices } = await reading.person();
  if (parcel.kind === "digest") {
    if (!choices[parcel.way]) return "unwanted";
    if (!mayGo(parcel.way, choices, parts.now())) return "held";
  }
  return parcel.way === "mail" ? mail(parts, parcel, reading) : push(parts, parcel, reading);
}

async function mail(parts: DeliveryParts, parcel: Parcel, reading: NoticeReading): Promise<Outcome> {
  const { address, code } = await reading.person();
  const written = parcel.kind === "code" ? code && codeMail(code.text) : letterOf(parts, parcel);
  if (!parts.mailer || !address || !written || address.confirmed === (parcel.kind === "code"))
    return "unwanted";
  if (parcel.kind === "code" && code && code.untilMs <= parts.now()) return "unwanted";
  const messageId = `${parcel.id}@${new URL(parts.origin()).hostname}`;
  const letter: Letter = { ...written, to: address.text, messageId, madeMs: parcel.madeMs };
  return parts.mailer.send(letter);
}

const letterOf = (parts: DeliveryParts, { kind, counts }: Parcel): MailText =>
  kind === "try" ? tryMail(parts.origin()) : digestMail(counts, parts.origin());

async function push(
  { pusher }: DeliveryParts,
  { to, kind, counts }: Parcel,
  reading: NoticeReading,
): Promise<Outcome> {
  const device = (await reading.devices()).find(({ id }) => id === to);
  if (!device) return "unwanted";
  const body = kind === "try" ? TRY_SENTENCE : sentenceOf(counts);
  return pusher.send(device, { body, count: counts.overdue + counts.due });
}

async function settle({ notices, now }: DeliveryParts, parcel: Parcel, outcome: Outcome): Promise<Outcome> {
  switch (outcome) {
    case "sent":
      await notices.markSent(parcel, now());
      break;
    case "refused":
      await notices.markFailed(parcel, "refused", now());
      break;
    case "later": {
      const tries = parcel.tries + 1;
      const wait = waitAfter(tries);
      if (wait === undefined) await notices.markFailed(parcel, "unreachable", now());
      else await notices.putOff(parcel, now() + wait, tries);
      break;
    }
    case "held":
      await notices.putOff(parcel, now() + HELD_MS, parcel.tries);
      break;
    case "gone":
      await notices.withPerson(parcel.partnership, parcel.user, (tx) => tx.dropDevice(parcel.to));
      break;
    case "unwanted":
      await notices.removeParcel(parcel);
      break;
  }
  return outcome;
}
