/** Closes an exhaustive switch; reached only through a bug, and the one place in core that throws. */
export const never = (impossible: never): never => {
  throw new Error(`impossible value \`${JSON.stringify(impossible)}\``)
}

/** States an invariant the types cannot hold; a failure is a bug of ours, never bad input. */
export const invariant: (holds: boolean, says: string) => asserts holds = (holds, says) => {
  if (!holds) throw new Error(says)
}
