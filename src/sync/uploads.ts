/**
 * Sends papers' sealed chunks, one after another, and takes up after any cut where the server says it stands. It
 * sees ciphertext only and needs no key. Entries never wait for it: it runs beside their replication, and a paper
 * goes only once the entries of its scope have gone.
 */
import type { Bytes } from "../domain/bytes.ts";
import type { Manifest } from "../domain/blob.ts";
import type { PaperId } from "../domain/ids.ts";
import type { BlobLine, BlobPlace } from "./blobs.ts";
import type { ErrorCode } from "./protocol.ts";
import type { TransportFault } from "./transport.ts";

export type Upload = BlobPlace & { readonly paper: PaperId; readonly manifest: Manifest };

/** The device's papers as the uploads need them. What it is told is on the disk when it resolves. */
export type UploadQueue = {
  /** What may be sent now, oldest first. */
  waiting(): Promise<readonly Upload[]>;
  chunk(upload: Upload, index: number): Promise<Bytes | undefined>;
  /** How many bytes of it the server holds now. */
  progress(upload: Upload, sentBytes: number): Promise<void>;
  done(upload: Upload): Promise<void>;
  /** The server will not have it, or it can no longer be sent: it is kept, with the reason, and holds up no other. */
  refuse(upload: Upload, reason: UploadRefusal): Promise<void>;
};

const FINAL = [
  "too-large",
  "scope-full",
  "not-allowed",
  "bad-request",
] as const satisfies readonly ErrorCode[];
/** `lost`: a chunk is no longer on this device, and the server has not got it. */
export type UploadRefusal = (typeof FINAL)[number] | "lost";

const refusalOf = (fault: TransportFault): UploadRefusal | undefined =>
  fault.kind === "refused" ? FINAL.find((code) => code === fault.code) : undefined;

export type Uploads = {
  /** Asks for a run now, or another after the one under way. */
  poke(): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
};

export function startUploads(line: BlobLine, queue: UploadQueue): Uploads {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    do {
      again = false;
      for (const upload of await queue.waiting()) {
        if (stopped) return;
        const fault = await sendPaper(line, queue, upload, () => stopped);
        const reason = fault && refusalOf(fault);
        if (reason) await queue.refuse(upload, reason);
        // Nothing wrong with the paper: not here yet, or access on its way. Others may fare better.
        else if (fault && !(fault.kind === "refused" && fault.code === "not-found")) return;
      }
    } while (again && !stopped);
  };

  return {
    poke() {
      if (stopped) return;
      again = true;
      // A disk that failed is met again at the next poke.
      running ??= run()
        .catch(() => undefined)
        .finally(() => (running = undefined));
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** Undefined when the server has the whole of it, when it was refused here, or when stopped. */
async function sendPaper(
  line: BlobLine,
  queue: UploadQueue,
  upload: Upload,
  isStopped: () => boolean,
): Promise<TransportFault | undefined> {
  const declared = await line.declare(upload, upload.manifest);
  if (!declared.ok) return declared.fault;
  const held = new Set(declared.value.held);
  const sentBytes = () => upload.manifest.reduce((sum, { bytes }, i) => sum + (held.has(i) ? bytes : 0), 0);
  await queue.progress(upload, sentBytes());
  for (const index of upload.manifest.keys()) {
    if (held.has(index)) continue;
    if (isStopped()) return undefined;
    const chunk = await queue.chunk(upload, index);
    if (!chunk) {
      await queue.refuse(upload, "lost");
      return undefined;
    }
    const sent = await line.send(upload, index, chunk);
    if (!sent.ok) return sent.fault;
    held.add(index);
    await queue.progress(upload, sentBytes());
  }
  await queue.done(upload);
  return undefined;
}
