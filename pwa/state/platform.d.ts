/** What browsers have and TypeScript's library does not name yet. */
interface Window {
  readonly launchQueue?: {
    setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void | Promise<void>): void
  }
}
