/** A long list follows a chart a moment later, so that neither keeps a hand on the screen waiting for both. */
import { useEffect, useState } from 'preact/hooks'

/** The value as it was before the last frame's work was done; null before the first. */
export const useLater = <T extends object>(value: T): T | null => {
  const [seen, setSeen] = useState<T | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(value))
    return () => clearTimeout(timer)
  }, [value])
  return seen
}
