/** Notices as the rest of the server knows them: made of the settings, and given to the routes. */
import type { ServerConfig } from "../config.ts";
import { createLimiter, type Limiter, type Rate } from "../http/rate.ts";
import type { Log } from "../log.ts";
import type { NoticesStore } from "../store/noticesPort.ts";
import { type Clock, createClock } from "./clock.ts";
import { createMailer } from "./mail.ts";
import type { MakingParts } from "./making.ts";
import { createPusher, makePushKeys, type PushKeys, type Pusher } from "./push.ts";

const CODES: Rate = { burst: 5, perSecond: 5 / 3600 };
const TRIALS: Rate = { burst: 1, perSecond: 1 / 60 };

export type Notices = MakingParts & {
  readonly pusher: Pick<Pusher, "publicKey" | "allows">;
  readonly clock: Clock;
  /** How often a person may have a code mailed, and a test sent: neither is to flood anybody. */
  readonly codes: Limiter;
  readonly trials: Limiter;
  close(): Promise<void>;
};

type Surroundings = Pick<MakingParts, "now" | "random"> & {
  readonly origin: () => string;
  readonly log: Log;
};

export async function createNotices(
  { smtp, mailFrom, pushHosts }: Pick<ServerConfig, "smtp" | "mailFrom" | "pushHosts">,
  store: NoticesStore,
  { now, random, origin, log }: Surroundings,
): Promise<Notices> {
  const mailer = smtp && mailFrom ? createMailer(smtp, mailFrom) : undefined;
  const pusher = createPusher(await ownPushKeys(store), {
    hosts: pushHosts,
    // Push services ask for https or mailto; a trial on this machine has neither.
    subject: () => (origin().startsWith("https:") ? origin() : `mailto:${mailFrom ?? "confer@localhost"}`),
  });
  const making: MakingParts = { notices: store, now, random, mailOffered: mailer !== undefined };
  const clock = createClock({ ...making, origin, mailer, pusher, log });
  return {
    ...making,
    pusher,
    clock,
    codes: createLimiter(CODES, now),
    trials: createLimiter(TRIALS, now),
    async close() {
      await clock.stop();
      mailer?.close();
    },
  };
}

/** Made at the first start and the same ever after: every browser's subscription is bound to them. */
async function ownPushKeys(store: NoticesStore): Promise<PushKeys> {
  const { publicKey, privateKey } = makePushKeys();
  const [kept, secret] = (await store.ownKey("push", `${publicKey} ${privateKey}`)).split(" ");
  if (kept === undefined || secret === undefined)
    throw new Error("The key for push was damaged. Restore a backup.");
  return { publicKey: kept, privateKey: secret };
}
