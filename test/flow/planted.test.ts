/** Every finding on the day it was planted, among days that only look like one; the figures are `npm run bench findings`. */
import { expect, test } from 'vitest'
import { findings } from '../../core/findings/index.ts'
import { plantedSeason } from '../kit/planted.ts'
import { scoreOf } from '../kit/planted-score.ts'

const seed = 1
const season = plantedSeason(seed)
const score = scoreOf(season)

test('each finding of the playbook is planted', () => {
  expect([...new Set(season.plants.map(({ kind }) => kind))].sort()).toEqual(findings.map(({ id }) => id).sort())
})

test(`each plant is noticed on its day (seed ${seed})`, () => {
  expect([...score].flatMap(([kind, { late }]) => late.map(line => `${kind}: ${line}`))).toEqual([])
})

test(`a hot day, a holiday, a broken watch, a race and one high morning stay silent (seed ${seed})`, () => {
  expect(season.decoys.map(({ what }) => what)).toHaveLength(5)
  const wrong = [...score].flatMap(([kind, one]) => one.wrong.map(line => `${kind}: ${line}`))
  expect(wrong).toEqual([])
})
