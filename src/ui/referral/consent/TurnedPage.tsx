import type { JSX } from "solid-js";
import { WholeScreen } from "../../screens/parts/WholeScreen.tsx";

/** A page that is turned to the person: their words, large. */
export function TurnedPage(props: {
  title: string;
  /** As in HTML. */
  language: string;
  onDone: () => void;
  children: JSX.Element;
}): JSX.Element {
  return (
    <WholeScreen
      title={props.title}
      language={props.language}
      large
      closeText="Done"
      onClose={() => props.onDone()}
    >
      {props.children}
    </WholeScreen>
  );
}
