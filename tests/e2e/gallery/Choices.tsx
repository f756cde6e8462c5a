import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { Checkboxes } from "../../../src/ui/kit/Checkboxes.tsx";
import { Radios } from "../../../src/ui/kit/Radios.tsx";
import { TextInput } from "../../../src/ui/kit/TextInput.tsx";
import { TickGrid } from "../../../src/ui/kit/TickGrid.tsx";
import type { Ticks } from "../../../src/ui/kit/TickGrid.tsx";

const columns = [
  { key: "now", label: "Now" },
  { key: "past", label: "In the past" },
  { key: "unknown", label: "Not known" },
];

/** Everything that is chosen or ticked. */
export function Choices(): JSX.Element {
  const [knows, setKnows] = createSignal<string>();
  const [needs, setNeeds] = createSignal<string[]>(["interpreter"]);
  const [language, setLanguage] = createSignal("");
  const [ticks, setTicks] = createSignal<Ticks>({ fire: ["now"] });
  const [level, setLevel] = createSignal<Ticks>({ harm: ["past"] });
  return (
    <>
      <h2 class="govuk-heading-m">Choosing</h2>
      <Radios
        id="knows"
        label="Does the person know about this referral?"
        legendSize="m"
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No", hint: "You will be asked why." },
          { value: "could-not", label: "I could not ask", or: true },
        ]}
        value={knows()}
        onChange={setKnows}
      />
      <Radios
        id="lives-alone"
        label="Lives alone"
        inline
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
        value="no"
        onChange={() => undefined}
      />
      <Checkboxes
        id="needs"
        label="What would help at a meeting?"
        hint="Tick all that apply"
        options={[
          {
            value: "interpreter",
            label: "An interpreter",
            reveal: () => (
              <TextInput id="language" label="Which language?" value={language()} onInput={setLanguage} />
            ),
          },
          { value: "advocate", label: "An advocate", hint: "Someone who speaks for the person" },
          { value: "none", label: "None of these", exclusive: true },
        ]}
        value={needs()}
        onChange={setNeeds}
      />
      <TickGrid
        id="risks"
        label="Risks"
        hint="Tick every box that is true"
        rowHeading="Risk"
        rows={[
          { key: "fire", label: "Fire", hint: "Including smoking in bed" },
          { key: "neglect", label: "Self-neglect" },
        ]}
        columns={columns}
        value={ticks()}
        onChange={setTicks}
      />
      <TickGrid
        id="level"
        label="How serious is it?"
        single
        rowHeading="Harm"
        rows={[{ key: "harm", label: "Harm to others" }]}
        columns={columns}
        value={level()}
        onChange={setLevel}
      />
    </>
  );
}
