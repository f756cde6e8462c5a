/** The definition language as JSON Schema, so that any editor can help whoever writes a panel. */
import { z } from "zod";
import { PanelDefinition } from "./definition.ts";

export const definitionJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(PanelDefinition, { io: "input", target: "draft-2020-12", reused: "ref" }),
  title: "Panel definition",
});
