import type { JSX } from "solid-js";
import type { PaperView } from "../../app/paperTypes.ts";
import { lookId } from "./PaperDialog.tsx";
import { paperTitle } from "./PaperItem.tsx";

/** Opens a paper close up; focus comes back to it. */
export function LookButton(props: { paper: PaperView; onLook: () => void }): JSX.Element {
  return (
    <button
      type="button"
      id={lookId(props.paper.id)}
      class="confer-link-button confer-target"
      onClick={() => props.onLook()}
    >
      Look at it<span class="govuk-visually-hidden"> {paperTitle(props.paper)}</span>
    </button>
  );
}
