/**
 * Persisted shapes keep the fields that a newer version wrote (`z.looseObject`), which gives their types an
 * index signature: a misspelt field would compile as `unknown`. `Known` is the same shape as this version
 * knows it, read-only, so that it does not.
 */
export type Known<T> = T extends string | number | boolean | bigint | symbol | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Known<Item>[]
    : T extends object
      ? { readonly [Key in keyof T as string extends Key ? never : Key]: Known<T[Key]> }
      : T;
