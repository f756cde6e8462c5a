import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { AddressInput } from "../../../src/ui/kit/AddressInput.tsx";
import { Button } from "../../../src/ui/kit/Button.tsx";
import { Checkboxes } from "../../../src/ui/kit/Checkboxes.tsx";
import { DateInput } from "../../../src/ui/kit/DateInput.tsx";
import { ErrorSummary } from "../../../src/ui/kit/ErrorSummary.tsx";
import { datePartId } from "../../../src/ui/kit/field.ts";
import { Radios } from "../../../src/ui/kit/Radios.tsx";
import { Select } from "../../../src/ui/kit/Select.tsx";
import { TextArea } from "../../../src/ui/kit/TextArea.tsx";
import { TextInput } from "../../../src/ui/kit/TextInput.tsx";
import { TickGrid } from "../../../src/ui/kit/TickGrid.tsx";

const errors = [
  { fieldId: "e-name", text: "Enter the person's full name" },
  { fieldId: datePartId("e-born", "year"), text: "Date of birth must include a year" },
  { fieldId: "e-knows", text: "Say whether the person knows about this referral" },
  { fieldId: "e-story", text: "What has happened must be 20 characters or fewer" },
  { fieldId: "e-risks", text: "Tick one box in every row" },
];
const words = (index: number): string | undefined => errors[index]?.text;
const nothing = (): undefined => undefined;

/** A page that was sent with everything wrong. */
export function Errors(): JSX.Element {
  const [attempt, setAttempt] = createSignal(1);
  const options = [
    { value: "yes", label: "Yes" },
    { value: "no", label: "No" },
  ];
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt()} />
      <TextInput id="e-name" label="Full name" error={words(0)} value="" onInput={nothing} />
      <DateInput
        id="e-born"
        label="Date of birth"
        error={words(1)}
        errorParts={["year"]}
        value={{ day: "3", month: "March", year: "" }}
        onInput={nothing}
      />
      <Radios
        id="e-knows"
        label="Do they know?"
        error={words(2)}
        options={options}
        value={undefined}
        onChange={nothing}
      />
      <Checkboxes
        id="e-needs"
        label="What would help?"
        error="Choose at least one"
        options={options}
        value={[]}
        onChange={nothing}
      />
      <TextArea
        id="e-story"
        label="What has happened?"
        error={words(3)}
        limit={20}
        value="Neighbours have called four times"
        onInput={nothing}
      />
      <Select
        id="e-agency"
        label="Agency"
        error="Choose an agency"
        options={options}
        value=""
        onChange={nothing}
      />
      <AddressInput
        id="e-address"
        label="Address"
        error="Enter a postcode, in full"
        errorParts={["postcode"]}
        value={{ line1: "1 High Street", line2: "", town: "", county: "", postcode: "??" }}
        onInput={nothing}
      />
      <TickGrid
        id="e-risks"
        label="Risks"
        error={words(4)}
        rowHeading="Risk"
        rows={[{ key: "fire", label: "Fire" }]}
        columns={[{ key: "now", label: "Now" }]}
        value={{}}
        onChange={nothing}
      />
      <Button type="submit" onClick={() => setAttempt(attempt() + 1)}>
        Continue
      </Button>
    </>
  );
}
