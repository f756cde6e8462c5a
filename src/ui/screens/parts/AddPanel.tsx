import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { readDefinitionFile } from "../../../forms/definitionFile.ts";
import { SHIPPED_PANELS, type ShippedPanel } from "../../../forms/panels/shipped.ts";
import { createAct } from "../../act.ts";
import { Button } from "../../kit/Button.tsx";
import { FileButton } from "../../kit/FileButton.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

/** A panel definition has about 200 KB; anything far larger is some other file. */
const LARGEST_BYTES = 4 * 1024 * 1024;

const TOO_LARGE = ["It is larger than 4 MB. A panel is far smaller: choose another file."];

/** A panel that comes with Confer, or one from a file. */
export function AddPanel(props: { session: Session; inForce: readonly string[] }): JSX.Element {
  const [added, setAdded] = createSignal("");
  const adopt = createAct(async (load: () => Promise<unknown>) =>
    props.session.adoptDefinition(await load()),
  );
  const readFile = createAct(async (file: File) => {
    const refuse = (sentences: readonly string[]) =>
      ({ ok: false, problem: { kind: "bad-definition", sentences } }) as const;
    if (file.size > LARGEST_BYTES) return refuse(TOO_LARGE);
    const read = readDefinitionFile(await file.text());
    return read.ok ? ({ ok: true, value: read.json } as const) : refuse(read.sentences);
  });
  let last = Promise.resolve();
  /** One after the other: what is chosen while another is being added waits for it, and is not dropped. */
  const inTurn = (work: () => Promise<void>): void => void (last = last.then(work));
  const add = async (load: () => Promise<unknown>, name: string): Promise<void> => {
    if ((await adopt.run(load)) !== undefined) setAdded(`${name} is in force.`);
  };
  const addFile = (file: File): void =>
    inTurn(async () => {
      setAdded("");
      adopt.clear();
      const read = await readFile.run(file);
      if (read !== undefined) await add(() => Promise.resolve(read.value), "The panel in that file");
    });
  const addShipped = (panel: ShippedPanel): void =>
    inTurn(async () => {
      setAdded("");
      readFile.clear();
      await add(() => panel.load(), panel.name);
    });
  const offered = (): readonly ShippedPanel[] =>
    SHIPPED_PANELS.filter(({ id }) => !props.inForce.includes(id));
  return (
    <>
      <ProblemNotice problem={adopt.problem() ?? readFile.problem()} />
      <Show when={added()}>
        <Notice tone="good" title={added()} live>
          <p>Referrals that were started before keep the questions they were started with.</p>
        </Notice>
      </Show>
      <Show when={offered().length > 0}>
        <p class="govuk-body">These come with Confer:</p>
        <ul class="govuk-list">
          <For each={offered()}>
            {(panel) => (
              <li>
                <Button kind="secondary" busy={adopt.busy()} onClick={() => addShipped(panel)}>
                  {`Add ${panel.name}`}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <FileButton
        id="panel-file"
        label="A panel from a file"
        hint="A panel definition, a file that ends in .json. One that is in force already is replaced by the newer version."
        accept=".json,application/json"
        onFiles={(files) => files.forEach(addFile)}
      />
      <p class="govuk-body" role="status">
        <Show when={adopt.busy() || readFile.busy()}>Reading the panel.</Show>
      </p>
    </>
  );
}
