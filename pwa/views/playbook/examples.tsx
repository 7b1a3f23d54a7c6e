/** The examples of the document, run with the numbers on screen: a tick, or what the engine answered instead. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { expectationSays, type Past, tryOwnExample } from '../../../core/dry-run/index.ts'
import type { OwnExample, Playbook } from '../../../core/model/playbook.ts'
import { readOwnExamples } from '../../../core/plan/index.ts'
import { Button } from '../../parts/button.tsx'
import { formatDay } from '../../parts/format.ts'
import { Icon } from '../../parts/icon.tsx'
import { addressOfWhy } from '../../parts/why-address.ts'
import type { App, Looking } from '../../state/app.ts'
import s from './examples.module.css'
import type { RunShelf } from './shelf-examples.ts'

type ExamplesProps = {
  readonly app: App
  readonly looking: Looking
  readonly playbook: Playbook
  readonly mayChange: boolean
}
/** One line: what is given, what should come of it, and what came; null while it runs. */
type Line = {
  readonly id: string
  readonly given: string
  readonly wanted: string
  readonly ran: { readonly holds: boolean; readonly answered: string } | null
}

/** Runs one after another, with a breath between them, so that a number can be changed while they run. */
const useRuns = <T,>(load: () => Promise<readonly T[]>, run: (one: T) => Line, on: readonly unknown[]) => {
  const [lines, setLines] = useState<readonly Line[]>([])
  useEffect(() => {
    let isOver = false
    const go = async () => {
      const all = await load()
      const done: Line[] = []
      for (const one of all) {
        await new Promise(resolve => setTimeout(resolve, 8))
        if (isOver) return
        done.push(run(one))
        if (done.length % 5 === 0 || done.length === all.length) setLines([...done])
      }
      if (all.length === 0) setLines([])
    }
    void go()
    return () => {
      isOver = true
    }
  }, on)
  return lines
}

const Mark = ({ ran }: Pick<Line, 'ran'>) =>
  ran?.holds ? (
    <span class={s.good}>
      <Icon name="check" label="comes out so" />
    </span>
  ) : (
    <span class={s.other}>
      <Icon name="question" label="comes out otherwise" />
    </span>
  )

const Shown = ({ line, children }: { readonly line: Line; readonly children?: ComponentChildren }) => (
  <li class={s.example} data-example={line.id} data-holds={line.ran?.holds}>
    <Mark ran={line.ran} />
    <span>
      {line.id && <strong>{line.id} </strong>}
      {line.given}
      {line.wanted && (
        <>
          {' '}
          <span aria-hidden="true">→</span> {line.wanted}
        </>
      )}
      {line.ran && !line.ran.holds && <span class={s.answered}>With these numbers: {line.ran.answered}</span>}
    </span>
    {children}
  </li>
)

const tally = (lines: readonly Line[]): string => {
  const held = lines.filter(({ ran }) => ran?.holds).length
  return lines.length === held ? `all ${held} come out so` : `${held} of ${lines.length} come out so`
}

export const Examples = ({ app, looking, playbook, mayChange }: ExamplesProps) => {
  const tree = useRuns(
    async () => (await import('../../../core/examples/index.ts')).tree,
    ({ id, given, verdict, run }) => {
      const { holds, answered } = run(playbook)
      return { id, given, wanted: verdict, ran: { holds, answered: answered.join(' ') } }
    },
    [playbook],
  )
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">Examples that run</h2>
      <p class="soft">
        Each is played through the whole engine with the numbers on this page
        {tree.length > 0 && <span role="status">: {tally(tree)}</span>}.
      </p>
      <ul class={s.list}>
        {tree.map(line => (
          <Shown key={line.id} line={line} />
        ))}
      </ul>
      <OwnExamples app={app} looking={looking} playbook={playbook} mayChange={mayChange} />
      <Shelf title="Examples of every finding" playbook={playbook} of="findingExamples" />
      <Shelf title="Examples of every draft" playbook={playbook} of="proposalExamples" />
      <Shelf title="Examples of every rule of the gate" playbook={playbook} of="ruleExamples" />
    </section>
  )
}

const OwnExamples = ({ app, looking, playbook, mayChange }: ExamplesProps) => {
  const own = readOwnExamples(looking.space.docs.playbook)
  const { space, content, plan } = looking
  const past: Past = { athlete: space.athlete, content, plan, log: space.log }
  const titles = new Map(looking.advice.plan.sessions.map(({ session }) => [session.id, session.title]))
  const lines = useRuns<OwnExample>(
    async () => own,
    one => {
      const of = one.session === null ? '' : `, ${titles.get(one.session) ?? 'a session no longer planned'}`
      return {
        id: one.id,
        given: `${formatDay(one.day, 'withYear')}${of}`,
        wanted: `${expectationSays[one.expects]}${one.words ? `: “${one.words}”` : ''}`,
        ran: tryOwnExample(past, playbook, one),
      }
    },
    [playbook, content, plan, own.map(({ id }) => id).join()],
  )
  if (!mayChange && own.length === 0) return null
  return (
    <>
      <h3 class={s.heading}>Examples of {mayChange ? 'your' : 'the coach’s'} own</h3>
      {own.length === 0 && (
        <p class="soft">
          None yet. From any day under <a href="/explain">Why this and not that</a> you can keep one: “should have asked
          me here”.
        </p>
      )}
      <ul class={s.list}>
        {lines.map(line => {
          const one = own.find(({ id }) => id === line.id)
          return (
            one && (
              <Shown key={line.id} line={{ ...line, id: '' }}>
                <span class={s.acts}>
                  {mayChange && <a href={addressOfWhy(one.day, one.session)}>Why</a>}
                  {mayChange && (
                    <Button
                      variant="plain"
                      small
                      aria-label={`Take away the example of ${formatDay(one.day)}`}
                      onClick={() => void app.act.removeOwnExample(one.id)}
                    >
                      <Icon name="cross" />
                    </Button>
                  )}
                </span>
              </Shown>
            )
          )
        })}
      </ul>
    </>
  )
}

type ShelfProps = {
  readonly title: string
  readonly playbook: Playbook
  readonly of: 'findingExamples' | 'proposalExamples' | 'ruleExamples'
}

/** Run when they are opened. */
const Shelf = ({ title, playbook, of }: ShelfProps) => {
  const [isOpen, setOpen] = useState(false)
  const [shelf, setShelf] = useState<readonly RunShelf[] | null>(null)
  useEffect(() => {
    if (!isOpen) return
    let isOver = false
    void import('./shelf-examples.ts').then(examples => {
      if (!isOver) setShelf(examples[of](playbook))
    })
    return () => {
      isOver = true
    }
  }, [isOpen, playbook, of])
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {shelf?.map(one => (
        <div key={one.id}>
          <h3 class={s.heading}>{one.title}</h3>
          <ul class={s.list}>
            {one.examples.map(({ name, holds, answered }) => (
              <Shown key={name} line={{ id: '', given: name, wanted: '', ran: { holds, answered } }} />
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}
