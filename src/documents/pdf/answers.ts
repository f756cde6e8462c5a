/** Questions with their answers. */
import type { Block } from "../model.ts";
import { numbering } from "./prose.ts";
import { kept, lineStrips, spaced } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { PROSE_MAX, STYLE } from "./theme.ts";
import type { Frame } from "./theme.ts";
import { wrap } from "./wrap.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

const BEFORE_ANSWER = 15;
const UNDER_LABEL = 2;

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
