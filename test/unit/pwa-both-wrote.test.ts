/** Of two step lists for one session one stands; whose does not is told once, and may put it back. */
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Session } from '../../core/model/session.ts'
import { aSession, aStep, today } from '../../core/signals/basis/given.ts'
import type { Looking, Toast } from '../../pwa/state/app.ts'
import { watchSteps } from '../../pwa/state/both-wrote.ts'

const lookingAt = (sessions: readonly Session[], id = 's') =>
  ({ space: { id }, plan: { sessions } }) as unknown as Looking

test('theirs over mine is told with a way back; my own step back, another field and another athlete are not', () => {
  const looking = signal<Looking | null>(null)
  const told: Omit<Toast, 'id'>[] = []
  const back: unknown[] = []
  const both = watchSteps({ looking, tell: toast => told.push(toast) }, (_, steps) => void back.push(steps))
  const mine = aSession(today, { steps: [aStep(20, 'T')] })
  const theirs = { ...mine, steps: [aStep(40, 'E')] }

  both.wrote('s', mine)
  looking.value = lookingAt([mine])
  looking.value = lookingAt([{ ...mine, title: 'Renamed' }])
  looking.value = lookingAt([theirs], 'another')
  expect(told).toEqual([])
  looking.value = lookingAt([theirs])
  looking.value = lookingAt([{ ...theirs, title: 'Once more' }])
  expect(told.map(({ says, undoLabel }) => [says, undoLabel])).toEqual([
    ['Easy run: its steps were written elsewhere too, and those stand now.', 'Put mine back'],
  ])
  told[0]!.undo!()
  expect(back).toEqual([mine.steps])

  both.wrote('s', mine)
  both.forget()
  looking.value = lookingAt([theirs])
  both.wrote('s', mine)
  looking.value = lookingAt([])
  expect(told.length).toBe(1)
})
