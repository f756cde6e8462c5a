/**
 * Files on their way to being papers: looked at, made ready, sealed, one after another. It goes on when the
 * person leaves the page, since a photograph straight from the camera is nowhere else; what was refused is
 * still said when they come back.
 */
import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";
import type { Outcome, Problem, Session } from "../../app/api.ts";
import type { NewPaper, PaperId } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { SNIFF_BYTES, sniffPaper } from "../../domain/papers.ts";
import { isPhoto } from "../../forms/paperText.ts";
import { photoNumber, photoTitle, titleFrom } from "./titles.ts";

export type Refused = { readonly kind: string; readonly fileName: string; readonly problem: Problem };

export type Step = {
  readonly kind: string;
  readonly doing: "preparing" | "checking" | "keeping";
  /** Of the files chosen, which one. */
  readonly index: number;
  readonly count: number;
  readonly done: number;
  readonly total: number;
};

export type Adding = {
  /** What is being done now; undefined at rest. */
  readonly step: Accessor<Step | undefined>;
  readonly refused: Accessor<readonly Refused[]>;
  /** How many of the latest choice were added, and to which kind. */
  readonly added: Accessor<{ readonly kind: string; readonly count: number } | undefined>;
  /** `onAdded` hears of each that became a paper. */
  add(kind: string, files: readonly File[], onAdded?: (paper: PaperId) => void): void;
  /** Stops the one under way and lets go of those after it. */
  cancel(): void;
  /** The person has read it. */
  dismiss(): void;
};

type Waiting = {
  readonly kind: string;
  readonly file: File;
  readonly onAdded: ((paper: PaperId) => void) | undefined;
};
type Prepared = Pick<NewPaper, "bytes" | "fileName" | "mediaType"> & { readonly pages?: number };

const known = new WeakMap<Session, Map<ScopeId, Adding>>();

/** One for each case, for as long as the session is open. */
export function addingTo(session: Session, scope: ScopeId): Adding {
  const ofSession = known.get(session) ?? new Map<ScopeId, Adding>();
  known.set(session, ofSession);
  const found = ofSession.get(scope) ?? makeAdding(session, scope);
  ofSession.set(scope, found);
  return found;
}

function makeAdding(session: Session, scope: ScopeId): Adding {
  const [step, setStep] = createSignal<Step>();
  const [refused, setRefused] = createSignal<readonly Refused[]>([]);
  const [added, setAdded] = createSignal<{ kind: string; count: number }>();
  let waiting: Waiting[] = [];
  let count = 0;
  let photos = 0;
  let stop = new AbortController();

  const refuse = ({ kind, file }: Waiting, problem: Problem): void => {
    setRefused((before) => [...before, { kind, fileName: file.name, problem }]);
  };
  const addOne = async (next: Waiting, index: number): Promise<void> => {
    const { kind, file } = next;
    const { signal } = stop;
    const show = (doing: Step["doing"], done = 0, total = 1): void =>
      void setStep({ kind, doing, index, count, done, total });
    const prepared = await prepare(session, file, signal, show);
    if (!prepared.ok) return refuse(next, prepared.problem);
    show("keeping");
    const title = isPhoto(prepared.value.mediaType) ? photoTitle((photos += 1)) : titleFrom(file.name);
    const paper = { ...prepared.value, kind, title };
    const kept = await session.addPaper(scope, paper, (done, total) => show("keeping", done, total), signal);
    if (!kept.ok) return refuse(next, kept.problem);
    next.onAdded?.(kept.value);
    setAdded((before) => ({ kind, count: before?.kind === kind ? before.count + 1 : 1 }));
  };
  const run = async (): Promise<void> => {
    const watched = session.watchCase(scope);
    photos = photoNumber(watched.view.value?.papers ?? []);
    watched.close();
    for (let index = 0; waiting.length > 0; index += 1) {
      const next = waiting.shift() as Waiting;
      await addOne(next, index).catch(() => refuse(next, { kind: "unexpected" }));
    }
    count = 0;
    setStep(undefined);
  };
  return {
    step,
    refused,
    added,
    add(kind, files, onAdded) {
      if (files.length === 0) return;
      const resting = count === 0;
      waiting.push(...files.map((file) => ({ kind, file, onAdded })));
      count += files.length;
      if (!resting) return;
      stop = new AbortController();
      setAdded(undefined);
      void run();
    },
    cancel() {
      waiting = [];
      stop.abort();
    },
    dismiss: () => void setRefused([]),
  };
}

async function prepare(
  session: Session,
  file: File,
  signal: AbortSignal,
  show: (doing: Step["doing"]) => void,
): Promise<Outcome<Prepared>> {
  show("checking");
  const head = await headOf(file);
  if (!head) return { ok: false, problem: { kind: "paper-unreadable" } };
  const sniffed = sniffPaper(head, file.name, file.size);
  if (!sniffed.ok) return { ok: false, problem: { kind: `paper-${sniffed.fault}` } };
  const { mediaType } = sniffed;
  const as = { bytes: file, fileName: file.name, mediaType };
  if (mediaType === "application/pdf") {
    const checked = await session.checkPdf(file, signal);
    return checked.ok ? { ok: true, value: { ...as, pages: checked.value.pages } } : checked;
  }
  if (!isPhoto(mediaType)) return { ok: true, value: as };
  show("preparing");
  const photo = await session.preparePhoto(file, 0, signal);
  if (!photo.ok) return photo;
  const fileName = `${titleFrom(file.name)}.jpg`;
  return { ok: true, value: { bytes: photo.value, fileName, mediaType: "image/jpeg", pages: 1 } };
}

/** Undefined where the device gives nothing: the file was moved, or a cloud folder is out of reach. */
async function headOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  } catch {
    return undefined;
  }
}
