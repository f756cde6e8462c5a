/**
 * How many pixels a picture says it has, from its first bytes, so that one made to fill a device's memory is
 * refused before it is opened. Undefined where they do not say.
 */

export type Size = { readonly width: number; readonly height: number };

/** Enough for the notes a camera puts before the size; a colour profile may be half a megabyte. */
export const HEAD_BYTES = 1024 * 1024;

export function pictureSize(head: Uint8Array): Size | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
    if (view.getUint32(0) === 0x47494638)
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (view.getUint32(8) === 0x57454250) return webpSize(view);
  } catch {
    // It ends before it says.
  }
  return undefined;
}

/** Segments up to the one that begins the picture (ITU T.81, B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    while (view.getUint8(at + 1) === 0xff) at += 1;
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xda || marker === 0xd9) return undefined;
  }
}

/** The three kinds of WebP (RFC 9649, section 2). */
function webpSize(view: DataView): Size | undefined {
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  switch (view.getUint32(12)) {
    case 0x56503858: // "VP8X"
      return { width: three(24) + 1, height: three(27) + 1 };
    case 0x56503820: // "VP8 "
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      // "VP8L"
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}
