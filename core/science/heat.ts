/** What warm and humid air costs, always as a range: the body, the wind and the sun decide the rest. */
import { clamp } from '../lib/math.ts'

/** Percent slower, from the least to the most. */
export type Slowing = { readonly low: number; readonly high: number }

/** Magnus' constants after Alduchov & Eskridge 1996. */
const magnus = { slope: 17.625, offset: 243.04 } as const

/**
 * Dew point in °C from air temperature in °C (−40 … 50) and relative humidity in percent; undefined at 0 % and below.
 * Magnus' formula. trust: published.
 */
export const dewPoint = (celsius: number, humidity: number): number | undefined => {
  if (humidity <= 0) return undefined
  const gamma = Math.log(humidity / 100) + (magnus.slope * celsius) / (magnus.offset + celsius)
  return (magnus.offset * gamma) / (magnus.slope - gamma)
}

export const celsiusToFahrenheit = (celsius: number): number => celsius * 1.8 + 32
export const fahrenheitToCelsius = (fahrenheit: number): number => (fahrenheit - 32) / 1.8

/** Sum of temperature and dew point in °F up to which pace slows by so much; the worst end is 180. */
const bands: readonly (readonly [upTo: number, low: number, high: number])[] = [
  [100, 0, 0],
  [110, 0, 0.5],
  [120, 0.5, 1],
  [130, 1, 2],
  [140, 2, 3],
  [150, 3, 4.5],
  [160, 4.5, 6],
  [170, 6, 8],
  [180, 8, 10],
]

/**
 * Slowing of continuous running by temperature + dew point, both in °F; half of it for repeats. Undefined above a sum of
 * 180, where no hard running is advised. Hadley 2013. trust: convention, and in the range of the data.
 */
export const slowingByDewPoint = (fahrenheit: number, dewPointF: number): Slowing | undefined => {
  const band = bands.find(([upTo]) => fahrenheit + dewPointF <= upTo)
  return band && { low: band[1], high: band[2] }
}

/** Wet-bulb globe temperature in °C between which elite road races are fastest, and percent lost per degree outside. */
export const bestWbgt = { from: 7.5, to: 15, low: 0.3, high: 0.4 } as const

/**
 * Slowing by wet-bulb globe temperature in °C: 0.3–0.4 % per degree outside 7.5–15. Mantzios 2022, 1,258 races of elite
 * athletes; slower runners lose more. trust: published.
 */
export const slowingByWbgt = (wbgtC: number): Slowing => {
  const outside = Math.abs(wbgtC - clamp(wbgtC, bestWbgt.from, bestWbgt.to))
  return { low: bestWbgt.low * outside, high: bestWbgt.high * outside }
}

/** Bands of wet-bulb globe temperature in °C that Ely reports. */
export const elyBands = ['5.1-10', '10.1-15', '15.1-20', '20.1-25'] as const
export type ElyBand = (typeof elyBands)[number]

/**
 * Percent off the course record by which the first men of seven marathons finished, as measured (SD 1.5–2.3); slower
 * runners lost more. Ely 2007, MSSE 39:487. trust: published.
 */
export const offCourseRecord: { readonly [band in ElyBand]: number } = {
  '5.1-10': 1.7,
  '10.1-15': 2.5,
  '15.1-20': 3.3,
  '20.1-25': 4.5,
}
