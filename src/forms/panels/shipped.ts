/** The panels that come with Confer, each fetched only when somebody adds it. A panel more is a line more. */
export type ShippedPanel = {
  readonly id: string;
  readonly name: string;
  readonly load: () => Promise<unknown>;
};

export const SHIPPED_PANELS: readonly ShippedPanel[] = [
  {
    id: "ashfield",
    name: "Ashfield Complex Case Panel",
    load: async () => (await import("./ashfield.json", { with: { type: "json" } })).default,
  },
  {
    id: "hartlepool-stockton",
    name: "Hartlepool and Stockton-on-Tees Complex Case Meetings",
    load: async () => (await import("./hartlepool-stockton.json", { with: { type: "json" } })).default,
  },
  {
    id: "hertfordshire",
    name: "Hertfordshire Complex Case Panel",
    load: async () => (await import("./hertfordshire.json", { with: { type: "json" } })).default,
  },
  {
    id: "oxfordshire",
    name: "Oxfordshire Complex Child Panel",
    load: async () => (await import("./oxfordshire.json", { with: { type: "json" } })).default,
  },
];
