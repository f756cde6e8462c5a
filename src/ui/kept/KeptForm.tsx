import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button, type ButtonKind } from "../kit/Button.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { Form } from "../screens/parts/Form.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import type { MadeForm } from "./createKeptForm.ts";

/** The form on the screen, once what was kept is back: errors, its fields, what went wrong, and its buttons. */
export function KeptForm<T extends object>(props: {
  of: MadeForm<T>;
  submitText: string;
  submitKind?: ButtonKind | undefined;
  busyText?: string | undefined;
  /** It opens in place of a button, and takes the focus: what it is for. */
  inPlace?: string | undefined;
  /** Leaves it without saving. Whether what is typed is kept is up to the screen. */
  onLeave?: (() => void) | undefined;
  leaveText?: string | undefined;
  /** Beside the buttons. */
  more?: JSX.Element;
  children: JSX.Element;
}): JSX.Element {
  return (
    <Show when={props.of.ready()}>
      <Form
        submitText={props.submitText}
        submitKind={props.submitKind}
        busyText={props.busyText}
        busy={props.of.busy()}
        onSubmit={() => props.of.submit()}
        inPlace={props.inPlace}
        more={
          <>
            <Show when={props.onLeave}>
              {(leave) => (
                <Button kind="link" onClick={() => leave()()}>
                  {props.leaveText ?? "Cancel"}
                </Button>
              )}
            </Show>
            {props.more}
          </>
        }
      >
        <Errors of={props.of.errors} />
        {props.children}
        <ProblemNotice problem={props.of.problem()} />
      </Form>
    </Show>
  );
}
