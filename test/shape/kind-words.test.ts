/** Nothing scolds: a missed run is information. No sentence of the product holds a word that blames who reads it. */
import { expect, test } from 'vitest'
import { filesUnder, textOf } from '../kit/source.ts'

const blame =
  /\b(lazy|laziness|slack(er|ing|ed)?|excuses?|disappoint\w*|shame\w*|guilt\w*|blame\w*|(un|in)excus\w*|unacceptable|pathetic|failed|failure|fail|underperform\w*|non-?complian\w*|disobey\w*|cheat\w*|naughty|punish\w*|penal\w+|streaks?|careless\w*|neglect\w*|ignored|stupid|idiot|weakling|quitter|shirk\w*|sloppy|undisciplined|discipline|willpower|unmotivated|overweight|fat|obviously|as you know|told you|not good enough|try harder|no pain,? no gain|behind (the )?plan|f(e|a)ll(ing)? behind|fell behind|catch up|make up for)\b|\byou (should|ought to|must|could) have\b|\byou (did not|didn[’']t|forgot|missed|skipped|never|always|keep|still have not|still haven[’']t)\b|\bwhy did(n[’']t| not)? you\b|\bagain\?|[a-z]!$/i

/** A sentence that stands beside a word of the list, and why it scolds nobody. */
const meant: Readonly<Record<string, string>> = {
  'the storage of this app failed (…)': 'the browser’s storage did',
  'this rule failed': 'a rule of ours did',
  'slept badly twice, sore and unmotivated (E2)': 'the name of an example, by the playbook’s own cause',
  'alerted you never': 'counts what the rules did: they never alerted',
  'Pacing discipline': 'how evenly a race was run, by the name coaches have for it; asked, never judged',
}

/** What stands between quotes and between tags, where it reads as words: it has a blank in it. Comments are left out. */
const sentencesOf = (text: string): readonly string[] => {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}])\/\/.*$/gm, '')
  const quoted = [...bare.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, single, double, template]) => single ?? double ?? (template ?? '').replace(/\$\{[^}]*\}/g, '…'),
  )
  const between = [...bare.matchAll(/>([^<>{}=;]*[a-z][^<>{}=;]*)</gi)].map(([, words]) => words!.replace(/\s+/g, ' '))
  const alone = [...bare.matchAll(/^\s+([A-Z][^<>{}=;'"`]*[.?!])\s*$/gm)].map(([, words]) => words!)
  return [...quoted, ...between, ...alone].map(words => words.trim()).filter(words => /\s/.test(words))
}

const files = ['core', 'pwa', 'extension'].flatMap(filesUnder).filter(file => !/core\/(cli|relay|sample)\//.test(file))
const all = files.flatMap(file => sentencesOf(textOf(file)).map(says => ({ file, says })))

test('no sentence of the product scolds', () => {
  expect(all.length).toBeGreaterThan(3000)
  expect(all.filter(({ says }) => blame.test(says) && meant[says] === undefined)).toEqual([])
})

test('nobody is excused for nothing', () => {
  for (const says of Object.keys(meant))
    expect(
      all.some(one => one.says === says),
      says,
    ).toBe(true)
})
