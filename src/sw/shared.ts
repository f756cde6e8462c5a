/** What the worker and the page say to each other of files that another app has shared. */

/** As the manifest names them. */
export const SHARE_PATH = "/shared";
export const SHARED_FIELD = "files";
/** Where the share leads. */
export const SHARED_PLACE = "/actions?shared=yes";

/** From the page, with a port for the answer: a list of `SharedFile`. Each is given once. */
export const TAKE_SHARED = "TAKE_SHARED";

export type SharedFile = { readonly name: string; readonly bytes: ArrayBuffer };
