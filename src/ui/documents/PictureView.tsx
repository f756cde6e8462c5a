import { createMemo, onCleanup } from "solid-js";
import type { JSX } from "solid-js";

/** A picture out of memory: nothing is fetched, and its address is worth nothing once it leaves the page. */
export function PictureView(props: { bytes: Uint8Array; mediaType: string; alt: string }): JSX.Element {
  const address = createMemo<string>((before) => {
    if (before !== "") URL.revokeObjectURL(before);
    return URL.createObjectURL(new Blob([new Uint8Array(props.bytes)], { type: props.mediaType }));
  }, "");
  onCleanup(() => URL.revokeObjectURL(address()));
  return <img class="confer-document__picture" src={address()} alt={props.alt} />;
}
