import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { Actions } from "../../../src/ui/kit/Actions.tsx";
import { AddressInput } from "../../../src/ui/kit/AddressInput.tsx";
import { Button, ButtonLink } from "../../../src/ui/kit/Button.tsx";
import { DateInput } from "../../../src/ui/kit/DateInput.tsx";
import { FileButton } from "../../../src/ui/kit/FileButton.tsx";
import { PasswordInput } from "../../../src/ui/kit/PasswordInput.tsx";
import { Select } from "../../../src/ui/kit/Select.tsx";
import { SignaturePad } from "../../../src/ui/kit/SignaturePad.tsx";
import type { Strokes } from "../../../src/ui/kit/strokes.ts";
import { TextArea } from "../../../src/ui/kit/TextArea.tsx";
import { TextInput } from "../../../src/ui/kit/TextInput.tsx";

const probe = globalThis as { strokes?: Strokes | undefined };

/** Everything that is typed, drawn or pressed. */
export function Texts(): JSX.Element {
  const [name, setName] = createSignal("");
  const [pass, setPass] = createSignal("");
  const [story, setStory] = createSignal("Neighbours have called four times since Monday.");
  const [date, setDate] = createSignal({ day: "", month: "", year: "" });
  const [agency, setAgency] = createSignal("");
  const [strokes, setStrokes] = createSignal<Strokes>();
  const [address, setAddress] = createSignal({ line1: "", line2: "", town: "", county: "", postcode: "" });
  return (
    <>
      <h2 class="govuk-heading-m">Text and pressing</h2>
      <TextInput id="name" label="Full name" hint="As the person gives it" value={name()} onInput={setName} />
      <TextInput
        id="phone"
        label="Telephone"
        optional
        type="tel"
        width={20}
        value=""
        onInput={() => undefined}
      />
      <TextInput
        id="reference"
        label="Reference"
        readonly
        width={10}
        value="ASH-0142"
        onInput={() => undefined}
      />
      <PasswordInput id="pass" label="Passphrase" value={pass()} onInput={setPass} />
      <TextArea
        id="story"
        label="What has happened?"
        hint="Facts first, then what you think they mean"
        limit={200}
        value={story()}
        onInput={setStory}
      />
      <DateInput
        id="born"
        label="Date of birth"
        hint="For example, 27 3 1987. A month may be a word."
        value={date()}
        onInput={setDate}
      />
      <Select
        id="agency"
        label="Agency"
        options={[
          { value: "housing", label: "Housing" },
          { value: "police", label: "Police" },
        ]}
        value={agency()}
        onChange={setAgency}
      />
      <AddressInput id="address" label="Where do they live?" value={address()} onInput={setAddress} />
      <FileButton
        id="paper"
        label="Add a paper"
        hint="A photograph, PDF or Word file up to 100 MB"
        multiple
        onFiles={() => undefined}
      />
      <SignaturePad
        id="signature"
        label="Signature"
        hint="Sign with a finger, pen or mouse. If that does not suit you, choose another way below."
        value={strokes()}
        onChange={(value) => {
          probe.strokes = value;
          setStrokes(value);
        }}
      />
      <Actions>
        <Button>Save and continue</Button> <Button kind="secondary">Preview</Button>{" "}
        <Button kind="warning">Withdraw consent</Button> <Button disabled>Not yet</Button>{" "}
        <Button busy>Sending</Button> <ButtonLink href="/start">Start a referral</ButtonLink>{" "}
        <Button kind="link" about="date of birth">
          Change
        </Button>
      </Actions>
    </>
  );
}
