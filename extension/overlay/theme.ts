/** Light or dark, by the page's own background where the overlay stands. */

export type Theme = 'light' | 'dark'

/** Relative luminance 0–1 of an sRGB colour (WCAG 2.2), channels 0–255. */
export const luminance = (red: number, green: number, blue: number): number => {
  const linear = (channel: number) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** The channels of a computed `rgb(…)` or `rgba(…)`; undefined where it is see-through or of another kind. */
export const opaqueColour = (computed: string): readonly [number, number, number] | undefined => {
  const parts = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:(?:,| \/) ([\d.]+))?\)$/.exec(computed)
  if (!parts || (parts[4] !== undefined && Number(parts[4]) < 0.5)) return undefined
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])]
}

/**
 * The nearest background behind an element decides; a page without one is the browser's canvas, by its own scheme.
 * `known` is what one look at the page has found already: cells side by side share what is behind them.
 */
export const themeAt = (element: Element, known: Map<Element, Theme> = new Map()): Theme => {
  const found = known.get(element)
  if (found !== undefined) return found
  const colour = opaqueColour(element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? '')
  const above = element.parentElement
  const behind = () => (above === null ? canvasTheme(element) : themeAt(above, known))
  const theme = colour === undefined ? behind() : luminance(...colour) > 0.3 ? 'light' : 'dark'
  known.set(element, theme)
  return theme
}

const canvasTheme = (element: Element): Theme => {
  const view = element.ownerDocument.defaultView
  const scheme = view?.getComputedStyle(element.ownerDocument.documentElement).colorScheme ?? ''
  const darkCanvas =
    /dark/.test(scheme) && (!/light/.test(scheme) || view?.matchMedia('(prefers-color-scheme: dark)').matches)
  return darkCanvas ? 'dark' : 'light'
}
