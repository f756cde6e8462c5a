/** What the benchmark uses of the packages it compares with: they bring no types, or are not installed yet. */
interface PouchRow {
  readonly id: string;
  readonly doc?: Record<string, unknown>;
}
interface PouchDatabase {
  info(): Promise<unknown>;
  crypto(password: string): Promise<void>;
  bulkDocs(docs: readonly object[]): Promise<readonly { readonly error?: unknown }[]>;
  put(doc: object): Promise<unknown>;
  allDocs(options: { include_docs: true }): Promise<{ readonly rows: readonly PouchRow[] }>;
  readonly replicate: Record<
    "to" | "from",
    (
      url: string,
      options: { batch_size: number; batches_limit: number },
    ) => Promise<{ readonly docs_written: number }>
  >;
  close(): Promise<void>;
}
interface PouchConstructor {
  new (name: string, options?: object): PouchDatabase;
  plugin(plugin: unknown): PouchConstructor;
  defaults(options: object): PouchConstructor;
}

declare module "pouchdb-browser" {
  const PouchDB: PouchConstructor;
  export default PouchDB;
}
declare module "pouchdb-core" {
  const PouchDB: PouchConstructor;
  export default PouchDB;
}
declare module "crypto-pouch" {
  const plugin: object;
  export default plugin;
}
declare module "pouchdb-adapter-memory" {
  const plugin: unknown;
  export default plugin;
}
declare module "pouchdb-adapter-http" {
  const plugin: unknown;
  export default plugin;
}
declare module "pouchdb-mapreduce" {
  const plugin: unknown;
  export default plugin;
}
declare module "pouchdb-replication" {
  const plugin: unknown;
  export default plugin;
}
declare module "pouchdb-find" {
  const plugin: unknown;
  export default plugin;
}
declare module "express" {
  interface Application {
    use(...handlers: unknown[]): Application;
    listen(port: number, host: string, ready: () => void): import("node:http").Server;
  }
  const express: { (): Application; static(folder: string): unknown };
  export default express;
}
declare module "express-pouchdb" {
  const handler: (PouchDB: PouchConstructor, options: object) => unknown;
  export default handler;
}

interface KitDocument {
  on(name: string, hear: (part: unknown) => void): void;
  registerFont(name: string, file: ArrayBufferLike): void;
  struct(type: string, draw?: () => unknown): KitElement;
  addStructure(element: KitElement): void;
  font(name: string): KitDocument;
  fontSize(size: number): KitDocument;
  text(text: string): KitDocument;
  moveDown(lines: number): KitDocument;
  table(options: object): void;
  end(): void;
}
interface KitElement {
  add(element: KitElement): void;
  end(): void;
}
declare module "*/pdfkit.standalone.js" {
  const PDFDocument: new (options: object) => KitDocument;
  export default PDFDocument;
}
declare module "*/pdfmake.min.js" {
  const pdfMake: {
    addVirtualFileSystem(files: object): void;
    addFonts(fonts: object): void;
    createPdf(definition: object): { getBlob(): Promise<Blob> };
  };
  export default pdfMake;
}
