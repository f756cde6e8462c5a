/** A photograph as a camera leaves it, for tests: drawn in the browser, with the camera's notes put into it. */
import type { Page } from "playwright-core";

/** Red, green, blue and white in its corners (top left, top right, bottom left, bottom right), as base64. */
export function drawnPhoto(page: Page, width: number, height: number, type = "image/jpeg"): Promise<string> {
  return page.evaluate(
    async ([wide, high, mediaType]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const paper = canvas.getContext("2d");
      if (!paper) throw new Error("no canvas");
      const corners = ["#ff0000", "#00ff00", "#0000ff", "#ffffff"] as const;
      for (const [index, colour] of corners.entries()) {
        paper.fillStyle = colour;
        paper.fillRect((index % 2) * (wide / 2), Math.floor(index / 2) * (high / 2), wide / 2, high / 2);
      }
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: mediaType })).arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    },
    [width, height, type] as const,
  );
}

/** What the camera says of the place; no part of it may be found in a paper. */
export const SECRETS = ["SpyCam 3000", "2026:11:25 10:42:00", "GPSPLACE"] as const;

/** The same picture with notes: turned by `orientation` (TIFF 6.0), with a device, a time and a place. */
export function withCameraNotes(jpeg: Buffer, orientation: number): Buffer {
  const model = Buffer.from(`${SECRETS[0]}\0`);
  const time = Buffer.from(`${SECRETS[1]}\0`);
  const place = Buffer.from(`${SECRETS[2]}\0`);
  const entries = 4;
  const after = 8 + 2 + entries * 12 + 4;
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const tiff = Buffer.concat([
    Buffer.from("MM\0*\0\0\0\x08\0\x04", "latin1"),
    entry(0x0110, 2, model.length, after),
    entry(0x0112, 3, 1, orientation),
    entry(0x0132, 2, time.length, after + model.length),
    entry(0x010e, 2, place.length, after + model.length + time.length),
    Buffer.alloc(4),
    model,
    time,
    place,
  ]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 4);
  return Buffer.concat([head, body, jpeg.subarray(2)]);
}
