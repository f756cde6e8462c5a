/** Puts the agenda and its papers together, for one reader, out of what this device may read: a page, or a PDF. */
import { makeAgendaPack, type PackCase, type PackPaper } from "../documents/agendaPack.ts";
import { fileNameBy } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { formatCalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import { type Paper, papersOf } from "../domain/case/papers.ts";
import { STATUS_NAMES } from "../domain/case/status.ts";
import type { ItemId, ScopeId } from "../domain/ids.ts";
import type { AgendaItem } from "../domain/meeting/agenda.ts";
import { todayIn } from "./caseReading.ts";
import { viewCase } from "./caseViews.ts";
import { type Context, profileOf } from "./context.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import type { MeetingView } from "./meetingTypes.ts";
import { viewMeeting } from "./meetingViews.ts";
import type { PackActions, PackWish } from "./packTypes.ts";
import { readPaperFile } from "./paperFile.ts";
import type { PaperActions } from "./paperTypes.ts";
import { makePaperWork } from "./paperWork.ts";
import { serverNow } from "./serverClock.ts";
import { recordInMeeting } from "./taken.ts";

const USUAL = "{document}-{date}";

type Gathering = {
  readonly wish: PackWish;
  /** Which papers are opened: of the others only the title is in it. */
  readonly wanted: (paper: Paper) => boolean;
  readonly signal: AbortSignal;
};

const isPicture = ({ mediaType }: Paper): boolean => mediaType.startsWith("image/");

export function makePackActions(
  context: Context,
  startWorker: StartDocumentsWorker,
  openPaper: PaperActions["openPaper"],
): PackActions {
  const work = makePaperWork(startWorker);

  const papersIn = async (
    scope: ScopeId,
    { wanted, signal }: Pick<Gathering, "wanted" | "signal">,
  ): Promise<PackPaper[]> => {
    const file = context.library.shelves.get(scope)?.file;
    const papers: PackPaper[] = [];
    // One after another: a tablet has not the memory to open many at once.
    for (const paper of file ? papersOf(file).filter(({ removed }) => !removed) : []) {
      const named = { scope, paper, name: paper.fileName };
      const opened = wanted(paper) ? await readPaperFile(openPaper, work, named, signal) : null;
      papers.push({ title: paper.title, file: opened });
    }
    return papers;
  };

  const packCase = async (scope: ScopeId, title: string, gathering: Gathering): Promise<PackCase> => ({
    title,
    referral: referralOf(context, scope),
    papers: gathering.wish.withPapers ? await papersIn(scope, gathering) : [],
  });

  /** Undefined where it was given up. */
  const compose = async (view: MeetingView, gathering: Gathering) => {
    const { wish, signal } = gathering;
    const chosen = new Set(heldIn(view, wish.items).map(({ item }) => item));
    const agenda = view.agenda.map((item, at) => ({ item, title: titleOf(view, item, at) }));
    const cases: PackCase[] = [];
    for (const { item, title } of agenda) {
      if (!item.case || !chosen.has(item.item)) continue;
      cases.push(await packCase(item.case, title, gathering));
    }
    if (signal.aborted) return undefined;
    const { definition } = view;
    return makeAgendaPack({
      panelName: definition.name,
      handlingMark: definition.handling.mark,
      date: dateWords(view.meeting.date),
      start: view.meeting.start,
      copy: wish.copy,
      madeOn: formatCalendarDate(todayIn(serverNow(context))),
      createdAtMs: context.now(),
      agenda: agenda.map(({ item, title }) => ({
        title,
        kind: definition.meeting.agendaKinds.find(({ key }) => key === item.kind)?.label ?? "",
        minutes: item.minutes === undefined ? "" : `${item.minutes} minutes`,
        inPack: item.case === undefined ? "business" : chosen.has(item.item) ? "below" : "left-out",
      })),
      cases,
    });
  };

  return {
    async composePack(meeting, wish, signal) {
      const view = viewMeeting(context, meeting);
      return view?.begun ? compose(view, { wish, signal, wanted: isPicture }) : undefined;
    },

    async exportPack(meeting, wish, making) {
      const { signal } = making;
      const view = viewMeeting(context, meeting);
      if (!view?.begun) return { ok: false, problem: { kind: "not-allowed" } };
      const model = await compose(view, { wish, signal, wanted: () => true });
      if (!model) return { ok: false, problem: { kind: "cancelled" } };
      const { definition } = view;
      const pattern = definition.exports.fileName ?? USUAL;
      const fileName = fileNameBy(pattern, { reference: null, document: "agenda", date: view.meeting.date });
      return makePdf(
        context,
        { ...making, startWorker, panel: definition.id, fileName },
        (worker, password, onPage) => worker.renderDocument(model, password, { urls: NOTO_SANS }, onPage),
      );
    },

    recordPack(meeting, { items, copy }, taken) {
      const view = viewMeeting(context, meeting);
      const cases = view ? heldIn(view, items).flatMap(({ case: scope }) => scope ?? []) : [];
      return recordInMeeting(context, meeting, { document: "pack", cases }, { ...taken, copy });
    },
  };
}

const heldIn = (view: MeetingView, items: readonly ItemId[]): readonly AgendaItem[] =>
  view.agenda.filter(({ item, case: scope }) => scope && view.cases.has(scope) && items.includes(item));

/** By reference alone: whoever this copy is for may not know the other cases. */
function titleOf(view: MeetingView, item: AgendaItem, at: number): string {
  const held = item.case && view.cases.get(item.case)?.summary.reference;
  const name = item.case === undefined ? item.title?.trim() : held || item.reference;
  return `Item ${at + 1}: ${name || "without a title"}`;
}

function referralOf(context: Context, scope: ScopeId): PackCase["referral"] {
  const view = viewCase(context, scope);
  const snapshot = view?.snapshots[0]?.snapshot;
  if (!view || !snapshot) return null;
  const { summary } = view;
  const service = profileOf(context, summary.author)?.agency;
  const sentMs = summary.submittedMs;
  return {
    snapshot,
    meta: {
      reference: summary.reference,
      state: STATUS_NAMES[summary.status],
      submittedOn: sentMs === undefined ? null : formatCalendarDate(todayIn(sentMs)),
      ...(service === undefined ? {} : { referringService: service }),
      createdAtMs: context.now(),
    },
  };
}

function dateWords(iso: string): string {
  const date = parseCalendarDate(iso);
  return date ? formatCalendarDate(date) : iso;
}
