/** Names of things. A text by itself never passes for one of them. */
import * as v from 'valibot'
import type { Brand } from '../lib/brand.ts'
import type { Hash } from '../lib/hash.ts'

export type AthleteId = Brand<string, 'AthleteId'>
export type PersonId = Brand<string, 'PersonId'>
export type DeviceId = Brand<string, 'DeviceId'>
export type SessionId = Brand<string, 'SessionId'>
export type ActivityId = Brand<string, 'ActivityId'>
export type ProposalId = Brand<string, 'ProposalId'>
export type StatementId = Brand<string, 'StatementId'>

const plainId = <Name extends string>() =>
  v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'an id of letters, digits, - and _ (at most 64)'),
    v.transform(text => text as Brand<string, Name>),
  )

export const athleteIdSchema = plainId<'AthleteId'>()
export const personIdSchema = plainId<'PersonId'>()
export const deviceIdSchema = plainId<'DeviceId'>()
export const sessionIdSchema = plainId<'SessionId'>()
export const activityIdSchema = plainId<'ActivityId'>()
export const proposalIdSchema = plainId<'ProposalId'>()
export const hashSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 hash in hex'),
  v.transform(text => text as Hash),
)
