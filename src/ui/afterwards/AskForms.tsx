import { createMemo } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { readDateParts } from "../../domain/calendarDate.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { DateInput } from "../kit/DateInput.tsx";
import { Select } from "../kit/Select.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { createLive } from "../live.ts";
import { comingDateError, errorOfDate } from "../screens/parts/dateError.ts";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { createServerNow } from "../thisDevice.ts";
import type { CardAction } from "./cardAction.ts";

type Props = { session: Session; of: CardAction; onSaved: () => void; onClose: () => void };

/** Asks a colleague who reads the case to take an action on. */
export function OfferAction(props: Props): JSX.Element {
  const { action, scope } = props.of;
  const people = createLive(props.session.people);
  const id = (part: string): string => `${part}-${action.action}`;
  const colleagues = createMemo(() =>
    people().flatMap(({ user, profile }) =>
      user !== undefined && profile && user !== action.user && props.of.writers.includes(user)
        ? [{ user, profile }]
        : [],
    ),
  );
  const form = createKeptForm({
    notes: props.session,
    name: `offer/${scope}/${action.action}`,
    blank: { to: "", words: "" },
    check: ({ to, words }) => [
      needed(id("to"), to, "Choose a colleague"),
      tooMuch(id("offer-words"), words, MAX_PROSE, "What you say"),
    ],
    save: ({ to, words }) => {
      const found = colleagues().find(({ user }) => user === to);
      if (!found) return Promise.resolve({ ok: false, problem: { kind: "not-allowed" } } as const);
      const { name, agency } = found.profile;
      return props.session.noteCase(scope, [
        {
          type: "action-offered",
          action: action.action,
          to: found.user,
          owner: name,
          agency,
          words: words.trim(),
        },
      ]);
    },
    onSaved: () => props.onSaved(),
  });
  return (
    <KeptForm
      of={form}
      inPlace={`Hand over ${action.what}`}
      submitText="Ask them"
      busyText="Saving."
      onLeave={props.onClose}
    >
      <Select
        id={id("to")}
        label="Who could do it?"
        labelSize="s"
        hint="Those who may write in this case. It stays with you until they say yes."
        error={form.errors.of(id("to"))}
        options={colleagues().map(({ user, profile }) => ({
          value: user,
          label: `${profile.name}, ${profile.agency}`,
        }))}
        value={form.draft.to}
        onChange={(to) => form.set("to", to)}
      />
      <TextArea
        id={id("offer-words")}
        label="What they should know"
        labelSize="s"
        optional={true}
        rows={2}
        error={form.errors.of(id("offer-words"))}
        value={form.draft.words}
        onInput={(words) => form.set("words", words)}
      />
    </KeptForm>
  );
}

const NO_DATE = { day: "", month: "", year: "" };

/** Asks the chair or a co-ordinator for another day. */
export function AskForDay(props: Props): JSX.Element {
  const { action, scope } = props.of;
  const nowMs = createServerNow(props.session);
  const id = (part: string): string => `${part}-${action.action}`;
  const form = createKeptForm({
    notes: props.session,
    name: `day/${scope}/${action.action}`,
    blank: { due: { ...NO_DATE }, words: "" },
    check: ({ due, words }) => [
      readDateParts(due).kind === "empty"
        ? { fieldId: id("due"), text: "Enter the day you could do it by" }
        : comingDateError(id("due"), due, londonDateOf(nowMs())),
      needed(id("day-words"), words, "Say why another day is needed") ??
        tooMuch(id("day-words"), words, MAX_PROSE, "What you say"),
    ],
    save: ({ due, words }) => {
      const read = readDateParts(due);
      if (read.kind !== "date")
        return Promise.resolve({ ok: false, problem: { kind: "unexpected" } } as const);
      return props.session.noteCase(scope, [
        { type: "action-day-asked", action: action.action, due: read.date, words: words.trim() },
      ]);
    },
    onSaved: () => props.onSaved(),
  });
  return (
    <KeptForm
      of={form}
      inPlace={`Another day for ${action.what}`}
      submitText="Ask for it"
      busyText="Saving."
      onLeave={props.onClose}
    >
      <DateInput
        id={id("due")}
        label="By when could you do it?"
        legendSize="s"
        error={errorOfDate(form.errors, id("due"))}
        value={form.draft.due}
        onInput={(due) => form.set("due", due)}
      />
      <TextArea
        id={id("day-words")}
        label="Why"
        labelSize="s"
        rows={2}
        error={form.errors.of(id("day-words"))}
        value={form.draft.words}
        onInput={(words) => form.set("words", words)}
      />
    </KeptForm>
  );
}
