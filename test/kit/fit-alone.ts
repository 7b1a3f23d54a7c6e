/** For the bench: the library alone reads the chosen files, one after the other, on the page's one thread. */
import FitParser from 'fit-file-parser'

const alone = async (): Promise<{ readonly ms: number; readonly sessions: number }> => {
  const files = [...(document.querySelector('input')?.files ?? [])]
  const began = performance.now()
  let sessions = 0
  for (const file of files) {
    const bytes = await file.arrayBuffer()
    new FitParser({ force: true, mode: 'list' }).parse(bytes, (_, data) => {
      sessions += data?.sessions?.length ?? 0
    })
  }
  return { ms: performance.now() - began, sessions }
}

Object.assign(globalThis, { alone })
