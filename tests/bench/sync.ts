/** First synchronising over real HTTP with a real server process, and a browser on a new profile each time. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeDataDir, removeDataDir, secretOf, spawnServer } from "../support/server.ts";
import { inBrowser } from "./browser.ts";
import { ratioOf, showMs, showRatio, spreadOf, table } from "./figures.ts";
import type { Size } from "./storage.ts";

const NODE = resolve(import.meta.dirname, "../../node_modules/.bin/node");
const POUCH_SERVER = resolve(import.meta.dirname, "servers/pouch.ts");

type Round = {
  conferPush: number;
  conferPull: number;
  conferOpened: number;
  pouchPush: number;
  pouchPull: number;
};

async function onNewProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), "confer-bench-"));
  try {
    return await work(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function conferRound(distDir: string, { count, bytes }: Size) {
  const dataDir = makeDataDir();
  const server = await spawnServer({ CONFER_DATA_DIR: dataDir, CONFER_DIST_DIR: distDir });
  try {
    const secret = secretOf(server.setupLink ?? "");
    const pushed = await onNewProfile((profile) =>
      inBrowser(server.url, profile, "pushConfer", secret, count, bytes),
    );
    const pull = (opened: boolean) =>
      onNewProfile((profile) => inBrowser(server.url, profile, "pullConfer", pushed.identity, count, opened));
    const sealed = await pull(false);
    const opened = await pull(true);
    return { conferPush: pushed.ms, conferPull: sealed.ms, conferOpened: opened.ms };
  } finally {
    await server.stop();
    removeDataDir(dataDir);
  }
}

/** The process and its port. */
async function startPouch(distDir: string): Promise<{ child: ChildProcess; port: string }> {
  const child = spawn(NODE, ["--no-warnings", POUCH_SERVER, distDir], {
    stdio: ["ignore", "pipe", "ignore"],
    cwd: tmpdir(),
  });
  const port = await new Promise<string>((found, fail) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const said = /port (\d+)/.exec(chunk.toString())?.[1];
      if (said) found(said);
    });
    child.once("exit", () => fail(new Error("bench: the PouchDB server did not start")));
  });
  return { child, port };
}

async function pouchRound(distDir: string, { count, bytes }: Size) {
  const { child, port } = await startPouch(distDir);
  try {
    const origin = `http://localhost:${port}`;
    const url = `${origin}/db/bench`;
    await fetch(url, { method: "PUT" });
    const pushed = await onNewProfile((profile) =>
      inBrowser(origin, profile, "pushPouch", url, count, bytes),
    );
    const pulled = await onNewProfile((profile) => inBrowser(origin, profile, "pullPouch", url, count));
    return { pouchPush: pushed.ms, pouchPull: pulled.ms };
  } finally {
    child.kill("SIGKILL");
  }
}

/** Markdown. `say` is told of each round as it ends. */
export async function benchSync(distDir: string, size: Size, say: (line: string) => void): Promise<string> {
  const rounds: Round[] = [];
  for (let i = 0; i < size.rounds; i++) {
    const round = { ...(await conferRound(distDir, size)), ...(await pouchRound(distDir, size)) };
    rounds.push(round);
    const figures = Object.entries(round).map(([key, ms]) => `${key} ${ms.toFixed(0)}`);
    say(`sync ${i + 1}/${size.rounds}: ${figures.join(", ")}`);
  }
  const of = (key: keyof Round) => rounds.map((round) => round[key]);
  const row = (label: string, key: keyof Round, peer: keyof Round, aim: string) => [
    label,
    showMs(spreadOf(of(key))),
    showMs(spreadOf(of(peer))),
    showRatio(ratioOf(of(peer), of(key))),
    aim,
  ];
  return table(
    ["", "Confer, ms", "PouchDB, ms", "Confer is faster by", "aim"],
    [
      row(
        "push: signed and sealed before, every signature checked by the server",
        "conferPush",
        "pouchPush",
        "1.5 ×",
      ),
      row("pull: until all is on the device, sealed", "conferPull", "pouchPull", "3 ×"),
      row(
        "pull and open: every signature checked by the reader, opened and folded",
        "conferOpened",
        "pouchPull",
        "3 ×",
      ),
    ],
  );
}
