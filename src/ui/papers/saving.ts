/** Handing a copy of a paper to the device: opened whole, then saved or shared, and written into the record. */
import { createSignal, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import type { Problem, Session } from "../../app/api.ts";
import type { PaperView } from "../../app/paperTypes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { saveFile } from "../saveFile.ts";

export type Saving = {
  /** While it is being opened: bytes done and in all. */
  readonly opening: Accessor<{ readonly done: number; readonly total: number } | undefined>;
  readonly said: Accessor<string>;
  readonly problem: Accessor<Problem | undefined>;
  /** `name` must be neutral: it shows in download lists. */
  save(paper: PaperView, name: string): Promise<void>;
  cancel(): void;
};

export function createSaving(session: Session, scope: ScopeId): Saving {
  const [opening, setOpening] = createSignal<{ done: number; total: number }>();
  const [said, setSaid] = createSignal("");
  const [problem, setProblem] = createSignal<Problem>();
  let stop: AbortController | undefined;
  /** Opened, and waiting for a second press: some browsers share only at the moment of one. */
  let ready:
    | { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }
    | undefined;
  onCleanup(() => stop?.abort());

  const open = async (paper: PaperView): Promise<typeof ready> => {
    if (ready?.id === paper.id) return ready;
    const mine = new AbortController();
    stop = mine;
    setOpening({ done: 0, total: paper.sizeBytes });
    const show = (done: number, total: number): void => void setOpening({ done, total });
    const opened = await session.openPaper(scope, paper.id, show, mine.signal);
    setOpening(undefined);
    if (!opened.ok) {
      setProblem(opened.problem);
      return undefined;
    }
    return { id: paper.id, bytes: new Uint8Array(await opened.value.arrayBuffer()), type: opened.value.type };
  };
  const hand = async (paper: PaperView, name: string): Promise<void> => {
    ready = await open(paper);
    if (!ready) return;
    const saved = await saveFile(ready.bytes, name, ready.type);
    if (saved === "press-again") return void setSaid("It is ready. Press once more.");
    ready = undefined;
    if (saved === "cancelled") return void setSaid("Nothing was handed over.");
    setSaid(saved === "share" ? "A copy was handed over." : "A copy was handed to this device’s downloads.");
    const noted = await session.recordExport(scope, saved, "paper");
    if (!noted.ok) setProblem(noted.problem);
  };
  return {
    opening,
    said,
    problem,
    async save(paper, name) {
      if (opening()) return;
      setProblem(undefined);
      setSaid("");
      try {
        await hand(paper, name);
      } catch {
        setOpening(undefined);
        setProblem({ kind: "unexpected" });
      }
    },
    cancel: () => stop?.abort(),
  };
}

const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/heic": "heic",
  "application/msword": "doc",
  "application/rtf": "rtf",
  "text/plain": "txt",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/** "paper-ash-7k3m9-2.pdf": the reference and the place in the list, and nothing of what the paper is called. */
export const paperFileName = (reference: string, number: number, mediaType: string): string =>
  `paper-${reference.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${number}.${ENDINGS[mediaType] ?? "bin"}`;
