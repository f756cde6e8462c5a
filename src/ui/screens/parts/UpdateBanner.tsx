import { Match, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import type { AppUpdate } from "../../update.ts";

/** A newer version waits. Nothing reloads by itself: the person chooses when. */
export function UpdateBanner(props: { update: AppUpdate }): JSX.Element {
  return (
    <div class="confer-update confer-no-print" role="status">
      <div class="govuk-width-container">
        <Switch>
          <Match when={props.update.state() === "ready"}>
            A new version of Confer is ready. Updating locks it for a moment; what was saved stays.{" "}
            <Button kind="link" onClick={() => props.update.apply()}>
              Update now
            </Button>
          </Match>
          <Match when={props.update.state() === "replaced"}>
            Confer was updated in another window. Open it again here before you go on.{" "}
            <Button kind="link" onClick={() => props.update.apply()}>
              Open again
            </Button>
          </Match>
        </Switch>
      </div>
    </div>
  );
}
