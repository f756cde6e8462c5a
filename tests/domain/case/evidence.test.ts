/** Which papers show how an action stands, and whose word on that counts. */
import { describe, expect, it } from "vitest";
import { actionsOf } from "../../../src/domain/case/actions.ts";
import { emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import type { ActionId, EntryId, PaperId, ScopeId } from "../../../src/domain/ids.ts";
import type { CaseRecord, Stamped } from "../../../src/domain/records/record.ts";
import { entryId, makeStamper, type StampParts } from "../stamped.ts";

const scope = "AAAAAAAAAAAAAAAAAAAAAA" as ScopeId;
const action = entryId(1) as string as ActionId;
const paper = (number: number) => entryId(number) as string as PaperId;
const WORKER: StampParts = { who: 5, roles: ["member"] };
const OTHER: StampParts = { who: 6, roles: ["member"] };

const stamp = makeStamper();
const added = (number: number, by: StampParts) =>
  stamp(
    {
      type: "paper-added",
      paper: paper(number),
      kind: "evidence",
      title: `Photo ${number}`,
      fileName: "p.jpg",
      mediaType: "image/jpeg",
      sizeBytes: 10,
      order: number,
      epoch: 1,
      blob: paper(number) as string,
    } as CaseRecord,
    by,
  );
const update = (evidence: readonly PaperId[], by: StampParts, takesBack?: EntryId) =>
  stamp(
    {
      type: "action-updated",
      action,
      state: "done",
      words: "",
      evidence: [...evidence],
      ...(takesBack !== undefined && { takesBack }),
    } as CaseRecord,
    by,
  );
const set = stamp({ type: "action-set", action, what: "Visit" } as CaseRecord);
const evidenceIn = (...records: Stamped<CaseRecord>[]) =>
  actionsOf(foldCase(emptyCaseFile(scope), [set, ...records]))[0]?.evidence;

describe("evidence", () => {
  it("is what an action’s words name, each paper once", () => {
    const [one, two] = [added(1, WORKER), added(2, OTHER)];
    const said = [update([paper(1)], WORKER), update([paper(2)], OTHER), update([paper(1)], WORKER)];
    expect(evidenceIn(one, two, ...said)).toEqual([paper(1), paper(2)]);
  });

  it("is nobody’s but who added it, and nothing that is not there or was taken away", () => {
    const gone = stamp({ type: "paper-changed", paper: paper(2), removed: true } as CaseRecord, WORKER);
    const said = update([paper(1), paper(2), paper(3)], OTHER);
    expect(evidenceIn(added(1, WORKER), added(2, OTHER), gone, said)).toEqual([]);
  });

  it("goes with the words that are taken back, by whom they are and by nobody else", () => {
    const shown = [added(1, WORKER), update([paper(1)], WORKER)] as const;
    expect(evidenceIn(...shown, update([], OTHER, shown[1].id))).toEqual([paper(1)]);
    expect(evidenceIn(...shown, update([], WORKER, shown[1].id))).toEqual([]);
  });
});
