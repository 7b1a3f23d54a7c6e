import { openHome, startSample } from './kit/app.ts'
import { openBrowser } from './kit/chromium.ts'
const paths = process.argv.slice(2)
const home = await openHome()
const browser = await openBrowser()
try {
  const page = await browser.newPage()
  await page.setViewportSize({ width: 1280, height: 900 })
  await startSample(page, home.url)
  for (const path of paths) for (const scheme of ['light', 'dark'] as const) for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.goto(home.url + path)
    await page.locator('main h1').first().waitFor()
    await page.waitForTimeout(400)
    await page.screenshot({ path: `/tmp/sv-shots/${path.replace(/\W+/g, '-').slice(1, 14)}-${width}-${scheme}.png`, fullPage: width === 390 ? false : false })
  }
  console.log(browser.pageErrors())
} finally { await browser.close(); await home.close() }
