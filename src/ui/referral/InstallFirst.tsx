import type { JSX } from "solid-js";
import type { Confer } from "../../app/stages.ts";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { InstallSteps } from "../screens/parts/InstallSteps.tsx";
import { NotLasting } from "../screens/parts/NotLasting.tsx";

/** Before the first draft on a tablet or phone: a browser clears a page's storage sooner than an app's. */
export function InstallFirst(props: { confer: Confer; onCarryOn: () => void }): JSX.Element {
  return (
    <Page title="Put Confer on your home screen first" back={{ href: "/" }}>
      <NotLasting confer={props.confer} />
      <p class="govuk-body">
        Browsers clear what pages keep when they have not been opened for some days, or when the device is
        short of room. An app on the home screen is left alone, and opens without a connection. It takes a
        minute, and nothing has to be downloaded from a store.
      </p>
      <InstallSteps />
      <p class="govuk-body">
        You can also go on here. What you type is saved on this device as you type; send it soon.
      </p>
      <Button kind="secondary" onClick={() => props.onCarryOn()}>
        Carry on without
      </Button>
    </Page>
  );
}
