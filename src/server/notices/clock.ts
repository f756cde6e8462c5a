/** The clock of notices: each minute, what is due is made and what is ready is sent. */
import { addDays } from "../../domain/days.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { describeFault, type Log } from "../log.ts";
import type { Way } from "../store/noticesPort.ts";
import { deliver, type DeliveryParts } from "./delivery.ts";
import { makeDigests, type MakingParts } from "./making.ts";

const DAY_MS = 86_400_000;
/** Sent notices are kept to know that they were; failed ones until somebody leading has seen them. */
const KEEP_SENT_MS = 7 * DAY_MS;
const KEEP_FAILED_MS = 90 * DAY_MS;
/** A reminder nobody took back: whoever owed it has left, or its case has. */
const KEEP_DUE_DAYS = 400;

export type Clock = {
  /** Everything that is due now. Never rejects: what went wrong is in the log. */
  tick(): Promise<void>;
  /** Sends what a request has just put in the outbox, without keeping its sender waiting. */
  sendSoon(): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
};

export function createClock(parts: MakingParts & DeliveryParts & { readonly log: Log }): Clock {
  const { log, notices, now } = parts;
  const onFault = (error: unknown) => log({ event: "fault", fault: describeFault(error) });
  let last: Promise<void> = Promise.resolve();
  let stopped = false;

  const send = async (way: Way): Promise<void> => {
    const { sent, failed } = await deliver(parts, way, () => stopped);
    if (sent > 0) log({ event: way === "mail" ? "mailed" : "pushed", count: sent });
    if (failed > 0) log({ event: way === "mail" ? "mail-failed" : "push-failed", count: failed });
  };
  const sendAll = () => Promise.all([send("mail").catch(onFault), send("push").catch(onFault)]);

  /** One after another: two at once would only wait for each other's claims. */
  function inTurn(work: () => Promise<unknown>): Promise<void> {
    last = last.then(async () => {
      if (!stopped) await work().catch(onFault);
    });
    return last;
  }

  async function everything(): Promise<void> {
    await makeDigests(parts, onFault);
    await sendAll();
    const due = addDays(londonDateOf(now()), -KEEP_DUE_DAYS);
    await notices.purge({ sentMs: now() - KEEP_SENT_MS, failedMs: now() - KEEP_FAILED_MS, due });
  }

  return {
    tick: () => inTurn(everything),
    sendSoon: () => void inTurn(sendAll),
    async stop() {
      stopped = true;
      await last;
    },
  };
}
