/** This browser's way of taking notices while the app is closed. */
import type { PushTo } from "../../app/noticeTypes.ts";

export type PushAnswer =
  | { readonly kind: "taken"; readonly to: PushTo }
  /** The person, or whoever runs the device, said no. */
  | { readonly kind: "denied" }
  /** This browser cannot: on an iPhone, until the app is on the home screen. */
  | { readonly kind: "unavailable" }
  /** The browser's own push service does not answer: many networks of agencies do not let it through. */
  | { readonly kind: "unreachable" };

/** Chromium waits for ever for a service that it cannot reach. */
const ANSWER_MS = 20_000;

async function manager(): Promise<PushManager | undefined> {
  if (!("serviceWorker" in navigator) || !("PushManager" in globalThis)) return undefined;
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.pushManager;
}

/** Where this device takes notices now, if it does. */
export async function subscribedHere(): Promise<string | undefined> {
  const subscription = await (await manager())?.getSubscription().catch(() => null);
  return subscription?.endpoint;
}

/** `key`: the server's own, base64url. Asks the person for leave: call it on a press. */
export async function subscribeHere(key: string): Promise<PushAnswer> {
  const push = await manager();
  if (!push || !("Notification" in globalThis)) return { kind: "unavailable" };
  if ((await Notification.requestPermission()) !== "granted") return { kind: "denied" };
  try {
    const subscription = await inTime(push.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
    if (!subscription) return { kind: "unreachable" };
    const { endpoint, keys } = subscription.toJSON();
    const [p256dh, auth] = [keys?.["p256dh"], keys?.["auth"]];
    if (endpoint === undefined || p256dh === undefined || auth === undefined) return { kind: "unavailable" };
    return { kind: "taken", to: { endpoint, keys: { p256dh, auth } } };
  } catch {
    return { kind: "unavailable" };
  }
}

/** Undefined: it did not come in time. One that comes after all is ended, since the server knows nothing of it. */
async function inTime(subscribing: Promise<PushSubscription>): Promise<PushSubscription | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWER_MS);
  });
  const subscription = await Promise.race([subscribing, late]).finally(() => clearTimeout(timer));
  if (!subscription) void subscribing.then((found) => found.unsubscribe()).catch(() => undefined);
  return subscription;
}

/** Answers where it took them, for the server to forget. */
export async function unsubscribeHere(): Promise<string | undefined> {
  const subscription = await (await manager())?.getSubscription().catch(() => null);
  await subscription?.unsubscribe().catch(() => false);
  return subscription?.endpoint;
}
