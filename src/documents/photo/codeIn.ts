/**
 * The code on paper, read off a picture of it. Loaded by itself: few who use the app ever read one. Of the two readers that browsers
 * may offer, their own is on some platforms only; this one is the same everywhere, and is of the package that draws the codes.
 */
import decodeQR from "qr/decode.js";
import { HEAD_BYTES, pictureSize } from "./pictureSize.ts";
import { fitted, PIXELS_MAX } from "./preparePhoto.ts";

type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
};

/** The longer side: a page of A4 at 260 dots to the inch. The code is read at 150. */
const LONG_SIDE = 3_000;
/** For what does not come out at the first try: a photo is looked at once, and after a frame comes another. */
const PHOTO_MS = 5_000;
const FRAME_MS = 60;

/** A photo, or one frame of what a camera sees, which is let go of. Undefined where no code can be read. */
export async function codeIn(picture: Blob | ImageBitmap): Promise<string | undefined> {
  if (!(picture instanceof Blob)) return codeOf(drawn(picture), FRAME_MS);
  const said = pictureSize(new Uint8Array(await picture.slice(0, HEAD_BYTES).arrayBuffer()));
  if (said && said.width * said.height > PIXELS_MAX) return undefined;
  try {
    return codeOf(drawn(await createImageBitmap(picture)), PHOTO_MS);
  } catch {
    // No picture, or one that this browser does not open.
    return undefined;
  }
}

/** `patienceMs`: how long to try anew once the first try has failed. */
export function codeOf(pixels: Pixels, patienceMs: number): string | undefined {
  try {
    return decodeQR(pixels, { effort: Infinity, timeLimit: patienceMs });
  } catch {
    return undefined;
  }
}

function drawn(picture: ImageBitmap): Pixels {
  const { width, height } = fitted(picture, LONG_SIDE);
  const paper = new OffscreenCanvas(width, height).getContext("2d", {
    alpha: false,
    willReadFrequently: true,
  });
  if (!paper) throw new Error("no canvas");
  paper.imageSmoothingQuality = "high";
  paper.drawImage(picture, 0, 0, width, height);
  picture.close();
  return paper.getImageData(0, 0, width, height);
}
