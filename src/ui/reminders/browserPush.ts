/** This browser's way of taking notices while the app is closed. */
import type { PushTo } from "../../app/noticeTypes.ts";

export type PushAnswer =
  | { readonly kind: "taken"; readonly to: PushTo }
  /** The person, or whoever runs the device, said no. */
  | { readonly kind: "denied" }
  /** This browser cannot: on an iPhone, until the app is on the home screen. */
  | { readonly kind: "unavailable" };

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
    const subscription = await push.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys } = subscription.toJSON();
    const [p256dh, auth] = [keys?.["p256dh"], keys?.["auth"]];
    if (endpoint === undefined || p256dh === undefined || auth === undefined) return { kind: "unavailable" };
    return { kind: "taken", to: { endpoint, keys: { p256dh, auth } } };
  } catch {
    return { kind: "unavailable" };
  }
}

/** Answers where it took them, for the server to forget. */
export async function unsubscribeHere(): Promise<string | undefined> {
  const subscription = await (await manager())?.getSubscription().catch(() => null);
  await subscription?.unsubscribe().catch(() => false);
  return subscription?.endpoint;
}
