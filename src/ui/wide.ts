/** Whether there is room for a list beside what it leads to. Follows the window, so that only one of two layouts exists. */
import { createSignal, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";

/** The same as in styles/_frame.scss, in em, so that larger type counts as less room. */
const WIDE = "(min-width: 69em)";

export function createWide(): Accessor<boolean> {
  const query = matchMedia(WIDE);
  const [wide, setWide] = createSignal(query.matches);
  const follow = (): void => void setWide(query.matches);
  query.addEventListener("change", follow);
  onCleanup(() => query.removeEventListener("change", follow));
  return wide;
}
