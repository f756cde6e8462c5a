/**
 * What anybody may read of a panel, without signing in and without a database: its rules from the app's own files, its
 * dates and contact as a co-ordinator published them, its form on paper made on the reader's own device. [ASH-04]
 */
import { z } from "zod";
import { type PublicDates, PublicAddress } from "../domain/publicDates.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { SHIPPED_PANELS } from "../forms/panels/shipped.ts";
import { parseDefinition } from "../forms/parseDefinition.ts";
import { PublicReply } from "../sync/protocol.ts";
import { makeHttpTransport, type Transport } from "../sync/transport.ts";
import { makeBlankPdf } from "./blankFormActions.ts";
import type { OpenFile } from "./exportTypes.ts";
import type { StartDocumentsWorker } from "./makePdf.ts";
import type { Outcome } from "./outcome.ts";

// As in confer.ts: the content security policy forbids eval, by which zod would speed itself up.
z.config({ jitless: true });

export type FoundPanel =
  | {
      readonly kind: "found";
      readonly list: PublicDates;
      /** As it came with this app, whose version may be another than the panel's. Undefined: it did not come with it. */
      readonly definition: PanelDefinition | undefined;
    }
  /** Nobody published a panel under this address. */
  | { readonly kind: "none" }
  /** No answer, or none of ours. */
  | { readonly kind: "unreachable" };

export type PublicPanels = {
  find(address: string): Promise<FoundPanel>;
  blankForm(definition: PanelDefinition): Promise<Outcome<OpenFile>>;
};

export const startPublicPanels = (
  startWorker: StartDocumentsWorker,
  transport: Pick<Transport, "get"> = makeHttpTransport(),
  now: () => number = Date.now,
): PublicPanels => ({
  async find(address) {
    if (!PublicAddress.safeParse(address).success) return { kind: "none" };
    const answer = await transport.get(`/public/${address}/panel.json`, PublicReply);
    if (answer.ok) {
      const { list } = answer.value;
      return { kind: "found", list, definition: await shipped(list.panel) };
    }
    const { fault } = answer;
    return { kind: fault.kind === "refused" && fault.code === "not-found" ? "none" : "unreachable" };
  },
  blankForm: (definition) => makeBlankPdf(definition, startWorker, now()),
});

async function shipped(panel: PublicDates["panel"]): Promise<PanelDefinition | undefined> {
  const file = SHIPPED_PANELS.find(({ id }) => id === panel?.id);
  if (!file) return undefined;
  const parsed = parseDefinition(await file.load());
  return parsed.ok ? parsed.definition : undefined;
}
