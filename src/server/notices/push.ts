/**
 * Web push: which services may be called, and the call. The only user of web-push, which encrypts (RFC 8291) and
 * signs (RFC 8292); the request is made here, so that no redirect is followed. RFC 8030.
 */
import webpush from "web-push";
import { isLocal } from "../local.ts";
import type { PushDevice } from "../store/noticesPort.ts";

/** `gone`: the browser takes no more. */
export type PushOutcome = "sent" | "later" | "refused" | "gone";
export type PushKeys = { readonly publicKey: string; readonly privateKey: string };
/** `count`: for the badge on the app's icon. */
export type PushBody = { readonly body: string; readonly count: number };
export type Pusher = {
  readonly publicKey: string;
  /** Whether the address is one of a known push service. */
  allows(endpoint: string): boolean;
  send(device: PushDevice, body: PushBody): Promise<PushOutcome>;
};

/** A device that was off for longer has the next digest. */
const TTL_SECONDS = 12 * 60 * 60;
/** A later notice replaces one that has not been delivered. */
const TOPIC = "confer-actions";
const ANSWER_MS = 10_000;

export const makePushKeys = (): PushKeys => webpush.generateVAPIDKeys();

/** `hosts`: "push.example", or "*.push.example" for everything under it. On this machine any port, and plain http. */
export function isAllowed(endpoint: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (username !== "" || password !== "") return false;
  const listed = hosts.some((host) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host,
  );
  if (!listed) return false;
  return isLocal(hostname) || (protocol === "https:" && port === "");
}

/** `subject`: where a push service may find whoever runs this server, an https or mailto address. */
export function createPusher(
  keys: PushKeys,
  { hosts, subject }: { readonly hosts: readonly string[]; readonly subject: () => string },
): Pusher {
  return {
    publicKey: keys.publicKey,
    allows: (endpoint) => isAllowed(endpoint, hosts),
    async send({ endpoint, p256dh, auth }, body) {
      // The list may have become shorter since.
      if (!isAllowed(endpoint, hosts)) return "gone";
      let request: webpush.RequestDetails;
      try {
        request = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(body), {
          vapidDetails: { subject: subject(), ...keys },
          TTL: TTL_SECONDS,
          topic: TOPIC,
          urgency: "normal",
        });
      } catch {
        // A key that is no point of the curve: nothing can be encrypted for it, now or later.
        return "gone";
      }
      return post(request);
    },
  };
}

async function post({ endpoint, method, headers, body }: webpush.RequestDetails): Promise<PushOutcome> {
  try {
    const reply = await fetch(endpoint, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      body: body && new Uint8Array(body),
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await reply.body?.cancel();
    return outcomeOf(reply.status);
  } catch {
    return "later";
  }
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return "sent";
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status >= 500 ? "later" : "refused";
}
