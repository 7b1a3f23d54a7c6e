/** Everything of an athlete in one archive of open files, with a page that checks the signatures. */
import { zipSync } from 'fflate'
import { openReadme, openTables } from '../../core/reports/leaving/open-files.ts'
import type { Looking } from './app.ts'

/** The archive's bytes. `everything` is the plain data as it is exported alone. */
export const openArchive = async (
  { content, plan }: Looking,
  everything: object,
  day: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const checker = await fetch('/verify.html')
  if (!checker.ok) throw new Error(`the checking page is not at hand (${checker.status})`)
  const utf8 = new TextEncoder()
  const files = [
    { name: 'README.txt', text: openReadme(content.profile.name || 'the athlete', day) },
    { name: 'everything.json', text: JSON.stringify(everything, null, 2) },
    { name: 'verify.html', text: await checker.text() },
    ...openTables(content, plan),
  ]
  const entries = files.map(({ name, text }) => [name, utf8.encode(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(entries)))
}
