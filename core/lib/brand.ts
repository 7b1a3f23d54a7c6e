/** A plain value that may not be mistaken for another of the same shape. */
declare const brand: unique symbol

/** `Brand<string, 'Day'>` is a string at run time and only a `Day` to the compiler. Constructors stand beside each type. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
