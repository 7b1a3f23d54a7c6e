/** A check-in in one sentence; what was not said is left out. */
import type { BodySite, CheckIn } from '../../../core/model/check-in.ts'
import { siteWord } from '../../parts/check-in-scale.tsx'
import { formatNumber } from '../../parts/format.ts'
import { english, t } from '../../state/language.ts'

export const sayCheckIn = (checkIn: CheckIn): string => {
  const {
    sleepHours,
    sleepQuality,
    soreness,
    sorenessSite,
    fatigue,
    stress,
    motivation,
    pain,
    restingHr,
    hrvMs,
    note,
  } = checkIn
  const of = (label: string, value: number | null, site: BodySite | null = null) =>
    value === null
      ? null
      : `${t('{what} {value} of 5', { what: t(label), value })}${site === null ? '' : ` (${t(siteWord[site]).toLowerCase()})`}`
  const parts = [
    sleepHours === null ? null : t('{hours} h of sleep', { hours: formatNumber(sleepHours, 1) }),
    of(english('sleep'), sleepQuality),
    of(english('soreness'), soreness, sorenessSite),
    of(english('fatigue'), fatigue),
    of(english('stress'), stress),
    of(english('motivation'), motivation),
    pain === null ? null : of(english('pain'), pain.level, pain.site),
    restingHr === null ? null : t('resting heart rate {bpm}', { bpm: restingHr }),
    hrvMs === null ? null : t('HRV {ms} ms', { ms: Math.round(hrvMs) }),
  ].filter(part => part !== null)
  const said = parts.join(', ')
  const sentence = said === '' ? '' : `${said[0]!.toUpperCase()}${said.slice(1)}.`
  return note ? `${sentence} “${note}”`.trim() : sentence
}
