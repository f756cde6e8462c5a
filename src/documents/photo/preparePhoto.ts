/**
 * A photograph made ready to be a paper: upright, no larger than it can be read at, and without what the
 * camera wrote into it. The picture is drawn anew, so the place, the time and the device are not in the file
 * that is kept; only the pixels are.
 */
import { HEAD_BYTES, pictureSize, type Size } from "./pictureSize.ts";

/** Quarters to the right. */
export type Turn = 0 | 1 | 2 | 3;

export type PhotoFault = "cannot-be-read" | "too-many-pixels";
export type PreparedPhoto =
  | { readonly ok: true; readonly jpeg: Blob; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly fault: PhotoFault };

/** The longer side: a page of A4 at 190 dots to the inch, on which small print can be read. */
export const LONG_SIDE = 2_200;
const QUALITY = 0.8;
/** 100 million pixels: twice what a tablet's camera gives, and 400 MB while it is open. */
export const PIXELS_MAX = 100_000_000;

/** Something to draw on: a canvas of the worker or, where workers have none, of the page. */
export type Sheet = {
  readonly paper: Pick<
    OffscreenCanvasRenderingContext2D,
    "fillStyle" | "fillRect" | "translate" | "rotate" | "drawImage" | "imageSmoothingQuality"
  >;
  toJpeg(quality: number): Promise<Blob>;
};
export type MakeSheet = (width: number, height: number) => Sheet;

/** Throws only where the device has no memory left for it. */
export async function preparePhoto(file: Blob, turn: Turn, makeSheet: MakeSheet): Promise<PreparedPhoto> {
  const said = pictureSize(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (said && said.width * said.height > PIXELS_MAX) return { ok: false, fault: "too-many-pixels" };
  let picture: ImageBitmap;
  try {
    // Upright as the camera meant it: browsers differ in what they do when they are not told.
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return { ok: false, fault: "cannot-be-read" };
  }
  try {
    const { width, height } = fitted(picture, LONG_SIDE);
    const across = turn % 2 === 1;
    const [wide, high] = across ? [height, width] : [width, height];
    const sheet = makeSheet(wide, high);
    const { paper } = sheet;
    // A picture that lets light through would be black where JPEG has nothing.
    paper.fillStyle = "#ffffff";
    paper.fillRect(0, 0, wide, high);
    paper.imageSmoothingQuality = "high";
    paper.translate(wide / 2, high / 2);
    paper.rotate((turn * Math.PI) / 2);
    paper.drawImage(picture, -width / 2, -height / 2, width, height);
    return { ok: true, jpeg: await sheet.toJpeg(QUALITY), width: wide, height: high };
  } finally {
    picture.close();
  }
}

/** Smaller where the longer side is over `most`; never larger. */
export function fitted({ width, height }: Size, most: number): Size {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** In a worker. Throws where workers have no canvas (Safari before 16.4). */
export function makeWorkerSheet(width: number, height: number): Sheet {
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext("2d", { alpha: false });
  if (!paper) throw new Error("no canvas");
  return { paper, toJpeg: (quality) => canvas.convertToBlob({ type: "image/jpeg", quality }) };
}
