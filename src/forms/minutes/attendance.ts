/** Who was there, who was not and who came instead, who declared what: as the panel's own columns want it. */
import type { AgendaItem } from "../../domain/meeting/agenda.ts";
import type { Attendee } from "../../domain/meeting/attendance.ts";
import type { PersonPart } from "../definition/meeting.ts";
import type { MinutesBlock } from "./shape.ts";
import { type MinutesSource, text } from "./source.ts";

const MODES = { inPerson: "In person", telephone: "By telephone", video: "By video" } as const;

/** [ASH-57] Everybody present, then apologies with who came instead, then interests declared. */
export function attendanceBlocks(source: MinutesSource): readonly MinutesBlock[] {
  const present = source.attendees.filter((each) => each.present);
  return [
    ...(present.length === 0
      ? ([{ kind: "text", text: "Nobody is recorded as present.", quiet: true }] as const)
      : [presentTable(source, present)]),
    ...apologiesTable(source.attendees),
    ...interests(source),
  ];
}

function presentTable(source: MinutesSource, present: readonly Attendee[]): MinutesBlock {
  const { attendanceFields } = source.definition.meeting;
  const columns = attendanceFields.map(({ is, label }) => ({ label, of: COLUMNS[is] }));
  const someFarAway = present.some(({ mode }) => mode !== "inPerson");
  if (someFarAway && !attendanceFields.some(({ is }) => is === "how"))
    columns.push({ label: "How", of: modeOf });
  return {
    kind: "table",
    caption: "Present",
    columns: columns.map(({ label }) => label),
    rows: present.map((each) => columns.map(({ of }) => of(each, source))),
  };
}

type Column = (attendee: Attendee, source: MinutesSource) => string;
const modeOf: Column = ({ mode }) => MODES[mode];

const COLUMNS: Readonly<Record<PersonPart, Column>> = {
  name: ({ name, permittedBy }) =>
    permittedBy === undefined || permittedBy === "" ? name : `${name}, by leave of ${permittedBy}`,
  agency: ({ agency }) => agency ?? "",
  position: ({ position }) => position ?? "",
  how: modeOf,
  seat: (attendee, { definition, agenda }) => {
    const seat = definition.agencies.seats?.find(({ key }) => key === attendee.seat)?.label;
    return seat ?? (itemsOf(attendee, agenda) || (attendee.position ?? ""));
  },
};

/** "Invited for item 2". */
function itemsOf({ items }: Attendee, agenda: readonly AgendaItem[]): string {
  const numbers = agenda.flatMap(({ item }, at) => (items.includes(item) ? [at + 1] : []));
  if (numbers.length === 0) return "";
  return `Invited for ${numbers.length === 1 ? "item" : "items"} ${numbers.join(", ")}`;
}

function apologiesTable(attendees: readonly Attendee[]): readonly MinutesBlock[] {
  const away = attendees.filter(({ apologies, present }) => apologies !== undefined && !present);
  if (away.length === 0) return [];
  const rows = away.map(({ name, agency, apologies }) => {
    const cover = apologies?.record.cover;
    const stead = [cover?.name, cover?.agency, cover?.position].filter(Boolean).join(", ");
    return [name, agency ?? "", stead || "Nobody named"];
  });
  return [{ kind: "table", caption: "Apologies", columns: ["Name", "Agency", "Who came instead"], rows }];
}

function interests({ attendees, agenda }: MinutesSource): readonly MinutesBlock[] {
  const rows = attendees.flatMap(({ name, interests: declared }) =>
    declared.map(({ record }) => {
      const at = agenda.findIndex(({ item }) => item === record.item);
      const stays = record.leaves ? "Left while it was heard" : "Stayed";
      return [name, at < 0 ? "" : `Item ${at + 1}`, record.words, stays];
    }),
  );
  if (rows.length === 0) return [];
  const columns = ["Name", "Item", "Interest", "What they did"];
  return [{ kind: "table", caption: "Interests declared", columns, rows }];
}

/** The statement of the panel, and who signed its declaration: names, never the drawn lines. */
export function declaredBlocks(source: MinutesSource): readonly MinutesBlock[] {
  const { declaration } = source.definition;
  if (!declaration || declaration.signed === "never") return [];
  const unsigned = unsignedOf(source);
  const signed = source.attendees.filter((each) => each.present && !unsigned.includes(each));
  const title = `${declaration.title}, version ${declaration.version}`;
  return signed.length === 0
    ? [{ kind: "text", text: `${title}: nobody is recorded as having signed.`, quiet: true }]
    : text(`${title}, signed by ${signed.map(({ name }) => name).join(", ")}.`);
}

/** There, and have not signed the declaration as it stands. */
export const unsignedOf = ({
  definition,
  attendees,
}: Pick<MinutesSource, "definition" | "attendees">): readonly Attendee[] =>
  attendees.filter(
    ({ declared, present }) =>
      present && declared?.record.declarationVersion !== definition.declaration?.version,
  );
