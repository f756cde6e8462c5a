/** Which actions a list shows, under which headings. */
import { describe, expect, it } from "vitest";
import type { ListedAction } from "../../src/app/actionTypes.ts";
import { atOnce } from "../../src/app/inTurn.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { type Arrangement, arrangeInTurn, firstOf, type Group } from "../../src/ui/actions/arrange.ts";
import { type Choices, findInTurn, makeOf } from "../../src/ui/actions/find.ts";
import { byUrgency, makeUrgency } from "../../src/ui/actions/order.ts";
import { EVERYTHING, makeWanted, optionsIn } from "../../src/ui/actions/wanted.ts";

const TODAY = "2026-11-26" as CalendarDate;
const made = (parts: Partial<ListedAction>): ListedAction =>
  ({
    what: "Visit",
    owner: "Jo Okoro",
    agency: "Housing",
    contact: "",
    reference: "ASH-1",
    subject: "",
    panelName: "Ashfield",
    definitionId: "ashfield",
    due: "",
    state: "open",
    addedMs: 0,
    forMe: false,
    ...parts,
  }) as ListedAction;
const urgencyOf = makeUrgency(TODAY, []);
const meetingOf = ({ definitionId }: ListedAction) =>
  definitionId === "ashfield" ? ("2026-12-03" as CalendarDate) : undefined;
const arrange = (sorted: readonly ListedAction[], by: Arrangement): readonly Group[] =>
  atOnce(arrangeInTurn(sorted, by, { urgencyOf, meetingOf }));
const titles = (actions: readonly ListedAction[], by: Arrangement) =>
  arrange(byUrgency(actions, urgencyOf), by).map(({ title, counts }) => [title, counts]);

describe("a list of actions", () => {
  const late = made({ owner: "Zed Young", due: "2026-11-20", what: "Ring the school’s head" });
  const soon = made({ due: "2026-11-27" });
  const over = made({
    state: "done",
    agency: "Police",
    reference: "OXF-2",
    definitionId: "ox",
    panelName: "Ox",
  });

  it("shows those that have every word in them, of the case, agency and panel chosen", () => {
    const found = (wanted: Partial<typeof EVERYTHING>) =>
      [late, soon, over].filter(makeWanted({ ...EVERYTHING, ...wanted }));
    expect(found({})).toHaveLength(3);
    expect(found({ words: " SCHOOL's  young " })).toEqual([late]);
    expect(found({ words: "school okoro" })).toEqual([]);
    expect(found({ agency: "Police" })).toEqual([over]);
    expect(found({ panel: "ashfield" })).toEqual([late, soon]);
    expect(found({ reference: "OXF-2" })).toEqual([over]);
  });

  it("offers each choice once, in order, and none for what says nothing", () => {
    const all = [late, over, soon, made({ agency: "" })];
    expect(
      optionsIn(
        all,
        ({ agency }) => agency,
        ({ agency }) => agency,
      ),
    ).toEqual([
      { value: "Housing", label: "Housing" },
      { value: "Police", label: "Police" },
    ]);
  });

  it("[OXT-33] is by person for whoever leads an agency, those with most overdue first", () => {
    expect(titles([soon, late, over], "person")).toEqual([
      ["Zed Young", "1 to do, 1 overdue"],
      ["Jo Okoro", "1 to do"],
    ]);
  });

  it("is by the meeting that asks next, and last what has none", () => {
    expect(titles([over, soon, late], "meeting")).toEqual([
      ["Ashfield, 3 December 2026", "2 to do, 1 overdue"],
      ["Ox, no meeting set", "0 to do"],
    ]);
  });

  it("is of those chosen, and counts whose are left to do whatever else is chosen", () => {
    const mine = made({ mine: true, agency: "Police", due: "2026-12-24" });
    const find = (choices: Partial<Choices>) =>
      atOnce(
        findInTurn(
          byUrgency([over, mine, soon, late], urgencyOf),
          { whose: "all", wanted: EVERYTHING, withOver: false, by: "urgency", ...choices },
          { urgencyOf, meetingOf, agency: "Police" },
        ),
      );
    const left = { mine: 1, agency: 1, all: 3 };
    expect(find({})).toMatchObject({ left, actions: [late, soon, mine] });
    expect(find({ withOver: true })).toMatchObject({ left, actions: [late, soon, mine, over] });
    expect(find({ whose: "agency", withOver: true })).toMatchObject({ left, actions: [mine, over] });
    expect(find({ wanted: { ...EVERYTHING, agency: "Housing" } })).toMatchObject({
      left,
      actions: [late, soon],
    });
    expect(find({ by: "agency" }).groups.map(({ title }) => title)).toEqual(["Housing", "Police"]);
    // One’s own stand by urgency whatever was chosen for those of many.
    const own = find({ whose: "mine", by: "agency" });
    expect(own).toMatchObject({ left, actions: [mine], choices: { whose: "mine" } });
    expect(own.groups.map(({ title }) => title)).toEqual(["Later"]);
  });

  it("is nobody’s agency’s where this person has none", () => {
    expect([made({ agency: "" }), made({})].filter(makeOf("agency", ""))).toEqual([]);
  });

  it("shows so many over all its headings, which still count everything", () => {
    const arranged = arrange([late, soon, over], "agency");
    const shown = firstOf(arranged, 1);
    expect(shown.map(({ title, counts, actions }) => [title, counts, actions.length])).toEqual([
      ["Housing", "2 to do, 1 overdue", 1],
    ]);
  });
});
