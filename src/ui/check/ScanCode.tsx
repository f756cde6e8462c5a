import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Checker } from "../../app/checkTypes.ts";
import { Button } from "../kit/Button.tsx";
import { FilePicker } from "../kit/FilePicker.tsx";
import { Notice } from "../kit/Notice.tsx";
import { type CameraEnd, createCamera } from "./camera.ts";

type Said = { readonly title: string; readonly text: string };

const BY_PHOTO = "Choose a photo of the code instead, or enter the short code that is printed beside it.";
const NEARER = "Hold it flat and in good light, so near that the code fills a third of the picture.";

const ENDS: Readonly<Record<CameraEnd, Said | undefined>> = {
  found: undefined,
  stopped: undefined,
  "nothing-found": {
    title: "No code was found in a minute",
    text: `The camera is off again. ${NEARER} You can also choose a photo, or enter the short code that is printed beside it.`,
  },
  refused: {
    title: "The camera may not be used here",
    text: `This browser or device does not allow it. ${BY_PHOTO}`,
  },
  unusable: {
    title: "The camera could not be used",
    text: `It may be in use by another app. ${BY_PHOTO}`,
  },
};
const NOT_IN_PHOTO: Said = {
  title: "No code was found in that photo",
  text: `${NEARER} Or enter the short code that is printed beside it.`,
};

/** Reads the code off the paper: through the camera, where there is one, or off a photo. Neither leaves the device. */
export function ScanCode(props: {
  read: Checker["readPicture"];
  onCode: (text: string) => void;
}): JSX.Element {
  const [said, setSaid] = createSignal<Said>();
  const [looking, setLooking] = createSignal(false);
  const lookAt = async (picture: File | ImageBitmap): Promise<boolean> => {
    const code = await props.read(picture);
    if (code !== undefined) props.onCode(code);
    return code !== undefined;
  };
  const camera = createCamera(lookAt, (end) => setSaid(ENDS[end]));
  const take = async ([photo]: readonly File[]): Promise<void> => {
    if (!photo) return;
    camera.stop("stopped");
    setSaid(undefined);
    setLooking(true);
    const found = await lookAt(photo).catch(() => false);
    setLooking(false);
    if (!found) setSaid(NOT_IN_PHOTO);
  };
  const press = (): void => {
    if (camera.stream()) return camera.stop("stopped");
    setSaid(undefined);
    void camera.start();
  };
  return (
    <>
      <div class="confer-actions">
        <Show when={camera.offered()}>
          <Button kind="secondary" onClick={press}>
            {camera.stream() ? "Stop the camera" : "Use the camera"}
          </Button>
        </Show>
        <FilePicker id="check-photo" kind="secondary" accept="image/*" onFiles={(files) => void take(files)}>
          Choose a photo of the code
        </FilePicker>
      </div>
      <Show when={camera.stream()}>
        {(stream) => (
          <video
            class="confer-camera"
            aria-label="What the camera sees"
            muted={true}
            playsinline={true}
            ref={(video) => {
              video.srcObject = stream();
              // It stops by itself where it may not be shown, and is then looked at in vain.
              void video.play().catch(() => undefined);
              void camera.watch(video);
            }}
          />
        )}
      </Show>
      <div role="status">
        <Show when={camera.stream()}>
          <p class="govuk-body">Point the camera at the square code. {NEARER}</p>
        </Show>
        <Show when={looking()}>
          <p class="govuk-body">Looking for the code in the photo.</p>
        </Show>
        <Show when={said()}>
          {(words) => (
            <Notice tone="warn" title={words().title}>
              {words().text}
            </Notice>
          )}
        </Show>
      </div>
    </>
  );
}
