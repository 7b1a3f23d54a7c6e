/** The heights of a course as a drawing, with the same in words. */
import { area, line } from 'd3-shape'
import type { Course } from '../../../core/model/course.ts'
import { climbBetween, heightsOf } from '../../../core/science/course/legs.ts'
import { type DistanceUnit, formatDistance, formatNumber } from '../../parts/format.ts'
import s from './race.module.css'

const [width, height] = [640, 96]
/** Less than this from the lowest to the highest point is drawn as flat as it is (metres). */
const leastSpan = 60

export const ProfileDrawing = ({ course, unit }: { readonly course: Course; readonly unit: DistanceUnit }) => {
  const heights = heightsOf(course)
  const altitudes = heights.map(([, altitude]) => altitude)
  const [low, high] = [Math.min(...altitudes), Math.max(...altitudes)]
  const span = Math.max(leastSpan, high - low)
  const x = (metres: number) => (width * metres) / course.distanceM
  const y = (altitude: number) => height - 4 - ((height - 12) * (altitude - low)) / span
  const climb = climbBetween(course, 0, course.distanceM)
  const points = [...heights] as [number, number][]
  const says = `Profile over ${formatDistance(course.distanceM, unit)}: from ${formatNumber(low)} to ${formatNumber(high)} m, ${climb?.up ?? 0} m up`
  return (
    <svg class={s.profile} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={says}>
      <path
        class={s.ground}
        d={
          area<[number, number]>()
            .x(([m]) => x(m))
            .y0(height)
            .y1(([, a]) => y(a))(points) ?? ''
        }
      />
      <path
        class={s.ridge}
        d={
          line<[number, number]>()
            .x(([m]) => x(m))
            .y(([, a]) => y(a))(points) ?? ''
        }
      />
      {course.checkpoints.map(({ atM, name }) => (
        <path key={`${atM}${name}`} class={s.tick} d={`M${x(atM)} 0V${height}`} />
      ))}
    </svg>
  )
}
