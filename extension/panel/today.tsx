/** Today in a narrow column: the session, how it came to be so, and what one says of it afterwards. */
import { purposeWord } from '../../core/workout/words.ts'
import type { OverlaySession, Request, SpaceState } from '../messages.ts'

type Act = (request: Request) => Promise<boolean>

const TodaySession = ({ session, act }: { readonly session: OverlaySession; readonly act: Act }) => (
  <article>
    <h3>{session.title}</h3>
    <p class="soft">
      {purposeWord[session.purpose]}
      {session.key ? ' · key session' : ''}
    </p>
    <ol>
      {session.stepsText.map((line, i) => (
        <li key={`${i} ${line}`}>{line}</li>
      ))}
    </ol>
    {session.state !== 'planned' && (
      <p class={`chip ${session.state}`}>
        {session.stateWords}
        {session.verified ? ' ✓ verified' : ''}
      </p>
    )}
    {session.reason !== null && (
      <details>
        <summary>Why</summary>
        <p>{session.reason}</p>
      </details>
    )}
    <p class="row">
      <button type="button" onClick={() => void act({ type: 'outcome', session: session.id, said: 'done' })}>
        Done
      </button>
      <button type="button" onClick={() => void act({ type: 'outcome', session: session.id, said: 'not-done' })}>
        Not done
      </button>
      {session.mayUndo && session.changeId !== null && (
        <button type="button" onClick={() => void act({ type: 'undo', change: session.changeId! })}>
          Undo this change
        </button>
      )}
    </p>
  </article>
)

export const AthleteToday = ({ space, act }: { readonly space: SpaceState; readonly act: Act }) => (
  <section aria-label="Today">
    <h2>Today</h2>
    {space.today === null || space.today.sessions.length === 0 ? <p>Nothing is planned today.</p> : null}
    {space.today?.sessions.map(session => (
      <TodaySession key={session.id} session={session} act={act} />
    ))}
    {space.today?.waiting === true && <p class="chip waiting">Your coach has something to look at</p>}
    {space.messages.map(message => (
      <p key={message}>{message}</p>
    ))}
  </section>
)

export const CoachInbox = ({ space, act }: { readonly space: SpaceState; readonly act: Act }) => (
  <section aria-label={`Open for ${space.athlete}`}>
    <h2>{space.athlete}</h2>
    {space.proposals.length === 0 && <p>Nothing waits for your decision.</p>}
    {space.proposals.map(proposal => (
      <article key={proposal.id}>
        <h3>{proposal.title}</h3>
        <p>{proposal.why}</p>
        <details>
          <summary>Why it asks you</summary>
          <ul>
            {proposal.because.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
        <p class="row">
          <button
            type="button"
            class="first"
            onClick={() => void act({ type: 'approve', space: proposal.space, proposal: proposal.id })}
          >
            Approve
          </button>
          <button
            type="button"
            onClick={() => void act({ type: 'decline', space: proposal.space, proposal: proposal.id, words: null })}
          >
            Decline
          </button>
        </p>
      </article>
    ))}
  </section>
)
