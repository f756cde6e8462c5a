/** An item of the agenda while it is changed: what is typed, what is wrong with it, and the record it becomes. */
import type { MeetingNote } from "../../app/meetingTypes.ts";
import type { AgendaItem } from "../../domain/meeting/agenda.ts";
import { MAX_NAME, MAX_PROSE } from "../../domain/lengths.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { joinPresenters, splitPresenters } from "./agendaWords.ts";

export type ItemDraft = {
  kind: string;
  title: string;
  /** As typed. */
  minutes: string;
  /** Of those the referral names. */
  ticked: string[];
  /** Others, one a line. */
  others: string;
  substitute: boolean;
  broughtForward: string;
  lateReason: string;
  agreedBy: string;
};

/** `offered`: whom the referral names, as they are shown beside a tick. */
export function draftOf(item: AgendaItem, offered: readonly string[]): ItemDraft {
  const presenters = splitPresenters(item.presenter ?? "");
  return {
    kind: item.kind,
    title: item.title ?? "",
    minutes: item.minutes === undefined ? "" : String(item.minutes),
    ticked: presenters.filter((name) => offered.includes(name)),
    others: presenters.filter((name) => !offered.includes(name)).join("\n"),
    substitute: item.substitute ?? false,
    broughtForward: item.broughtForward ?? "",
    lateReason: item.lateReason ?? "",
    agreedBy: item.agreedBy ?? "",
  };
}

/** Minutes as typed; "" is none. Undefined: no number of minutes that a meeting can have. */
export function readMinutes(typed: string): number | undefined {
  if (typed.trim() === "") return 0;
  const minutes = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return minutes <= 1_440 ? minutes : undefined;
}

const presenterOf = ({ ticked, others }: ItemDraft): string =>
  joinPresenters([...ticked, ...others.split("\n")]);

/** `id`: before the names of fields. */
export function draftErrors(
  draft: ItemDraft,
  id: string,
  business: boolean,
): readonly (FieldError | undefined)[] {
  const asked = draft.broughtForward.trim() !== "" || draft.lateReason.trim() !== "";
  return [
    needed(`${id}-kind`, draft.kind, "Choose what kind of item it is"),
    business ? needed(`${id}-title`, draft.title, "Enter what the item is about") : undefined,
    tooMuch(`${id}-title`, draft.title, MAX_NAME, "What the item is about"),
    readMinutes(draft.minutes) === undefined
      ? { fieldId: `${id}-minutes`, text: "Enter the time in minutes, such as 20" }
      : undefined,
    tooMuch(`${id}-others`, presenterOf(draft), MAX_NAME, "The names of those who present"),
    tooMuch(`${id}-forward`, draft.broughtForward, MAX_PROSE, "The reason"),
    tooMuch(`${id}-late`, draft.lateReason, MAX_PROSE, "The reason"),
    asked ? needed(`${id}-agreed`, draft.agreedBy, "Enter who agreed to it") : undefined,
    tooMuch(`${id}-agreed`, draft.agreedBy, MAX_NAME, "Who agreed"),
  ];
}

/** Everything that the form shows: the last word on each point. */
export function recordOf(item: Pick<AgendaItem, "item">, draft: ItemDraft, business: boolean): MeetingNote {
  return {
    type: "agenda-item",
    item: item.item,
    kind: draft.kind,
    minutes: readMinutes(draft.minutes) ?? 0,
    presenter: presenterOf(draft),
    ...(business
      ? { title: draft.title.trim() }
      : {
          substitute: draft.substitute,
          broughtForward: draft.broughtForward.trim(),
          lateReason: draft.lateReason.trim(),
        }),
    agreedBy: draft.agreedBy.trim(),
  };
}
