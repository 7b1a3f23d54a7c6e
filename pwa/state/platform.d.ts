/** What browsers have and TypeScript's library does not name yet. */
interface Window {
  readonly launchQueue?: {
    setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void | Promise<void>): void
  }
}

/** The address of a module worker, as the build writes it. */
declare module '*?shared' {
  const address: string
  export default address
}
