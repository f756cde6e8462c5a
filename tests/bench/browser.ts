/** One browser process, one page, one call. */
import { launchChromium } from "../support/chromium.ts";
import type { Bench } from "./pages/main.ts";

const SLOWEST_MS = 300_000;

type Reply<Name extends keyof Bench> = Awaited<ReturnType<Bench[Name]>>;

/** Opens the page in a new process on this profile, makes the call and closes the process again. */
export async function inBrowser<Name extends keyof Bench>(
  url: string,
  profileDir: string,
  name: Name,
  ...args: Parameters<Bench[Name]>
): Promise<Reply<Name>> {
  const chromium = await launchChromium({ profileDir });
  const { page } = chromium;
  page.setDefaultTimeout(SLOWEST_MS);
  try {
    const failed = new Promise<never>((_, fail) => {
      page.on("pageerror", fail);
      setTimeout(() => fail(new Error(`bench: ${name} took too long`)), SLOWEST_MS).unref();
    });
    // Awaited only in the race: a page may also fail after it.
    failed.catch(() => undefined);
    await page.goto(url);
    await page.waitForFunction("globalThis.bench !== undefined");
    const call = page.evaluate(
      ([wanted, given]) =>
        (globalThis as unknown as { bench: Record<string, (...all: unknown[]) => Promise<unknown>> }).bench[
          wanted as string
        ]?.(...(given as unknown[])),
      [name, args] as const,
    );
    return (await Promise.race([call, failed])) as Reply<Name>;
  } finally {
    await chromium.close();
  }
}
