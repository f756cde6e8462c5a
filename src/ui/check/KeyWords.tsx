import type { JSX } from "solid-js";
import { WordsPhrase } from "../kit/WordsPhrase.tsx";

/** The key that signed, as the panel reads it out: the page itself cannot tell whose it is. */
export function KeyWords(props: { words: readonly string[] }): JSX.Element {
  return (
    <>
      <h3 class="govuk-heading-s">The key that signed, in words</h3>
      <WordsPhrase label="The key that signed, in words" words={props.words} />
      <p class="govuk-body">
        Whose key it is, this page cannot tell: anybody can make one. Telephone the panel, on a number that
        you know, and compare these words. There is no proof of the time either: the date is what the signer’s
        device said.
      </p>
    </>
  );
}
