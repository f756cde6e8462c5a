/** The rules of the house: which folder may import which, and who owns a dangerous package. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** Folder → folders it may import besides itself; an entry with a slash allows those files only. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  forms: ["domain"],
  crypto: ["domain"],
  store: ["domain", "crypto"],
  sync: ["domain", "store/entryStore.ts"],
  documents: ["domain", "forms"],
  app: ["domain", "forms", "crypto", "store", "sync", "documents"],
  ui: ["app", "forms", "domain", "sw/shared.ts"],
  sw: [],
  server: ["domain", "sync/protocol.ts", "sync/noticesProtocol.ts", "crypto/verify.ts"],
  "main.tsx": ["app", "ui", "crypto/worker.ts", "documents/worker.ts"],
};

/** Package → the only places that may import it. A folder, or one file. */
const OWNERS: Record<string, readonly string[]> = {
  "libsodium-wrappers-sumo": ["crypto/sodium.ts"],
  dexie: ["store"],
  rxdb: ["store", "sync"],
  rxjs: ["sync"],
  "@cantoo/pdf-lib": ["documents"],
  "@cantoo/fontkit": ["documents"],
  "bidi-js": ["documents"],
  qr: ["documents"],
  "solid-js": ["ui", "main.tsx"],
  "@solidjs/router": ["ui"],
  signature_pad: ["ui"],
  "workbox-window": ["ui"],
  "workbox-precaching": ["sw"],
  "workbox-routing": ["sw"],
  comlink: ["app", "crypto/worker.ts", "documents/worker.ts"],
  "@scure/bip39": ["crypto", "documents"],
  fastify: ["server"],
  "@fastify/cookie": ["server"],
  "@fastify/compress": ["server"],
  "@fastify/static": ["server"],
  pg: ["server"],
  nodemailer: ["server/notices/mail.ts"],
  "web-push": ["server/notices/push.ts"],
  zod: ["domain", "forms", "crypto", "store", "sync", "documents", "app", "server"],
};
/** Only the server stands on Node. */
const NODE_USERS = ["server"];

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s(?:[^"';]*?\sfrom\s)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

type Import = { readonly file: string; readonly target: string };

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));

/** Comments name modules too; they are not imports. */
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

const imports: Import[] = files.flatMap((file) => {
  const text = withoutComments(readFileSync(join(SRC, file), "utf8"));
  return [...text.matchAll(IMPORT)].map((match) => ({ file, target: (match[1] ?? match[2]) as string }));
});

const folderOf = (file: string) => file.split(sep)[0] as string;

/** The file an import names, relative to src; undefined for a package. */
function resolved({ file, target }: Import): string | undefined {
  if (!target.startsWith(".")) return undefined;
  return relative(SRC, resolve(SRC, dirname(file), target.replace(/\?.*$/, "")));
}

const matches = (path: string, rule: string) => path === rule || path.startsWith(`${rule}${sep}`);

describe("the house", () => {
  it("was read whole", () => {
    expect(files.length).toBeGreaterThan(150);
    expect(imports.length).toBeGreaterThan(500);
  });

  it("lets each folder import only what it may", () => {
    const broken = imports.flatMap((each) => {
      const path = resolved(each);
      if (path === undefined) return [];
      const from = folderOf(each.file);
      const allowed = [from, ...(MAY_IMPORT[from] ?? [])];
      // Styles and data may be imported by whoever sits beside them.
      return allowed.some((rule) => matches(path, rule)) ? [] : [`${each.file} imports ${path}`];
    });
    expect(broken).toEqual([]);
  });

  it("keeps every package with its owner", () => {
    const broken = imports.flatMap(({ file, target }) => {
      if (target.startsWith(".")) return [];
      if (target.startsWith("node:")) {
        return NODE_USERS.includes(folderOf(file)) ? [] : [`${file} imports ${target}`];
      }
      const name = target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");
      const owners = OWNERS[name];
      if (!owners) return [`${file} imports ${name}, which no folder owns`];
      return owners.some((owner) => matches(file, owner)) ? [] : [`${file} imports ${name}`];
    });
    expect(broken).toEqual([]);
  });

  it("has no cycles", () => {
    const graph = new Map<string, string[]>();
    for (const each of imports) {
      const path = resolved(each);
      if (path) graph.set(each.file, [...(graph.get(each.file) ?? []), path]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      if (done.has(file) || trail.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it("has no barrels and no file that nobody could hold in mind", () => {
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
    const long = files.filter((file) => readFileSync(join(SRC, file), "utf8").split("\n").length > 301);
    expect(long).toEqual([]);
  });

  it("writes to no console and uses no `any`", () => {
    const loud = files.filter((file) =>
      /\bconsole\./.test(withoutComments(readFileSync(join(SRC, file), "utf8"))),
    );
    expect(loud).toEqual([]);
    const untyped = files.filter((file) =>
      /(:|as|<)\s*any\b(?!\w)/.test(withoutComments(readFileSync(join(SRC, file), "utf8"))),
    );
    expect(untyped).toEqual([]);
  });
});
