/** The script inside a granted page: it stands there once, shows the person's own days, and leaves without a trace. */

import { onNews } from './ask.ts'
import { stand } from './overlay/stand.tsx'
import { answerWithStructure } from './overlay/structure-answer.ts'
import { isAt } from './sites/index.ts'

// Why: the isolated world is ours alone; the mark keeps a second injection from standing beside the first.
const world = globalThis as { tandemStands?: boolean }

if (world.tandemStands !== true) {
  world.tandemStands = true
  const end = new AbortController()
  end.signal.addEventListener('abort', () => {
    world.tandemStands = false
  })
  onNews(news => {
    if (news.news === 'leave' && isAt(news.match, document.location.href)) end.abort()
  }, end.signal)
  answerWithStructure(document, end.signal)
  stand(document, end)
}
