/** A playbook as one file that people read: numbers with their bounds and sentences, rules by name, and who signed it. */
import { canonical, type Json } from '../lib/canonical.ts'
import { type Hash, hashOf } from '../lib/hash.ts'
import { parse, parseJson } from '../lib/parse.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { type Playbook, type ThresholdName, thresholdBounds } from '../model/playbook.ts'
import { readPlaybookValue } from '../model/playbook-shape.ts'
import { type SignedStatement, signedStatementSchema } from '../model/statement.ts'
import { rules } from './rules/index.ts'
import { sentences } from './sentences.ts'

const format = 'tandem-playbook/1'

/** Who put the version in force: the signed statement, the signer's name and the public keys of their device. */
export type FileSignature = { readonly by: string; readonly keys: string; readonly signed: SignedStatement }
/** What a file brought: whether its signature holds is for the platform to say. */
export type PlaybookFile = {
  readonly playbook: Playbook
  readonly hash: Hash
  readonly signature: FileSignature | null
}

export type PlaybookFileError =
  | { readonly type: 'NotJson' }
  | { readonly type: 'NotAPlaybook'; readonly at: string; readonly expected: string }
  | { readonly type: 'UnknownNumber'; readonly name: string }
  | {
      readonly type: 'OutOfBounds'
      readonly name: string
      readonly value: unknown
      readonly low: number
      readonly high: number
    }
  | { readonly type: 'UnknownRule'; readonly rule: string }
  | { readonly type: 'RuleChanged'; readonly rule: string; readonly level: string }
  | { readonly type: 'ChangedAfterSigning'; readonly by: string }

type Fields = { readonly [name: string]: unknown }

/** `written` is the version exactly as it was written, so that what was signed can be checked by whoever reads it. */
export const writePlaybookFile = (written: Json, playbook: Playbook, signature: FileSignature | null): string => {
  const { thresholds, ...rest } = written as { readonly thresholds: Fields } & Fields
  const says = new Map(
    sentences(playbook)
      .flatMap(group => group.sentences)
      .flatMap(({ threshold, says }) => (threshold ? [[threshold.name as string, says] as const] : [])),
  )
  const numbers = Object.fromEntries(
    Object.entries(thresholds).map(([name, value]) => {
      const bounds = thresholdBounds[name as ThresholdName]
      return [name, { value, from: bounds?.low, to: bounds?.high, says: says.get(name) }]
    }),
  )
  const named = rules.map(({ id, level, title }) => ({ rule: id, level, says: title }))
  return `${JSON.stringify({ format, ...rest, numbers, rules: named, signature }, null, 2)}\n`
}

/** Reads a file strictly. What the sentences in it say is for people; the numbers and names count. */
export const readPlaybookFile = (text: string): Result<PlaybookFile, PlaybookFileError> => {
  const json = parseJson(text.replace(/^\uFEFF/, ''))
  if (!json.ok) return err({ type: 'NotJson' })
  const file = json.value
  if (!isFields(file) || file.format !== format || !isFields(file.numbers) || !Array.isArray(file.rules))
    return notOne('$', format)
  const { format: _, numbers, rules: named, signature, ...rest } = file
  const wrong = faultInNumbers(numbers as Fields) ?? faultInRules(named as readonly unknown[])
  if (wrong !== null) return err(wrong)
  const thresholds = Object.fromEntries(
    Object.entries(numbers as Fields).map(([name, said]) => [name, isFields(said) ? said.value : said]),
  )
  const written = { ...rest, thresholds }
  const playbook = readPlaybookValue(written)
  if (!playbook.ok) return notOne(playbook.error.at, playbook.error.expected)
  const hash = hashOf('playbook', written as Json)
  if (signature === null || signature === undefined) return ok({ playbook: playbook.value, hash, signature: null })
  const signed = readSignature(signature)
  if (signed === null) return notOne('$.signature', 'a signature')
  const { statement } = signed.signed
  if (statement.type !== 'published' || statement.playbookHash !== hash)
    return err({ type: 'ChangedAfterSigning', by: signed.by })
  return ok({ playbook: playbook.value, hash, signature: signed })
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const notOne = (at: string, expected: string): Result<never, PlaybookFileError> =>
  err({ type: 'NotAPlaybook', at, expected })

const faultInNumbers = (numbers: Fields): PlaybookFileError | null => {
  for (const [name, said] of Object.entries(numbers)) {
    if (!Object.hasOwn(thresholdBounds, name)) return { type: 'UnknownNumber', name }
    const { low, high } = thresholdBounds[name as ThresholdName]
    const value = isFields(said) ? said.value : said
    if (!Number.isSafeInteger(value) || (value as number) < low || (value as number) > high)
      return { type: 'OutOfBounds', name, value, low, high }
  }
  return null
}

/** The rules are the product's own: a file names them, and can neither add one nor make one freer. */
const faultInRules = (named: readonly unknown[]): PlaybookFileError | null => {
  for (const one of named) {
    const { rule, level } = isFields(one) ? one : { rule: one, level: undefined }
    const known = rules.find(({ id }) => id === rule)
    if (known === undefined) return { type: 'UnknownRule', rule: String(rule) }
    if (level !== known.level) return { type: 'RuleChanged', rule: known.id, level: known.level }
  }
  return null
}

const readSignature = (value: unknown): FileSignature | null => {
  if (!isFields(value) || typeof value.by !== 'string' || typeof value.keys !== 'string') return null
  const signed = parse(signedStatementSchema, value.signed)
  return signed.ok && canonical(signed.value as Json).length < 20_000
    ? { by: value.by.slice(0, 100), keys: value.keys.slice(0, 400), signed: signed.value }
    : null
}

/** Any fault of a file in a sentence that names the place and says what to do. */
export const sayFileFault = (fault: PlaybookFileError): string => {
  const stands = 'Nothing was changed; the playbook in force stands.'
  switch (fault.type) {
    case 'NotJson':
      return `This is not a playbook file: it is no JSON text. ${stands}`
    case 'NotAPlaybook':
      return `This is not a playbook file of this version: ${fault.at.replace(/^\$\.?/, '') || 'the whole'} (${fault.expected}). ${stands}`
    case 'UnknownNumber':
      return `There is no number called “${fault.name}” in a playbook. ${stands}`
    case 'OutOfBounds':
      return `“${fault.name}” is ${String(fault.value)}, outside its bounds of ${fault.low} to ${fault.high}. ${stands}`
    case 'UnknownRule':
      return `There is no rule called “${fault.rule}”. ${stands}`
    case 'RuleChanged':
      return `The rule “${fault.rule}” has the level “${fault.level}”; a file cannot give it another. ${stands}`
    case 'ChangedAfterSigning':
      return `The signature of ${fault.by} is wrong: the file was changed after it was signed. To bring in a file that was edited by hand, take its signature out (“signature”: null) and sign it as your own. ${stands}`
  }
}
