/** What a page must never do, whatever the test is about: throw, break its policy, or speak to a third party. */
import type { Page } from "playwright-core";

export type Watched = { readonly faults: string[]; readonly hosts: Set<string> };

/** Lost connections are what many tests are about; the browser's own lines about them are not faults. */
const EXPECTED = /Failed to load resource|net::ERR_|RxDB|rxdb/;

export function watchPage(page: Page, watched: Watched): void {
  page.on("pageerror", (error) =>
    watched.faults.push(`error: ${String(error.stack ?? error).slice(0, 500)}`),
  );
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !EXPECTED.test(text))
      watched.faults.push(`console: ${text.slice(0, 300)}`);
  });
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http")) watched.hosts.add(host);
  });
}
