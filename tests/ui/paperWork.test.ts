/** The work on papers where it is really done: in Chromium, in a worker, under the strict policy. */
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inkOf, run, withFile } from "../documents/tools.ts";
import { bytesOf, onePage, STILL, throughQpdf, wholePdf } from "../documents/pdfFiles.ts";
import { type Chromium, launchChromium } from "../support/chromium.ts";
import { drawnPhoto, SECRETS, withCameraNotes } from "../support/jpeg.ts";
import { openWatched } from "./inPage.ts";
import type { PaperPage } from "./paperPages/main.ts";
import { buildAndServe, type Served } from "./serveBuilt.ts";

type Turn = Parameters<PaperPage["work"]["preparePhoto"]>[1];

let served: Served;
let chromium: Chromium;
let page: Page;
let wrong: () => Promise<string[]>;
let photo: Buffer;

beforeAll(async () => {
  served = await buildAndServe("tests/ui/paperPages/vite.config.ts");
  chromium = await launchChromium();
  page = chromium.page;
  wrong = await openWatched(page, served.origin);
  photo = Buffer.from(await drawnPhoto(page, 400, 200), "base64");
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

type Prepared = { fault: string } | { width: number; height: number; corners: string; base64: string };

/** Prepares a photograph, and reads its size and the colours of its corners. */
const prepare = (bytes: Uint8Array, turn: Turn = 0): Promise<Prepared> =>
  page.evaluate(
    async ([base64, quarters]) => {
      const { paperPage } = globalThis as unknown as { paperPage: PaperPage };
      const file = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
      const made = await paperPage.work.preparePhoto(file, quarters, new AbortController().signal);
      if (!made.ok) return { fault: made.problem.kind };
      const picture = await createImageBitmap(made.value, { imageOrientation: "none" });
      const { width, height } = picture;
      const paper = new OffscreenCanvas(width, height).getContext("2d");
      if (!paper) throw new Error("no canvas");
      paper.drawImage(picture, 0, 0);
      const colourAt = (x: number, y: number): string => {
        const [red = 0, green = 0, blue = 0] = paper.getImageData(x, y, 1, 1).data;
        const [r, g, b] = [red > 128, green > 128, blue > 128];
        return r && g && b ? "w" : r ? "r" : g ? "g" : b ? "b" : "k";
      };
      const [left, right, top, low] = [width * 0.25, width * 0.75, height * 0.25, height * 0.75];
      const corners = [colourAt(left, top), colourAt(right, top), colourAt(left, low), colourAt(right, low)];
      let text = "";
      for (const byte of new Uint8Array(await made.value.arrayBuffer())) text += String.fromCharCode(byte);
      return { width, height, corners: corners.join(""), base64: btoa(text) };
    },
    [Buffer.from(bytes).toString("base64"), turn] as const,
  );

const bytesIn = (prepared: Prepared): Buffer => {
  if ("fault" in prepared) throw new Error(prepared.fault);
  return Buffer.from(prepared.base64, "base64");
};

describe("a photograph", () => {
  it("keeps its size where it is small enough, and is otherwise 2,200 pixels long", async () => {
    expect(await prepare(photo)).toMatchObject({ width: 400, height: 200, corners: "rgbw" });
    const large = Buffer.from(await drawnPhoto(page, 3000, 4000), "base64");
    expect(await prepare(large)).toMatchObject({ width: 1650, height: 2200, corners: "rgbw" });
  });

  it("stands as the camera was held, and as the person turns it from there", async () => {
    // What each orientation makes of the corners, per TIFF 6.0: as is, over, a quarter right, a quarter left.
    const held = { 1: "rgbw", 3: "wbgr", 6: "brwg", 8: "gwrb" };
    for (const [orientation, corners] of Object.entries(held)) {
      const lying = Number(orientation) <= 3;
      expect(await prepare(withCameraNotes(photo, Number(orientation)))).toMatchObject({
        corners,
        width: lying ? 400 : 200,
        height: lying ? 200 : 400,
      });
    }
    const turned = ["rgbw", "brwg", "wbgr", "gwrb"];
    for (const [quarters, corners] of turned.entries()) {
      expect(await prepare(photo, quarters as Turn)).toMatchObject({ corners });
    }
    expect(await prepare(withCameraNotes(photo, 6), 1)).toMatchObject({ corners: "wbgr", width: 400 });
  });

  it("loses what the camera wrote into it: device, time and place", async () => {
    const noted = withCameraNotes(photo, 6);
    for (const secret of SECRETS) expect(noted.includes(secret)).toBe(true);
    const made = bytesIn(await prepare(noted));
    for (const secret of [...SECRETS, "Exif", "http://ns.adobe.com"])
      expect(made.includes(secret)).toBe(false);
    // No application segment but JFIF's own, which holds nothing but the dots to the inch.
    expect(made.includes(Buffer.from([0xff, 0xe1]))).toBe(false);
  });

  it("may be a PNG or a WebP, light shining through as on white paper", async () => {
    for (const type of ["image/png", "image/webp"]) {
      const made = await prepare(Buffer.from(await drawnPhoto(page, 40, 20, type), "base64"));
      expect(made).toMatchObject({ corners: "rgbw" });
      expect(bytesIn(made).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    }
    const clear =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";
    expect(await prepare(Buffer.from(clear, "base64"))).toMatchObject({ corners: "wwww" });
  });

  it("that cannot be opened, or is made to fill the memory, is refused", async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]);
    expect(await prepare(heic)).toEqual({ fault: "photo-unreadable" });
    expect(await prepare(photo.subarray(0, 100))).toEqual({ fault: "photo-unreadable" });
    const png = Buffer.from("89504e470d0a1a0a0000000d494844520000ffff0000ffff0806000000", "hex");
    expect(await prepare(png)).toEqual({ fault: "photo-too-many-pixels" });
  });
});

