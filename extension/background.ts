/** The extension's doorkeeper: wakes the device, lets granted pages in, passes parsed messages on, and keeps the badge. */

import { parse } from '../core/lib/parse.ts'
import { originsKey } from './app-addresses.ts'
import app from './app-link.ts?script&iife'
import { askDevice, hearDevice } from './background/device.ts'
import { enter, granted, isGrantedApp, leave, register } from './background/places.ts'
import { alarmRang, buttonPressed, setAlarms } from './background/remind.ts'
import { showNews, showOpen } from './background/tell.ts'
import overlay from './content.tsx?script&iife'
import { appRequestSchema, envelopeSchema, newsSchema, pageRequestSchema, refused, requestSchema } from './messages.ts'
import { remindersKey } from './reminders.ts'
import { isOwnPart } from './sender.ts'
import { isAt } from './sites/index.ts'

const scripts = { overlay, app }

/** A message may come from our own pages, or from our script in a page of a granted site; from nobody else. */
const allows = async (sender: chrome.runtime.MessageSender): Promise<'own' | 'page' | 'app' | 'nobody'> => {
  if (isOwnPart(sender)) return 'own'
  if (sender.id !== chrome.runtime.id) return 'nobody'
  const address = sender.tab?.url ?? sender.url ?? ''
  // Why: only the top page; a frame inside a granted page is somebody else's ground.
  if (sender.frameId !== 0) return 'nobody'
  if (await isGrantedApp(address)) return 'app'
  return (await granted()).some(({ match }) => isAt(match, address)) ? 'page' : 'nobody'
}

const questionsOf = { own: requestSchema, page: pageRequestSchema, app: appRequestSchema }

const answer = async (request: unknown, sender: chrome.runtime.MessageSender): Promise<unknown> => {
  const from = await allows(sender)
  if (from === 'nobody') return refused('this page is not allowed to ask')
  const parsed = parse(questionsOf[from], request)
  return parsed.ok ? askDevice(parsed.value) : refused('this question is not known')
}

chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  const envelope = parse(envelopeSchema, message)
  if (envelope.ok && envelope.value.to === 'background') {
    answer(envelope.value.request, sender).then(reply, () => reply(refused('the device did not answer')))
    return true
  }
  const news = parse(newsSchema, message)
  if (news.ok && news.value.news === 'changed' && isOwnPart(sender)) void showNews(news.value)
  return false
})

let turn: Promise<unknown> = Promise.resolve()
/** Why one after the other: a script registered twice at once is refused. */
const inTurn = (run: () => Promise<void>): Promise<unknown> => {
  turn = turn.then(run).catch(() => undefined)
  return turn
}
const follow = () => {
  void inTurn(() => register(scripts))
  void inTurn(() => enter(scripts))
}
// Why: a page may have been open before this version came, or before it was there at all.
chrome.runtime.onInstalled.addListener(follow)
chrome.permissions.onAdded.addListener(follow)
// Why: where the app stands is kept beside the permission, and either may be there first.
chrome.storage.local.onChanged.addListener(changes => {
  if (originsKey in changes) follow()
  if (remindersKey in changes) void setAlarms()
})
chrome.permissions.onRemoved.addListener(removed => void register(scripts).then(() => leave(removed.origins ?? [])))

// Why: an hourly wake keeps the link to the coach alive and lets a new day begin without a page open.
const hourly = 'wake'
chrome.alarms.onAlarm.addListener(alarm => {
  if (alarm.name === hourly) void wake()
  else alarmRang(alarm.name)
})
const wake = async (): Promise<void> => {
  const state = await askDevice({ type: 'wake' })
  if (!state.ok) await showOpen(null)
}

/** Firefox's name for the side panel; it opens on a press alone, so nothing is awaited before. */
const openSidebar = (): Promise<void> | undefined =>
  (chrome as { readonly sidebarAction?: { open(): Promise<void> } }).sidebarAction?.open()

const start = async (): Promise<void> => {
  if ((await chrome.alarms.get(hourly)) === undefined) await chrome.alarms.create(hourly, { periodInMinutes: 60 })
  if (!__EVENT_PAGE__) await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true })
  await inTurn(() => register(scripts))
  await setAlarms()
  await wake()
}
const openApp = () => void chrome.tabs.create({ url: chrome.runtime.getURL('extension/app/app.html') })
chrome.notifications.onClicked.addListener(openApp)
// Why asked: Firefox's notifications have no buttons.
chrome.notifications.onButtonClicked?.addListener((name, button) => void buttonPressed(name, button, openApp))
hearDevice(news => void showNews(news))
if (__EVENT_PAGE__) chrome.action.onClicked.addListener(() => void openSidebar())
void start()
