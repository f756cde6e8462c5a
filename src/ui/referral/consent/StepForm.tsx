import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import { Page } from "../../kit/Page.tsx";
import { Errors } from "../../screens/parts/Errors.tsx";
import type { FieldErrors } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { StepProps } from "./step.ts";

/** One step on one page: its errors, its fields, and one button. Leaving records nothing. */
export function StepForm(props: {
  step: StepProps;
  title: string;
  errors: FieldErrors;
  submitText?: string | undefined;
  onSubmit: () => void;
  /** Another way on, beside the button. */
  more?: JSX.Element;
  children: JSX.Element;
}): JSX.Element {
  return (
    <Page
      title={props.title}
      caption="Consent"
      error={props.errors.list().length > 0}
      back={{ href: props.step.open.href("consent"), text: "What is recorded" }}
    >
      <Errors of={props.errors} />
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {props.children}
        <ProblemNotice problem={props.step.record.problem() ?? props.step.unsafe()} />
        <div class="confer-actions">
          <Button type="submit" busy={props.step.record.busy()}>
            {props.submitText ?? "Continue"}
          </Button>
          {props.more}
        </div>
      </form>
    </Page>
  );
}

export const AWARE_CHOICES = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unsure", label: "Not sure" },
] as const;
