/** The panel's checklist as those who decide have filled it in: what each found on each point, and when. */
import { mayLead } from "../roles.ts";
import type { UserId } from "../ids.ts";
import { compareOrder } from "../happened.ts";
import type { CaseFile } from "./caseFile.ts";

export type Finding = {
  readonly point: string;
  readonly finding: "yes" | "no" | "unsure";
  readonly note: string;
  readonly by: UserId;
  readonly atMs: number;
  /** Found before the referral was last sent: what was missing may be there now. */
  readonly before: boolean;
};

/** The newest of each person on each point, oldest first. Only what co-ordinators and chairs wrote counts. */
export function findingsOf(file: CaseFile): readonly Finding[] {
  const newest = new Map<string, CaseFile["checked"][number]>();
  for (const each of file.checked) {
    if (mayLead(each.roles)) newest.set(`${each.author}/${each.record.point}`, each);
  }
  const sent = file.status.findLast(
    ({ record }) => record.type === "submitted" || record.type === "corrected",
  );
  return [...newest.values()]
    .toSorted((a, b) => compareOrder(a.order, b.order))
    .flatMap(({ author, order, record: { point, finding, note = "" } }) =>
      finding === ""
        ? []
        : [
            {
              point,
              finding,
              note,
              by: author,
              atMs: order[0],
              before: sent !== undefined && compareOrder(order, sent.order) < 0,
            },
          ],
    );
}
