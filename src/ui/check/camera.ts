/**
 * The camera of this device for as long as a code is looked for, and no longer. It is let go of when the code is found, after a
 * minute, when the page is left or hidden, and when somebody says so. What it sees is drawn, looked at and forgotten.
 */
import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";

/** "refused": by the person, or by what looks after the device. "unusable": none is there, or another program has it. */
export type CameraEnd = "found" | "stopped" | "nothing-found" | "refused" | "unusable";

const LONGEST_MS = 60_000;
const PAUSE_MS = 150;

export type Camera = {
  /** A device without one, or a page that may not use it, is offered none. */
  readonly offered: Accessor<boolean>;
  /** Given to the element that shows it; undefined while it is off. */
  readonly stream: Accessor<MediaStream | undefined>;
  start(): Promise<void>;
  stop(end: CameraEnd): void;
  /** Looks again and again at what the element shows, until an end. */
  watch(video: HTMLVideoElement): Promise<void>;
};

/** `look`: whether the code is in the frame, which is its to let go of. */
export function createCamera(
  look: (frame: ImageBitmap) => Promise<boolean>,
  onEnd: (end: CameraEnd) => void,
): Camera {
  const [offered, setOffered] = createSignal(false);
  const [stream, setStream] = createSignal<MediaStream>();
  /** Which start it is: an answer to an earlier one is out of date. */
  let turn = 0;

  const letGo = (): boolean => {
    turn += 1;
    const on = stream();
    for (const track of on?.getTracks() ?? []) track.stop();
    setStream(undefined);
    return on !== undefined;
  };
  const stop = (end: CameraEnd): void => {
    if (letGo()) onEnd(end);
  };
  const stopUnseen = (): void => {
    if (document.visibilityState === "hidden") stop("stopped");
  };
  onMount(() => {
    document.addEventListener("visibilitychange", stopUnseen);
    void isThere().then(setOffered);
  });
  onCleanup(() => {
    document.removeEventListener("visibilitychange", stopUnseen);
    letGo();
  });

  return {
    offered,
    stream,
    stop,

    async start() {
      letGo();
      const mine = turn;
      try {
        const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
        const video = { facingMode: "environment", ...size };
        const opened = await navigator.mediaDevices.getUserMedia({ video, audio: false });
        if (turn !== mine) return opened.getTracks().forEach((track) => track.stop());
        for (const track of opened.getTracks()) track.addEventListener("ended", () => stop("unusable"));
        setStream(opened);
      } catch (error) {
        if (turn === mine) onEnd(nameOf(error) === "NotAllowedError" ? "refused" : "unusable");
      }
    },

    async watch(video) {
      const mine = turn;
      const untilMs = performance.now() + LONGEST_MS;
      while (turn === mine) {
        if (performance.now() > untilMs) return stop("nothing-found");
        const found = await seen(video, look).catch(() => undefined);
        if (turn !== mine) return;
        if (found === undefined) return stop("unusable");
        if (found) return stop("found");
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    },
  };
}

async function seen(
  video: HTMLVideoElement,
  look: (frame: ImageBitmap) => Promise<boolean>,
): Promise<boolean> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return false;
  return look(await createImageBitmap(video));
}

/** Browsers say what there is, without a name, before anybody is asked. Without TLS there is nothing to ask. */
async function isThere(): Promise<boolean> {
  if (!("mediaDevices" in navigator)) return false;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.some(({ kind }) => kind === "videoinput");
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");
