/** Files another app shares with this one: the service worker lays them down, the page takes each of them once. */

const shelf = 'tandem-shared-files'
const nameHeader = 'x-file-name'

/** Where the system sends what is shared (the manifest's `share_target`), and where the page then opens. */
export const shareAddress = '/share'
export const sharedAddress = '/history?shared'

/** Lays down the files of one share, each under a name of its own. */
export const keepShared = async (form: FormData): Promise<void> => {
  const files = [...form.values()].filter(value => value instanceof File)
  const cache = await caches.open(shelf)
  for (const file of files)
    await cache.put(
      `${shareAddress}/${crypto.randomUUID()}`,
      new Response(file, { headers: { [nameHeader]: encodeURIComponent(file.name) } }),
    )
}

/** Takes what lies there; of two pages that ask at once each file goes to one. */
export const takeShared = async (): Promise<readonly File[]> => {
  if (!('caches' in globalThis) || !(await caches.has(shelf))) return []
  const cache = await caches.open(shelf)
  const taken: File[] = []
  for (const request of await cache.keys()) {
    const kept = await cache.match(request)
    const bytes = await kept?.blob()
    if (!bytes || !(await cache.delete(request))) continue
    taken.push(new File([bytes], decodeURIComponent(kept?.headers.get(nameHeader) ?? 'shared file')))
  }
  return taken
}
