import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Choices, NoticeState } from "../../app/noticeTypes.ts";
import { createAct } from "../act.ts";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { Select } from "../kit/Select.tsx";
import { Form } from "../screens/parts/Form.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

const ways = (mailOffered: boolean) =>
  [
    {
      value: "mail",
      label: "By mail",
      hint: mailOffered
        ? "One mail a day at most, to the address above"
        : "This server sends no mail yet. One mail a day at most, once it does",
    },
    { value: "push", label: "By notices on my devices", hint: "On those where you turned them on" },
  ] as const;
const EVERY_DAY = [{ value: "yes", label: "Also on Saturdays, Sundays and bank holidays" }] as const;

/** The hours on offer, and what was chosen elsewhere if it is none of them. */
const hours = (chosen: string) =>
  [...new Set([...HOURS, chosen])].toSorted().map((value) => ({ value, label: value }));

/** By which ways, at what hour, and when not. */
export function NoticeTimes(props: { session: Session; state: NoticeState }): JSX.Element {
  const [draft, setDraft] = createSignal<Choices>(props.state.choices);
  const [said, setSaid] = createSignal("");
  const act = createAct(() => props.session.chooseNotices(draft()));
  const set = (change: Partial<Choices>): void => {
    setSaid("");
    setDraft({ ...draft(), ...change });
  };
  const hour = (
    id: string,
    key: "at" | "quietFrom" | "quietTo",
    label: string,
    hint?: string,
  ): JSX.Element => (
    <Select
      id={id}
      label={label}
      hint={hint}
      options={hours(draft()[key])}
      prompt={null}
      value={draft()[key]}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <>
      <ProblemNotice problem={act.problem()} />
      <Form
        submitText="Save"
        submitKind="secondary"
        busy={act.busy()}
        onSubmit={() => void act.run().then((done) => done && setSaid("Saved."))}
      >
        <Checkboxes
          id="notice-ways"
          label="How to remind me"
          options={ways(props.state.mailOffered)}
          value={(["mail", "push"] as const).filter((way) => draft()[way])}
          onChange={(ticked) => set({ mail: ticked.includes("mail"), push: ticked.includes("push") })}
        />
        {hour(
          "notice-at",
          "at",
          "At what time",
          "The day’s reminder comes then, if there is something to say.",
        )}
        {hour("notice-quiet-from", "quietFrom", "No notices on my devices from")}
        {hour("notice-quiet-to", "quietTo", "No notices on my devices until")}
        <Checkboxes
          id="notice-days"
          label="Days off"
          options={EVERY_DAY}
          value={draft().everyDay ? ["yes"] : []}
          onChange={(ticked) => set({ everyDay: ticked.length > 0 })}
        />
      </Form>
      <p class="govuk-body" role="status">
        {said()}
      </p>
    </>
  );
}
