import type { JSX } from "solid-js";
import type { DocumentModel } from "../../app/exportTypes.ts";
import { beginningOf } from "./beginning.ts";
import { Blocks } from "./DocumentView.tsx";

/**
 * How a document begins, small, while its PDF is made: whoever took the wrong case or reader sees it at once. The
 * same blocks as the PDF, laid out by the browser; no file is made for it. It is for the eyes only: a screen reader
 * has the progress beside it, and the page in full under “Read or print it here”.
 */
export function FirstPage(props: { document: DocumentModel }): JSX.Element {
  return (
    <div class="confer-first-page" aria-hidden="true" inert>
      <div class="confer-first-page__paper">
        <div class="confer-first-page__content">
          <p class="confer-document__mark">{props.document.frame.handlingMark}</p>
          <Blocks blocks={beginningOf(props.document)} titleId={undefined} />
        </div>
      </div>
      <p class="confer-first-page__says">How it begins</p>
    </div>
  );
}
