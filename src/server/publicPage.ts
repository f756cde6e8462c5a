/**
 * The page on which anybody reads a panel's dates: plain HTML, no script. The list comes from a device and was
 * checked against `PublicDates`; every word of it is escaped all the same. [ASH-04]
 */
import { formatCalendarDate } from "../domain/calendarDate.ts";
import { weekdayOf } from "../domain/days.ts";
import { cutOffWords } from "../domain/icalendar.ts";
import { londonDateOf } from "../domain/londonTime.ts";
import { comingDates, type PublicDate, type PublicDates } from "../domain/publicDates.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? "");

export const PAGE_STYLE = `body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
  font: 1.1875rem/1.5 system-ui, sans-serif; color: #0b0c0c; background: #fff; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; margin-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 1rem 0.6rem 0; border-bottom: 1px solid #b1b4b6; }
th[scope="row"] { font-weight: 400; }
a { color: #1a4f7a; display: inline-block; padding: 0.4rem 0; }
a:focus { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #fd0; color: #0b0c0c; }
@media (prefers-color-scheme: dark) {
  body { color: #f3f2f1; background: #16191d; }
  a { color: #9cc7ec; }
}
`;

/** `address`: the last part of the page's own. Meetings before today are left out; the calendar file has them. */
export function publicPage(list: PublicDates, address: string, nowMs: number): string {
  const coming = comingDates(list, londonDateOf(nowMs));
  const name = escapeHtml(list.name);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Meeting dates – ${name}</title>
<link rel="stylesheet" href="/public/page.css">
</head>
<body>
<main>
<h1>${name}</h1>
${coming.length > 0 ? table(coming) : "<p>No meeting dates are published at the moment.</p>"}
<p><a href="/public/${escapeHtml(address)}/dates.ics">Add these dates to your calendar</a></p>
${contact(list)}${list.panel ? about(address) : ""}</main>
</body>
</html>
`;
}

function contact({ contact: found }: PublicDates): string {
  const parts = [
    found?.email && `email <a href="mailto:${escapeHtml(found.email)}">${escapeHtml(found.email)}</a>`,
    found?.telephone && `telephone ${escapeHtml(found.telephone)}`,
  ].filter((part) => part !== undefined && part !== "");
  return parts.length > 0 ? `<p>Questions: ${parts.join(", ")}</p>\n` : "";
}

const about = (address: string): string =>
  `<p><a href="/panel/${escapeHtml(address)}">What the panel is for, and its form on paper</a></p>\n`;

function table(dates: readonly PublicDate[]): string {
  const rows = dates.map(({ date, start, cutOff, cancelled }) => {
    const day = `${weekdayOf(date)} ${formatCalendarDate(date)}`;
    const by = cancelled || !cutOff ? "" : cutOffWords(cutOff);
    return `<tr><th scope="row">${day}</th><td>${cancelled ? "Cancelled" : start}</td><td>${by}</td></tr>`;
  });
  return `<table>
<caption>Meeting dates</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Time</th><th scope="col">Referrals by</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}
