/** The device and its engine, alive in whatever document the browser gives them: an offscreen one, or an event page. */
import { parse } from '../../core/lib/parse.ts'
import { type News, refused, requestSchema } from '../messages.ts'
import { answer } from './answer.ts'
import { openAppPort } from './app-port.ts'
import { openHome } from './home.ts'

/** Opens the device. `heard` is told when something changed: at most every tenth of a second, with how much is open. */
export const live = (heard: (news: Extract<News, { news: 'changed' }>) => void) => {
  let telling = false
  const tell = (): void => {
    if (telling) return
    telling = true
    setTimeout(() => {
      telling = false
      void answer(home, { type: 'state' }).then(
        state =>
          heard({
            news: 'changed',
            open: state.ok && state.value !== null && 'open' in state.value ? state.value.open : 0,
          }),
        () => undefined,
      )
    }, 100)
  }
  const home = openHome(tell, openAppPort().connect)
  /** Answers a request of the extension's own parts; what is not understood is refused, nothing is thrown. */
  return async (asked: unknown): Promise<unknown> => {
    const request = parse(requestSchema, asked)
    if (!request.ok) return refused('this question is not known')
    if (request.value.type === 'wake') tell()
    return answer(home, request.value).catch(() =>
      refused('Tandem could not open its store in this browser. Restart the browser and try again.'),
    )
  }
}
