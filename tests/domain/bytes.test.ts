import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ascii,
  type Bytes,
  concat,
  equalBytes,
  fields,
  parseAscii,
  parseB64,
  parseFields,
  parseUint,
  toB64,
  toB64Url,
  u32,
  u64,
} from "../../src/domain/bytes.ts";
import {
  hashBytes,
  hashFromBytes,
  hashSchema,
  idBytes,
  idFromBytes,
  idSchema,
  isId,
} from "../../src/domain/ids.ts";
import { parseRoles, ROLES, rolesText } from "../../src/domain/roles.ts";

const bytes = fc.uint8Array({ maxLength: 60 }).map((each) => each as Bytes);
const label = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 });
const parts = fc.array(bytes, { maxLength: 5 });

describe("fields", () => {
  it("come apart into the label and parts they were made of", () => {
    fc.assert(
      fc.property(label, parts, (name, given) => {
        expect(parseFields(fields(name, ...given))).toEqual({ label: name, parts: given });
      }),
    );
  });

  it("are the same bytes only for the same label and parts", () => {
    fc.assert(
      fc.property(label, parts, label, parts, (a, someParts, b, otherParts) => {
        const same =
          a === b && JSON.stringify(someParts.map(toB64)) === JSON.stringify(otherParts.map(toB64));
        expect(equalBytes(fields(a, ...someParts), fields(b, ...otherParts))).toBe(same);
      }),
    );
  });

  it("do not run into one another, as plainly joined parts would", () => {
    const [one, two] = [ascii("ab"), ascii("c")];
    const [three, four] = [ascii("a"), ascii("bc")];
    expect(concat(one, two)).toEqual(concat(three, four));
    expect(fields("x", one, two)).not.toEqual(fields("x", three, four));
    expect(fields("x")).not.toEqual(fields("x", new Uint8Array(0)));
  });

  it("read from any bytes give nothing, or exactly those bytes again", () => {
    fc.assert(
      fc.property(bytes, (noise) => {
        const read = parseFields(noise);
        if (read) expect(fields(read.label, ...read.parts)).toEqual(noise);
      }),
    );
  });

  it("are refused with a byte missing, a byte over, or a length that reaches beyond", () => {
    const good = fields("confer/1/x", ascii("part"));
    expect(parseFields(good.slice(0, -1))).toBeUndefined();
    expect(parseFields(concat(good, new Uint8Array(1)))).toBeUndefined();
    expect(parseFields(concat(good, u32(0xffff_ffff)))).toBeUndefined();
    expect(parseFields(new Uint8Array(0))).toBeUndefined();
    expect(parseFields(new Uint8Array(4))).toBeUndefined();
    expect(parseFields(concat(u32(1), new Uint8Array([0x80])))).toBeUndefined();
  });
});

describe("numbers and text", () => {
  it("are big-endian, and come back as they went", () => {
    expect([...u32(0x01020304)]).toEqual([1, 2, 3, 4]);
    expect([...u64(0x0001020304050607)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(parseUint(u64(value))).toBe(value);
      }),
    );
    expect(parseUint(new Uint8Array(8).fill(255))).toBeUndefined();
  });

  it.each([-1, 0.5, 2 ** 32, Number.NaN])("refuse %d as four bytes", (value) => {
    expect(() => u32(value)).toThrow(RangeError);
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN])("refuse %d as eight bytes", (value) => {
    expect(() => u64(value)).toThrow(RangeError);
  });

  it("are ASCII or nothing", () => {
    expect(() => ascii("é")).toThrow(RangeError);
    expect(parseAscii(new Uint8Array([0x41, 0x80]))).toBeUndefined();
    fc.assert(
      fc.property(label, (text) => {
        expect(parseAscii(ascii(text))).toBe(text);
      }),
    );
  });

  it("are base64 or nothing", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(parseB64(toB64(value))).toEqual(value);
        expect(parseB64(toB64Url(value), "base64url")).toEqual(value);
      }),
    );
    for (const text of ["a", "AA", "AA=", "AB==", "AA==A", "A_-A", "%%%%"])
      expect(parseB64(text), text).toBeUndefined();
  });
});

describe("ids and hashes", () => {
  const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((each) => each as Bytes);

  it("are one text to sixteen bytes, both ways", () => {
    fc.assert(
      fc.property(sixteen, (value) => {
        const id = idFromBytes<never>(value);
        expect(isId(id)).toBe(true);
        expect(idBytes(id)).toEqual(value);
      }),
    );
  });

  it("have no second spelling, so that one thing cannot go by two names", () => {
    const id = idFromBytes<never>(new Uint8Array(16)) as string;
    const alias = `${id.slice(0, -1)}B`;
    expect(parseB64(alias, "base64url")).toEqual(new Uint8Array(16));
    expect(isId(alias)).toBe(false);
    const hash = hashFromBytes(new Uint8Array(32).fill(1)) as string;
    const other = hash.slice(0, -1) + String.fromCharCode(hash.charCodeAt(hash.length - 1) + 1);
    expect(parseB64(other, "base64url")).toEqual(new Uint8Array(32).fill(1));
    expect(hashSchema.safeParse(other).success).toBe(false);
    expect(hashSchema.safeParse(hash).success).toBe(true);
  });

  it.each([
    "",
    "AAAA",
    "__proto__",
    "../../../../../../etc",
    `${"A".repeat(21)}A\n`,
    ` ${"A".repeat(21)}A`,
    "A".repeat(23),
    7,
    null,
    {},
  ])("are not %j", (value) => {
    expect(idSchema().safeParse(value).success).toBe(false);
    expect(hashSchema.safeParse(value).success).toBe(false);
  });

  it("throw on text that never was one: it should have been parsed before", () => {
    expect(() => idBytes("short" as never)).toThrow(RangeError);
    expect(() => hashBytes("short" as never)).toThrow(RangeError);
    expect(hashBytes(undefined)).toEqual(new Uint8Array(32));
  });
});

it("roles have one spelling: sorted, none twice, at least one", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ROLES), { minLength: 1 }), (roles) => {
      const text = rolesText(roles);
      expect(parseRoles(ascii(text))).toEqual([...new Set(roles)].toSorted());
    }),
  );
  for (const text of [
    "",
    "chair,",
    ",chair",
    "coordinator,chair",
    "chair,chair",
    "Chair",
    "chair, member",
    "owner",
  ]) {
    expect(parseRoles(ascii(text)), text).toBeUndefined();
  }
});
