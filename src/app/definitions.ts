/** The panel definitions on this device: those in force, and older ones that cases were started under. */
import { parseCalendarDate } from "../domain/calendarDate.ts";
import { type PanelBook, settingKey } from "../domain/panelBook.ts";
import { PublicAddress } from "../domain/publicDates.ts";
import { type PanelDefinition } from "../forms/definition.ts";
import { parseDefinition } from "../forms/parseDefinition.ts";
import type { Context } from "./context.ts";
import { passwordsOf } from "./passwordRegister.ts";
import type { PanelInfo } from "./api.ts";

/**
 * The setting that says at which address a panel's dates are public. No definition can ask for it: the keys of
 * settings have no hyphen.
 */
export const PUBLISHED_AS = "published-as";
/** "yes" where whoever published it was told that the contact is public too; before that was said, it is not. */
export const PUBLISHED_CONTACT = "published-contact";

const key = (id: string, version: string) => `${id}@${version}`;

/** Parses what the panel's book holds, once per version. A definition that does not parse is left out. */
export function refreshDefinitions(context: Context): void {
  for (const { value } of Object.values(context.library.book.versions)) {
    const { id, version } = (value ?? {}) as { id?: string; version?: string };
    if (id === undefined || version === undefined || context.definitions.has(key(id, version))) continue;
    const parsed = parseDefinition(value);
    if (parsed.ok) context.definitions.set(key(id, version), parsed.definition);
  }
}

export const findDefinition = (context: Context, id: string, version: string): PanelDefinition | undefined =>
  context.definitions.get(key(id, version));

/** The version of a panel that new referrals are started with. */
export function inForce(context: Context, id: string): PanelDefinition | undefined {
  const { definitions } = context.library.book;
  const value = Object.hasOwn(definitions, id) ? definitions[id]?.value : undefined;
  const { version } = (value ?? {}) as { version?: string };
  return version === undefined ? undefined : findDefinition(context, id, version);
}

/** The panels that run now, with what belongs to each. */
export function panelsOf(context: Context, today: string): readonly PanelInfo[] {
  const { book } = context.library;
  const namedDays = namedDaysOf(book);
  return Object.keys(book.definitions).flatMap((id) => {
    const definition = inForce(context, id);
    if (!definition) return [];
    const everyMeeting = Object.values(book.meetings)
      .map((meeting) => meeting.value)
      .filter((meeting) => meeting.definition === id)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const meetings = everyMeeting.filter(({ cancelled, date }) => !cancelled && date >= today);
    const settings = settingsOf(book, definition);
    const filed = book.filed.filter(({ record }) => record.definition === id);
    const reportExports = book.reportExports.filter(({ record }) => record.definition === id);
    const passwords = passwordsOf(context, id);
    return [
      {
        definition,
        meetings,
        everyMeeting,
        settings,
        namedDays,
        filed,
        reportExports,
        passwords,
        ...publishedOf(book, id),
      },
    ];
  });
}

/** Those that the definition asks for now; what was filled in for a setting that is gone stays in the book. */
function settingsOf({ settings }: PanelBook, definition: PanelDefinition): PanelInfo["settings"] {
  return Object.fromEntries(
    definition.settings.flatMap(({ key }) => {
      const at = settingKey(definition.id, key);
      const value = Object.hasOwn(settings, at) ? (settings[at]?.value.trim() ?? "") : "";
      return value === "" ? [] : [[key, value]];
    }),
  );
}

function publishedOf(
  { settings }: PanelBook,
  definition: string,
): Pick<PanelInfo, "publishedAs" | "publishesContact"> {
  const valueAt = (key: string): string | undefined => {
    const at = settingKey(definition, key);
    return Object.hasOwn(settings, at) ? settings[at]?.value : undefined;
  };
  const address = PublicAddress.safeParse(valueAt(PUBLISHED_AS));
  return address.success
    ? { publishedAs: address.data, publishesContact: valueAt(PUBLISHED_CONTACT) === "yes" }
    : {};
}

export const namedDaysOf = ({ days }: PanelBook): PanelInfo["namedDays"] =>
  Object.entries(days)
    .flatMap(([text, { value }]) => {
      const date = parseCalendarDate(text);
      return date && value.name !== "" ? [{ date, ...value }] : [];
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
