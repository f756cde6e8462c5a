/** A printed page as a telephone sees it: what a camera shows, as a film that Chromium plays, and a photo taken in a hurry. */
import decodeQR from "qr/decode.js";
import type { Page } from "playwright-core";

/** Red, green, blue and opaque for each dot. */
export type Sheet = { readonly width: number; readonly height: number; readonly data: Uint8Array };

const FILM = { width: 1280, height: 720, frames: 3 } as const;
const WHITE = 235;

/** YUV4MPEG2, over and over: the code of the page in the middle, without colour. `behind`: nothing but paper. */
export function filmOf(page: Sheet, behind: "code" | "blank" = "code"): Uint8Array {
  const { width, height, frames } = FILM;
  const [left, top] = cornerOf(page);
  const light = new Uint8Array(width * height).fill(WHITE);
  for (let y = 0; behind === "code" && y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = [left + x, top + y];
      if (fromX < 0 || fromY < 0 || fromX >= page.width || fromY >= page.height) continue;
      // Video's black is 16 and its white 235.
      light[y * width + x] = 16 + (219 * (page.data[(fromY * page.width + fromX) * 4] ?? 255)) / 255;
    }
  const colour = new Uint8Array((width * height) / 2).fill(128);
  const text = (words: string) => new TextEncoder().encode(words);
  const head = text(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const all = Array.from({ length: frames }, () => [text("FRAME\n"), light, colour]).flat();
  return Buffer.concat([head, ...all]);
}

/** So that the code is in the middle of the film. */
function cornerOf(page: Sheet): readonly [number, number] {
  let [x, y] = [0, 0];
  decodeQR(page, {
    pointsOnDetect: ({ boundingBox: box }) => {
      x = Math.round(box.x + box.width / 2);
      y = Math.round(box.y + box.height / 2);
    },
  });
  return [x - FILM.width / 2, y - FILM.height / 2];
}

/** Askew on a dark desk, half in shadow, and pressed hard as JPEG: made by the browser, since that is what takes photos apart. */
export async function photoOf(browser: Page, png: Uint8Array): Promise<Buffer> {
  const made = await browser.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const sheet = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const [width, height] = [Math.round(sheet.width * 1.25), Math.round(sheet.height * 1.2)];
    const canvas = new OffscreenCanvas(width, height);
    const paper = canvas.getContext("2d");
    if (!paper) throw new Error("no canvas");
    paper.fillStyle = "#4a3b2c";
    paper.fillRect(0, 0, width, height);
    paper.translate(width / 2, height / 2);
    paper.rotate((6 * Math.PI) / 180);
    paper.drawImage(sheet, -sheet.width / 2, -sheet.height / 2);
    paper.resetTransform();
    const shadow = paper.createLinearGradient(0, 0, width, height);
    shadow.addColorStop(0, "rgba(0, 0, 0, 0.05)");
    shadow.addColorStop(1, "rgba(0, 0, 0, 0.45)");
    paper.fillStyle = shadow;
    paper.fillRect(0, 0, width, height);
    const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.5 });
    const out = new Uint8Array(await jpeg.arrayBuffer());
    let text = "";
    for (const byte of out) text += String.fromCharCode(byte);
    return btoa(text);
  }, Buffer.from(png).toString("base64"));
  return Buffer.from(made, "base64");
}
