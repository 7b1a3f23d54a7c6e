/** The steps of an explanation: what was known, what was found, what was drafted and who decided, what was not drafted. */
import type { ExplainedDraft, Explanation, FindingAnswer } from '../../../core/explain/index.ts'
import type { Level } from '../../../core/model/advice.ts'
import { applyEdit } from '../../../core/model/edit.ts'
import { isFigure } from '../../../core/science/figures.ts'
import { About } from '../../parts/about.tsx'
import { Diff } from '../../parts/diff.tsx'
import { Evidence } from '../../parts/evidence.tsx'
import { forReader } from '../../parts/for-reader.ts'
import { formatCount, formatDay, formatNumber } from '../../parts/format.ts'
import type { Looking } from '../../state/app.ts'
import s from './steps.module.css'

type Given = { readonly why: Explanation }

const levelWord: Readonly<Record<Level, string>> = {
  auto: 'applied at once',
  ask: 'asks the coach',
  coach: 'the coach alone',
}

export const Readings = ({ why: { readings } }: Given) => {
  const known = readings.filter(({ reading }) => reading.known)
  return (
    <li class={s.step}>
      <h2>What was known</h2>
      <details>
        <summary>
          {formatCount(known.length, 'reading')} known, {readings.length - known.length} not
        </summary>
        <dl class={s.readings}>
          {readings.map(({ id, title, unit, trust, reading }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>
                {reading.known ? `${formatNumber(reading.value, 1)} ${unit}` : `not known: ${forReader(reading.why)}`}{' '}
                <span class="faint">{trust}</span> {isFigure(id) && <About of={id} />}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}

const Found = ({ title, says, evidence, trust }: FindingAnswer) => (
  <li>
    <strong>{title}</strong>: {forReader(says)}. <Evidence items={evidence} trust={trust} />
  </li>
)

export const Findings = ({ why: { findings, alert } }: Given) => {
  const of = (answer: FindingAnswer['answer']) => findings.filter(one => one.answer === answer)
  const [spoke, lost, silent] = [of('speaks'), of('unknown'), of('silent')]
  return (
    <li class={s.step}>
      <h2>What was found</h2>
      {spoke.length === 0 && <p>Nothing.</p>}
      <ul class={s.lines}>
        {spoke.map(one => (
          <Found key={one.kind} {...one} />
        ))}
      </ul>
      {alert !== null && (
        <p class={s.alert}>
          The coach is alerted since {formatDay(alert.since)}: {alert.causes.map(({ says }) => says).join('; ')}.
        </p>
      )}
      {lost.length > 0 && (
        <details>
          <summary>{lost.length} cannot be known</summary>
          <ul class={s.lines}>
            {lost.map(one => (
              <li key={one.kind}>
                <strong>{one.title}</strong>: {forReader(one.says)}.
              </li>
            ))}
          </ul>
        </details>
      )}
      {silent.length > 0 && (
        <details>
          <summary>{silent.length} looked at, and not so</summary>
          <p class="soft">{silent.map(({ title }) => title).join(' · ')}</p>
        </details>
      )}
    </li>
  )
}

const Draft = ({ draft, looking }: { readonly draft: ExplainedDraft; readonly looking: Looking }) => {
  const { proposal, fate, says, opinions } = draft
  const { edit, verdict } = proposal
  const before = looking.advice.plan.sessions.find(({ session }) => session.id === edit.session)?.session
  const decided = new Set(verdict.because.map(({ rule }) => rule))
  const others = opinions.filter(({ rule, answer }) => answer !== 'silent' && !decided.has(rule))
  const silent = opinions.filter(({ answer }) => answer === 'silent')
  return (
    <article class={s.draft} data-fate={fate}>
      <h3>
        {proposal.title} <span class={s.level}>{fate === 'open' ? levelWord[verdict.level] : 'shown to nobody'}</span>
      </h3>
      <p>{proposal.why}</p>
      {says !== '' && <p class={s.fate}>{says.charAt(0).toUpperCase() + says.slice(1)}.</p>}
      {before && fate !== 'standing' && (
        <Diff before={before} after={edit.adds ?? applyEdit(edit, before)} replaces={edit.adds !== null} />
      )}
      <h4>Who spoke</h4>
      <ul class={s.lines}>
        {verdict.because.map(({ rule, level, says }) => (
          <li key={rule}>
            <strong>{levelWord[level]}</strong>: {says}
            {opinions.find(one => one.rule === rule)?.title ? (
              <span class="soft"> ({opinions.find(one => one.rule === rule)?.title})</span>
            ) : null}{' '}
            <span class={s.decided}>decided</span>
          </li>
        ))}
        {others.map(({ rule, title, level, answer, says }) => (
          <li key={rule}>
            <strong>{levelWord[level]}</strong>: {says} <span class="soft">({title})</span>
            {answer === 'doubt' && level === 'auto' && <span class="soft"> – not sure, so it allows nothing</span>}
          </li>
        ))}
      </ul>
      <details>
        <summary>{formatCount(silent.length, 'rule')} had nothing to say</summary>
        <p class="soft">{silent.map(({ title }) => title).join(' · ')}</p>
      </details>
    </article>
  )
}

export const Drafts = ({ why: { drafts, refused }, looking }: Given & { readonly looking: Looking }) => (
  <li class={s.step}>
    <h2>What was drafted, and who decided</h2>
    {drafts.length === 0 && <p>Nothing.</p>}
    {drafts.map(draft => (
      <Draft key={draft.proposal.id} draft={draft} looking={looking} />
    ))}
    {refused.length > 0 && (
      <p class="soft">
        {formatCount(refused.length, 'statement')} about it on file that {refused.length === 1 ? 'changes' : 'change'}{' '}
        nothing: {[...new Set(refused.map(({ why }) => refusals[why.type]))].join('; ')}.
      </p>
    )}
  </li>
)

const refusals: Readonly<Record<Explanation['refused'][number]['why']['type'], string>> = {
  NotVerified: 'its signature or its date does not hold',
  EarlierVersion: 'it was for an earlier version',
  NotAllowed: 'the playbook does not allow it',
  Declined: 'it was declined',
  Undone: 'it was taken back',
  SameChange: 'the change stands already',
  NoSuchSession: 'its session is gone',
}

export const Silent = ({ why: { silent } }: Given) => (
  <li class={s.step}>
    <h2>What was not drafted, and why</h2>
    <ul class={s.lines}>
      {silent.map(({ rule, title, says }) => (
        <li key={rule} data-silent={rule}>
          <strong>{title}</strong>: {forReader(says)}.
        </li>
      ))}
    </ul>
  </li>
)
