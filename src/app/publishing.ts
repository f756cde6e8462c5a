/**
 * Publishing a panel's dates for everybody. The server cannot read when a panel meets, so a co-ordinator's device
 * tells it: at the press that publishes, and again whenever the dates have changed since.
 */
import type { PublicDates } from "../domain/publicDates.ts";
import { londonDateOf } from "../domain/londonTime.ts";
import { mayLead } from "../domain/roles.ts";
import { PROTOCOL_VERSION, PublishReply } from "../sync/protocol.ts";
import type { ServerSession } from "../sync/session.ts";
import type { Answer, Transport } from "../sync/transport.ts";
import { type Context, rolesOf } from "./context.ts";
import { panelsOf, PUBLISHED_AS, PUBLISHED_CONTACT } from "./definitions.ts";
import { problemOfFault } from "./faults.ts";
import type { Outcome } from "./outcome.ts";
import type { PanelActions, PanelInfo } from "./panelTypes.ts";
import { publicDatesOf } from "./publicDates.ts";
import { serverNow } from "./serverClock.ts";

export class Publishing {
  readonly #context: Context;
  readonly #transport: Transport;
  readonly #session: ServerSession;
  /** What this device has sent since it was unlocked, by address. */
  readonly #sent = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: Context, transport: Transport, session: ServerSession) {
    this.#context = context;
    this.#transport = transport;
    this.#session = session;
  }

  readonly actions: Pick<PanelActions, "publishDates" | "unpublishDates"> = {
    publishDates: (definition, address) => this.#alone(() => this.#publish(definition, address)),
    unpublishDates: (definition) => this.#alone(() => this.#unpublish(definition)),
  };

  /** Brings what is public up to date, where this person leads and the server can be reached. */
  refresh(): Promise<void> {
    return this.#alone(async () => {
      const { online, identity } = this.#context;
      if (!online || !mayLead(rolesOf(this.#context, identity.user))) return;
      const published = this.#panels().flatMap((panel) =>
        panel.publishedAs === undefined ? [] : [{ address: panel.publishedAs, list: this.#listOf(panel) }],
      );
      for (const { address, list } of published) {
        if (this.#sent.get(address) !== JSON.stringify(list)) await this.#put(address, list);
      }
      // Taken back on another device, and sent from this one before it heard of that.
      const gone = [...this.#sent.keys()].filter((sent) =>
        published.every(({ address }) => address !== sent),
      );
      for (const address of gone) await this.#remove(address);
    });
  }

  async #publish(definition: string, address: string): Promise<Outcome> {
    const panels = this.#panels();
    const panel = panels.find((each) => each.definition.id === definition);
    if (!panel) return { ok: false, problem: { kind: "not-allowed" } };
    const taken = panels.some((each) => each !== panel && each.publishedAs === address);
    if (taken) return { ok: false, problem: { kind: "address-taken" } };
    // The server first: nothing is ever said to be published that is not.
    const put = await this.#put(address, this.#listOf({ ...panel, publishesContact: true }));
    return put.ok ? this.#note(definition, address) : { ok: false, problem: problemOfFault(put.fault) };
  }

  async #unpublish(definition: string): Promise<Outcome> {
    const address = this.#panels().find((each) => each.definition.id === definition)?.publishedAs;
    if (address === undefined) return { ok: true, value: undefined };
    const removed = await this.#remove(address);
    return removed.ok ? this.#note(definition, "") : { ok: false, problem: problemOfFault(removed.fault) };
  }

  /** One after another: what is being taken back is not sent again meanwhile. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  #panels(): readonly PanelInfo[] {
    return panelsOf(this.#context, this.#today());
  }

  #today() {
    return londonDateOf(serverNow(this.#context));
  }

  #listOf(panel: PanelInfo): PublicDates {
    return publicDatesOf(panel, this.#today());
  }

  async #put(address: string, list: PublicDates): Promise<Answer<unknown>> {
    const body = { version: PROTOCOL_VERSION, list };
    const put = await this.#session.call(() => this.#transport.put(`/public/${address}`, body, PublishReply));
    if (put.ok) this.#sent.set(address, JSON.stringify(list));
    return put;
  }

  async #remove(address: string): Promise<Answer<unknown>> {
    const removed = await this.#session.call(() => this.#transport.delete(`/public/${address}`));
    if (removed.ok) this.#sent.delete(address);
    return removed;
  }

  #note(definition: string, address: string): Promise<Outcome> {
    const { scribe, identity } = this.#context;
    const values = [
      { key: PUBLISHED_AS, value: address },
      { key: PUBLISHED_CONTACT, value: address === "" ? "" : "yes" },
    ];
    return scribe.write(identity.panel, [{ type: "panel-settings", definition, values }]);
  }
}
