/** The playbook as a file: out, in, and on paper. */
import { useRef, useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { App, Looking } from '../../state/app.ts'
import s from './file-bar.module.css'

type FileBarProps = { readonly app: App; readonly looking: Looking; readonly mayChange: boolean }

export const FileBar = ({ app, looking, mayChange }: FileBarProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<{ readonly says: string; readonly bad: boolean } | null>(null)
  const keep = async () => {
    const file = await app.exportPlaybook()
    if (file !== null) saveFile(`playbook-${looking.playbook.version}.json`, 'application/json', file)
  }
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const read = await app.openPlaybook(await file.text())
    if (!read.ok) return setTold({ says: read.error, bad: true })
    const { playbook, signature } = read.value
    const from = signature === null ? 'It carries no signature' : `It was signed by ${signature.by}`
    const { version, overrides } = looking.playbook
    app.draftPlaybook({ ...playbook, version, overrides })
    setTold({ says: `${from}. Its values are your draft now, and hold once you sign them.`, bad: false })
  }
  return (
    <div class={s.bar}>
      <Button onClick={() => print()}>Print one page</Button>
      <Button onClick={() => void keep()}>
        <Icon name="download" /> Keep as a file
      </Button>
      {mayChange && (
        <>
          <Button onClick={() => input.current?.click()}>
            <Icon name="upload" /> Bring in a file
          </Button>
          <input
            ref={input}
            class="only-heard"
            type="file"
            accept=".json,application/json"
            aria-label="A playbook file"
            tabIndex={-1}
            onChange={event => {
              const { currentTarget } = event
              void take(currentTarget.files?.[0]).then(() => {
                currentTarget.value = ''
              })
            }}
          />
        </>
      )}
      {told !== null && (
        <p class={told.bad ? s.bad : s.good} role={told.bad ? 'alert' : 'status'}>
          {told.says}
        </p>
      )}
    </div>
  )
}
