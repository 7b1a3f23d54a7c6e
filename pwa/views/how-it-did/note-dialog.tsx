/** The note a coach signs where a rule is kept as it is: dated, under their name, read by both sides. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Field } from '../../parts/field.tsx'

type NoteDialogProps = {
  readonly note: string
  readonly onSign: (words: string) => Promise<string | null>
  readonly onClose: () => void
}

export const NoteDialog = ({ note, onSign, onClose }: NoteDialogProps) => {
  const [words, setWords] = useState(note)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const sign = async () => {
    setBusy(true)
    const wrong = await onSign(words.trim())
    setBusy(false)
    setFault(wrong)
    if (wrong === null) onClose()
  }
  return (
    <Dialog
      open
      title="Keep it as it is"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button variant="primary" disabled={isBusy || words.trim() === ''} onClick={() => void sign()}>
            Sign the note
          </Button>
        </>
      }
    >
      <Field label="Your note" hint="It becomes a version of the playbook with nothing changed, dated and signed.">
        <textarea rows={4} maxLength={2000} value={words} onInput={event => setWords(event.currentTarget.value)} />
      </Field>
      {fault !== null && <p role="alert">{fault}</p>}
    </Dialog>
  )
}
