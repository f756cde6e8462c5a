/** Questions with their answers, and the summary strip at the head of a document. */
import type { Block } from "../model.ts";
import { numbering } from "./prose.ts";
import { kept, lineStrips, spaced } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { HAIRLINE, PROSE_MAX, STYLE } from "./theme.ts";
import type { Frame } from "./theme.ts";
import { wrap } from "./wrap.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

const BEFORE_ANSWER = 15;
const UNDER_LABEL = 2;
const FACT_LABEL_WIDTH = 128;
const FACT_PADDING = 6;

/** A list in which each question is the label and each answer the body: one structure for both. */
export function answersStrips(block: Of<"answers">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const list = kit.tree.child(parent, "L", { A: numbering(kit, "None") });
  return block.answers.flatMap((answer) => {
    const entry = kit.tree.child(list, "LI");
    const label = kit.tree.child(entry, "Lbl");
    const body = kit.tree.child(entry, "LBody");
    const lines = wrap(kit.fonts, answer.label, STYLE.label, Math.min(frame.width, PROSE_MAX));
    const question = kept(lineStrips(lines, label, frame));
    const answered = answer.body.flatMap((part, index) =>
      spaced(kit.strips(part, body, frame), index === 0 ? UNDER_LABEL : 5),
    );
    return spaced([...question, ...answered], BEFORE_ANSWER);
  });
}

/** A two-column table with its header cells down the side. */
export function factsStrips(block: Of<"facts">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const table = kit.tree.child(parent, "Table");
  const body = kit.tree.child(table, "TBody");
  const scope = { A: kit.tree.context.obj({ O: "Table", Scope: "Row" }) };
  const valueX = frame.x + FACT_LABEL_WIDTH;
  return block.facts.map((fact, index): Strip => {
    const row = kit.tree.child(body, "TR");
    const header = kit.tree.child(row, "TH", scope);
    const cell = kit.tree.child(row, "TD");
    const labels = wrap(kit.fonts, fact.label, STYLE.factLabel, FACT_LABEL_WIDTH - 12);
    const values = wrap(kit.fonts, fact.value, STYLE.factValue, frame.width - FACT_LABEL_WIDTH);
    const tallest = Math.max(labels.length, values.length, 1);
    const height = tallest * STYLE.factValue.leading + FACT_PADDING * 2;
    const isLast = index === block.facts.length - 1;
    return {
      height,
      before: index === 0 ? 6 : 0,
      keepNext: !isLast,
      draw(pen, top) {
        if (index === 0) pen.rule(frame.x, top, frame.width, HAIRLINE, 0.75);
        pen.rule(frame.x, top - height, frame.width, HAIRLINE, 0.75);
        let y = top - FACT_PADDING;
        pen.mark(header);
        for (const [at, line] of labels.entries()) pen.line(line, frame.x, y - at * STYLE.factLabel.leading);
        pen.mark(cell);
        for (const line of values) {
          pen.line(line, valueX, y);
          y -= line.style.leading;
        }
      },
    };
  });
}
