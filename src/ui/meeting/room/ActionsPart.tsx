import type { JSX } from "solid-js";
import { ActionEntry } from "./ActionEntry.tsx";
import { ActionTable } from "./ActionTable.tsx";
import type { Heard } from "./heard.ts";

/** Actions: one line to take each down, and what was taken down by agency. [ASH-84], [HER-26] */
export function ActionsPart(props: { heard: Heard }): JSX.Element {
  return (
    <>
      <ActionEntry heard={props.heard} />
      <ActionTable heard={props.heard} />
    </>
  );
}
