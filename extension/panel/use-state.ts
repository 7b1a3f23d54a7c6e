/** What the device says, kept fresh on a page of the extension. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { ask, onNews } from '../ask.ts'
import type { ExtensionState, Request } from '../messages.ts'

export type Told = {
  /** Null until the device answered for the first time. */
  readonly state: ExtensionState | null
  /** What went wrong last, in a sentence; null where nothing did. */
  readonly says: string | null
  /** Asks for something to be done, and shows the refusal where there is one. True where it was done. */
  readonly act: (request: Request) => Promise<boolean>
}

export const useDeviceState = (): Told => {
  const [state, setState] = useState<ExtensionState | null>(null)
  const [says, setSays] = useState<string | null>(null)
  const load = useCallback(async (): Promise<void> => {
    const answer = await ask({ type: 'state' })
    if (answer.ok) setState(answer.value)
    else setSays(answer.error.says)
  }, [])
  const act = useCallback(
    async (request: Request): Promise<boolean> => {
      const answer = await ask(request)
      setSays(answer.ok ? null : answer.error.says)
      await load()
      return answer.ok
    },
    [load],
  )
  useEffect(() => {
    const end = new AbortController()
    onNews(news => {
      if (news.news === 'changed') void load()
    }, end.signal)
    void load()
    return () => end.abort()
  }, [load])
  return { state, says, act }
}
