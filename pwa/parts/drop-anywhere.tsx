/** Files may be dropped or pasted on any screen; they go to the athlete's history. */

import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { App } from '../state/app.ts'
import s from './drop-anywhere.module.css'
import { Icon } from './icon.tsx'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

export const DropAnywhere = ({ app }: { readonly app: App }) => {
  const { route } = useLocation()
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (app.looking.value === null) return
    const take = async (transfer: DataTransfer | null) => {
      if (!transfer || transfer.files.length === 0) return
      const { filesOf } = await import('./dropped-files.ts')
      route('/history')
      app.importFiles(await filesOf(transfer))
    }
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      void take(event.dataTransfer)
    }
    const onPaste = (event: ClipboardEvent) => void take(event.clipboardData)
    const end = new AbortController()
    const { signal } = end
    addEventListener('dragover', onOver, { signal })
    addEventListener('dragleave', onLeave, { signal })
    addEventListener('drop', onDrop, { signal })
    addEventListener('paste', onPaste, { signal })
    return () => end.abort()
  }, [app.looking.value === null])
  if (!over) return null
  return (
    <div class={s.veil}>
      <p>
        <Icon name="upload" /> Drop to add to {app.looking.value?.content.profile.name || 'this athlete'}’s history
      </p>
    </div>
  )
}
