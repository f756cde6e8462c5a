/** Whether a file may leave the app without a password, by the rule of the panel that it is about. [ASH-69] */
import type { PanelDefinition } from "./definition.ts";
import type { OPEN_FILES } from "./definition/handling.ts";

export type OpenFileKind = (typeof OPEN_FILES)[number];

export const mayLeaveOpen = ({ exports }: Pick<PanelDefinition, "exports">, kind: OpenFileKind): boolean =>
  !exports.passwordRequired || (exports.openFiles ?? []).includes(kind);
