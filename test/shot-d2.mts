import { faults, goTo, openHome, startSample } from './kit/app.ts'
import { openBrowser } from './kit/chromium.ts'

const home = await openHome()
const b = await openBrowser()
const p = await b.newPage()
await startSample(p, home.url)
await goTo(p, 'Calendar')
for (const [w, scheme] of [
  [1280, 'light'],
  [390, 'dark'],
] as const) {
  await p.setViewportSize({ width: w, height: w === 390 ? 844 : 900 })
  await p.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await p.getByRole('button', { name: 'Session', exact: true }).click()
  const d = p.getByRole('dialog')
  await d
    .locator('textarea')
    .first()
    .fill(
      'Warmup\n- 15m ramp 60-80% Pace\n\nMain set 5x\n- Strong, relaxed 1km 98-100% Pace\n- 2m Z1 HR\n\nCooldown\n- 10m E',
    )
  await d.getByText('What the athlete reads').click()
  await p.waitForTimeout(300)
  await d.getByText('What the athlete reads').scrollIntoViewIfNeeded()
  await p.screenshot({ path: `/tmp/d2-text-${w}.png` })
  await d.getByText('Rows', { exact: true }).click()
  await p.waitForTimeout(500)
  await p.screenshot({ path: `/tmp/d2-rows-${w}.png` })
  console.log(await faults(p))
  await p.keyboard.press('Escape')
}
await b.close()
await home.close()
