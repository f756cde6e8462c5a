import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../../app/api.ts";
import type { Setting } from "../../../forms/definition/handling.ts";
import { settingMistake } from "../../../forms/settingValue.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Details } from "../../kit/Details.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { Errors } from "./Errors.tsx";
import { createFieldErrors } from "./fieldErrors.ts";
import { Form } from "./Form.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

type Values = Record<string, string>;

/**
 * What the definition leaves open: the mailbox, the telephone, the page with the dates. Only what was changed is
 * written, so that two people may fill in different ones. Half made, it is kept: [Note: half-made screens].
 */
export function PanelSettings(props: { session: Session; panel: PanelInfo }): JSX.Element {
  const { definition } = props.panel;
  let before: Values = Object.fromEntries(
    definition.settings.map(({ key }) => [key, props.panel.settings[key] ?? ""]),
  );
  const kept = createKeptDraft<Values>(props.session, `panel-settings/${definition.id}`, before);
  const errors = createFieldErrors();
  const [saved, setSaved] = createSignal(false);
  const act = createAct((values: Values) => props.session.savePanelSettings(definition.id, values));
  const idOf = ({ key }: Setting): string => `setting-${definition.id}-${key}`;
  const save = async (): Promise<void> => {
    setSaved(false);
    const wrong = definition.settings.map((setting) => {
      const text = settingMistake(setting, kept.draft[setting.key] ?? "");
      return text === undefined ? undefined : { fieldId: idOf(setting), text };
    });
    if (!errors.check(wrong)) return;
    const now = Object.fromEntries(Object.entries(kept.draft).map(([key, text]) => [key, text.trim()]));
    const changed = Object.fromEntries(Object.entries(now).filter(([key, text]) => text !== before[key]));
    if (Object.keys(changed).length > 0 && (await act.run(changed)) === undefined) return;
    before = now;
    kept.drop();
    setSaved(true);
  };
  return (
    <Details summary="Contacts and settings">
      <p>Referrers see the email address, the telephone number and the web page where they may need them.</p>
      <Errors of={errors} />
      <ProblemNotice problem={act.problem() ?? kept.problem()} />
      <Show when={kept.ready()}>
        <Form
          submitText="Save settings"
          busyText="Saving the settings."
          busy={act.busy()}
          onSubmit={() => void save()}
        >
          <For each={definition.settings}>
            {(setting) => (
              <Field
                id={idOf(setting)}
                setting={setting}
                value={kept.draft[setting.key] ?? ""}
                error={errors.of(idOf(setting))}
                onInput={(text) => {
                  setSaved(false);
                  kept.set(setting.key, text);
                }}
              />
            )}
          </For>
        </Form>
      </Show>
      <p class="govuk-body" role="status">
        <Show when={saved()}>Saved.</Show>
      </p>
    </Details>
  );
}

function Field(props: {
  id: string;
  setting: Setting;
  value: string;
  error: string | undefined;
  onInput: (text: string) => void;
}): JSX.Element {
  const given = () => ({
    id: props.id,
    label: `${props.setting.label} (optional)`,
    hint: props.setting.hint,
    error: props.error,
    value: props.value,
    onInput: props.onInput,
  });
  return (
    <Switch fallback={<TextInput {...given()} />}>
      <Match when={props.setting.type === "people"}>
        <TextArea {...given()} />
      </Match>
      <Match when={props.setting.type === "email"}>
        <TextInput {...given()} type="email" inputMode="email" />
      </Match>
      <Match when={props.setting.type === "tel"}>
        <TextInput {...given()} type="tel" inputMode="tel" width={20} />
      </Match>
    </Switch>
  );
}