describe("several photographs as one document", () => {
  const join = (photos: readonly Buffer[]) =>
    page.evaluate(
      async (base64s) => {
        const { paperPage } = globalThis as unknown as { paperPage: PaperPage };
        const blobs = base64s.map((each) => new Blob([Uint8Array.from(atob(each), (l) => l.charCodeAt(0))]));
        const heard: number[] = [];
        const made = await paperPage.work.photosToPdf(
          blobs,
          (done) => heard.push(done),
          new AbortController().signal,
        );
        if (!made.ok) throw new Error(made.problem.kind);
        let text = "";
        for (const byte of new Uint8Array(await made.value.arrayBuffer())) text += String.fromCharCode(byte);
        return { pdf: btoa(text), heard };
      },
      photos.map((each) => each.toString("base64")),
    );

  it("are pages of A4 in order, upright or lying as the photograph, the same each time", async () => {
    const upright = bytesIn(await prepare(photo, 1));
    const lying = bytesIn(await prepare(photo));
    const { pdf, heard } = await join([upright, lying, upright]);
    const bytes = new Uint8Array(Buffer.from(pdf, "base64"));
    expect(heard).toEqual([1, 2, 3]);
    const info = withFile(bytes, (path) => run("pdfinfo", ["-f", "1", "-l", "3", path]).out);
    expect(info).toMatch(/Pages:\s+3/);
    expect(
      [...info.matchAll(/size:\s+(\S+) x (\S+) pts/g)].map(([, wide, high]) => `${wide}×${high}`),
    ).toEqual(["595.28×841.89", "841.89×595.28", "595.28×841.89"]);
    expect(inkOf(bytes, 3).every((ink) => ink > 10_000)).toBe(true);
    expect(withFile(bytes, (path) => run("qpdf", ["--check", path]).code)).toBe(0);
    expect((await join([upright, lying, upright])).pdf).toBe(pdf);
    expect(bytes.length).toBeLessThan(2 * (upright.length * 2 + lying.length));
  });
});

describe("a PDF", () => {
  const check = (bytes: Uint8Array, how: "work" | "hasty" | "cancelled" = "work") =>
    page.evaluate(
      async ([base64, way]) => {
        const { paperPage } = globalThis as unknown as { paperPage: PaperPage };
        const file = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
        const stop = new AbortController();
        const checking = paperPage[way === "hasty" ? "hasty" : "work"].checkPdf(file, stop.signal);
        if (way === "cancelled") stop.abort();
        const checked = await checking;
        return checked.ok ? checked.value.pages : checked.problem.kind;
      },
      [Buffer.from(bytes).toString("base64"), how] as const,
    );

  it("is looked through, and refused in words of its own", async () => {
    const whole = await wholePdf(5);
    expect(await check(whole)).toBe(5);
    expect(await check(whole.slice(0, whole.length / 2))).toBe("pdf-damaged");
    expect(await check(throughQpdf(whole, "--encrypt", "user", "owner", "256", "--"))).toBe("pdf-protected");
    const twice = { dictionary: "<< /Filter [/FlateDecode /FlateDecode] >>", data: "x" };
    expect(await check(onePage(STILL, [twice]))).toBe("pdf-too-complex");
    expect(await check(bytesOf(""))).toBe("pdf-without-pages");
  });

  it("is given up on when it takes too long, or the person stops it", async () => {
    const whole = await wholePdf(5);
    expect(await check(whole, "hasty")).toBe("paper-took-too-long");
    expect(await check(whole, "cancelled")).toBe("cancelled");
    expect(await check(whole)).toBe(5);
  });
});

it("breaks no rule of the policy", async () => {
  expect(await wrong()).toEqual([]);
});
