/**
 * What the screen offers at each step of a case. The steps, their order, their words and what each brings are the
 * panel's own; the checks of the definition see to it that everything that is recorded of a case has a place.
 */
import type { StepBrings } from "../../../forms/definition/meeting.ts";
import type { PanelDefinition } from "../../../forms/definition.ts";

/** A place for notes, kept under its key. */
export type NotePlace = { readonly key: string; readonly label: string };

export type CasePart = {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly controls: readonly StepBrings[];
  /** The step's own first. */
  readonly notes: readonly NotePlace[];
};

export const casePartsOf = ({ meeting }: Pick<PanelDefinition, "meeting">): readonly CasePart[] =>
  meeting.perCase.map(({ key, heading, text, brings = [], also = [] }) => ({
    key,
    title: heading,
    text,
    controls: brings,
    notes: [
      { key, label: `Notes: ${heading.toLowerCase()}` },
      ...also.map((box) => ({ key: box.key, label: box.label })),
    ],
  }));
