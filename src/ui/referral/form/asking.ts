/** What every widget is given: the answers so far, one setter, and what is wrong since the last Continue. */
import type { Accessor } from "solid-js";
import type { CaseView } from "../../../app/api.ts";
import type { CalendarDate } from "../../../domain/calendarDate.ts";
import type { Answers, AnswerValue, FieldPath } from "../../../forms/answers.ts";
import type { PanelDefinition } from "../../../forms/definition.ts";
import type { Section } from "../../../forms/definition/section.ts";
import type { Reader } from "../../../forms/evaluate.ts";
import type { FieldError } from "../../../forms/fieldError.ts";

export type Conflict = CaseView["conflicts"][number];

export type Asking = {
  readonly definition: PanelDefinition;
  readonly section: Section;
  readonly today: CalendarDate;
  readonly answers: Accessor<Answers>;
  set(path: FieldPath, value: AnswerValue): void;
  readonly errors: Accessor<readonly FieldError[]>;
  /** True while no consent is recorded: then a grid asks which rows are relied on without it [GAP-03]. */
  readonly withoutConsent: Accessor<boolean>;
  readonly conflicts: Accessor<readonly Conflict[]>;
  settle(path: FieldPath, value: AnswerValue): void;
};

/** A path as the id of its first input, so that an error can link to it. */
export const fieldId = (path: FieldPath): string => path.replace(/[^A-Za-z0-9_-]/g, "-");

export const errorAt = (asking: Asking, path: FieldPath): FieldError | undefined =>
  asking.errors().find((error) => error.path === path);

export const readerOf = (asking: Asking): Reader => ({
  definition: asking.definition,
  answers: asking.answers(),
  today: asking.today,
});
