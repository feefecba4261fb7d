/** Shapes of objects, in which the definition is told. */

/** An object with exactly one of these keys. */
export type One<Keys> = { [Key in keyof Keys]: Pick<Keys, Key> & Never<Exclude<keyof Keys, Key>> }[keyof Keys];

/** An object with at least one of these keys. */
export type Some<Keys> = { [Key in keyof Keys]: Pick<Keys, Key> & Partial<Keys> }[keyof Keys];

export type Never<Keys extends PropertyKey> = { [Key in Keys]?: never };
