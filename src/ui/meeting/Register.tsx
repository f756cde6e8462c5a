import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { MeetingView } from "../../app/meetingTypes.ts";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Table } from "../kit/Table.tsx";
import { REGISTER_COLUMNS, registerRows } from "./registerWords.ts";

/** Shown before somebody asks for the rest. */
const SHOWN = 10;

/** Every copy of the minutes and of the agenda and papers that left the app: which, for whom, how, by whom. [ASH-95] */
export function Register(props: { view: MeetingView }): JSX.Element {
  const [whole, setWhole] = createSignal(false);
  const rows = createMemo(() => registerRows(props.view));
  const shown = () => (whole() ? rows() : rows().slice(0, SHOWN));
  return (
    <section aria-labelledby="register-title">
      <h2 class="govuk-heading-m" id="register-title">
        Copies that were made
      </h2>
      <Show
        when={rows().length > 0}
        fallback={
          <EmptyState>
            Each PDF or printed copy of the agenda, the papers or the minutes is listed here, with its number
            and who it is for. None has been made yet.
          </EmptyState>
        }
      >
        <p class="govuk-body">The number is at the foot of every page of the copy.</p>
        <Table caption="Newest first" columns={REGISTER_COLUMNS} rows={shown()} />
        <Show when={rows().length > SHOWN}>
          <Button kind="secondary" onClick={() => setWhole(!whole())}>
            {whole() ? `Show the newest ${SHOWN} only` : `Show all ${rows().length}`}
          </Button>
        </Show>
      </Show>
    </section>
  );
}
