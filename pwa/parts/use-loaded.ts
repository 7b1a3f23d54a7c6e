/** A part of a screen that is loaded when it is first needed, so that who never opens it never pays for it. */
import { useEffect, useState } from 'preact/hooks'

/** Null until it is there. `isNeeded` starts the loading; where it fails `onFail` is told, once. */
export const useLoaded = <T>(load: () => Promise<T>, isNeeded: boolean, onFail?: () => void): T | null => {
  const [loaded, setLoaded] = useState<{ readonly it: T } | null>(null)
  useEffect(() => {
    if (!isNeeded || loaded !== null) return
    let isHere = true
    void load().then(
      it => isHere && setLoaded({ it }),
      () => isHere && onFail?.(),
    )
    return () => {
      isHere = false
    }
  }, [isNeeded])
  return loaded?.it ?? null
}
