/** Files may be dropped or pasted on any screen: a watch's go to the athlete's history, another device's are taken in. */

import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { App } from '../state/app.ts'
import { isParcelText, sortFiles } from '../state/parcel-names.ts'
import s from './drop-anywhere.module.css'
import { Icon } from './icon.tsx'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

export const DropAnywhere = ({ app }: { readonly app: App }) => {
  const { route } = useLocation()
  const [over, setOver] = useState(false)
  const isOpen = app.opening.value.state === 'ready'
  useEffect(() => {
    if (!isOpen) return
    const take = async (transfer: DataTransfer | null) => {
      if (!transfer || transfer.files.length === 0) return
      const { filesOf } = await import('./dropped-files.ts')
      const files = await filesOf(transfer)
      if (app.looking.value && sortFiles(files).others.length > 0) route('/history')
      app.importFiles(files)
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
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!isParcelText(text)) return void take(event.clipboardData)
      event.preventDefault()
      void app.parcels.receiveText(text)
    }
    const end = new AbortController()
    const { signal } = end
    addEventListener('dragover', onOver, { signal })
    addEventListener('dragleave', onLeave, { signal })
    addEventListener('drop', onDrop, { signal })
    addEventListener('paste', onPaste, { signal })
    return () => end.abort()
  }, [isOpen])
  if (!over) return null
  return (
    <div class={s.veil}>
      <p>
        <Icon name="upload" />{' '}
        {app.looking.value
          ? `Drop to add to ${app.looking.value.content.profile.name || 'this athlete'}’s history`
          : 'Drop a file another device packed'}
      </p>
    </div>
  )
}
