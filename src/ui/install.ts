/** The browser's own offer to install the app, where it makes one: kept until a person asks for it. */
import { createSignal } from "solid-js";

type Offer = Event & { prompt(): Promise<unknown> };

const [offer, setOffer] = createSignal<Offer>();

/** To be called once, early: the browser makes its offer soon after loading, and only once. */
export function listenForInstall(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    setOffer(() => event as Offer);
  });
  addEventListener("appinstalled", () => setOffer(undefined));
}

export const canInstall = (): boolean => offer() !== undefined;

/** Shows the browser's question. It can be shown once; the browser may offer again later. */
export async function install(): Promise<void> {
  const event = offer();
  setOffer(undefined);
  await event?.prompt();
}
