import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { MinutesStanding } from "../../../forms/minutes/printed.ts";
import { CheckLink } from "../../check/CheckLink.tsx";
import { Details } from "../../kit/Details.tsx";
import { WordsPhrase } from "../../kit/WordsPhrase.tsx";

/** How somebody outside the panel can check these minutes, and what the panel is asked for then. */
export function CheckOutside(props: { standing: MinutesStanding }): JSX.Element {
  const proof = () => (props.standing.kind === "final" ? props.standing.proof : undefined);
  return (
    <Show when={proof()}>
      {(known) => (
        <div class="confer-no-print">
          <Details summary="How somebody outside can check these minutes">
            <p>
              Every PDF of these minutes has a code to scan, and the signed record inside. They are checked on
              the page {known().address}, without an account, on the reader’s own device.
            </p>
            <p>
              The page can tell that a key signed exactly these words. Whose key it was, only the panel can
              tell: read these words to whoever asks.
            </p>
            <p>
              <CheckLink newTab>Check minutes (opens in a new tab)</CheckLink>
            </p>
            <WordsPhrase label="The key that signed, in words" words={known().keyWords} />
            <p>
              The PDF itself is also signed, by the device that makes it, or with the certificate of an
              organisation that was chosen there under Settings. That shows whether the file was changed
              since, and says nothing of the chair.
            </p>
          </Details>
        </div>
      )}
    </Show>
  );
}
