/**
 * Notices a database that vanishes under an open app.
 *
 * [Note: lost connections] Browsers, WebKit above all, drop connections to IndexedDB in the background ("Connection to
 * Indexed Database server lost"; dexie #2008, #2296). Dexie then opens the database again by itself at the next
 * call. Where the browser has cleared it, that call finds a new and empty one: writing into it would look like saving.
 * So after every closing that was not ours it is asked whether what belongs there is there.
 */
import type { LocalStore } from "../store/localStore.ts";

const ASK_AGAIN_MS = 1_000;

export type StoreWatch = {
  /** A connection was lost, and it is not known yet whether the data is. */
  readonly inDoubt: boolean;
};

/** `isThere` reads from the reopened database; a failure is tried once more, then it counts as lost. */
export function watchStore(
  local: Pick<LocalStore, "on">,
  isThere: () => Promise<boolean>,
  onLost: () => void,
  askAgainMs = ASK_AGAIN_MS,
): StoreWatch {
  const watch = { inDoubt: false };
  let over = false;
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, askAgainMs));
  const look = async (): Promise<void> => {
    // Not within the closing itself: Dexie has not finished with it.
    await pause();
    const there = await isThere().catch(async () => {
      await pause();
      return isThere().catch(() => false);
    });
    watch.inDoubt = false;
    if (there || over) return;
    over = true;
    watch.inDoubt = true;
    onLost();
  };
  local.on("close", () => {
    if (watch.inDoubt || over) return;
    watch.inDoubt = true;
    void look();
  });
  return watch;
}
