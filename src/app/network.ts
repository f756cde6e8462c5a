/** The browser's own word on the network, and on the app being looked at again: a hint to try, never a proof. */
export function watchNetwork(onChange: (online: boolean) => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener("online", () => onChange(true), { signal });
  addEventListener("offline", () => onChange(false), { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible" && navigator.onLine) onChange(true);
    },
    { signal },
  );
  if (!navigator.onLine) onChange(false);
  return () => controller.abort();
}
