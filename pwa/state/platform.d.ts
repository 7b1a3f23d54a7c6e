/** What browsers have and TypeScript's library does not name yet. */
interface Window {
  readonly launchQueue?: {
    setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void | Promise<void>): void
  }
}

/** Chrome asks whether it may offer to install the app; kept, it can be asked for at a better moment. */
interface WindowEventMap {
  beforeinstallprompt: Event & { prompt(): Promise<unknown> }
}

/** The address of a module worker, as the build writes it. */
declare module '*?shared' {
  const address: string
  export default address
}
