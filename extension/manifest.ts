/** What the extension is and may ask for: no site at install, each one on a click. */
import { defineManifest } from '@crxjs/vite-plugin'
import about from '../package.json' with { type: 'json' }
import { localMatch } from './app-addresses.ts'
import { hosts } from './sites/index.ts'

const icons = {
  16: 'extension/icons/icon-16.png',
  32: 'extension/icons/icon-32.png',
  48: 'extension/icons/icon-48.png',
  128: 'extension/icons/icon-128.png',
}

// Why: a test build opens the overlay to the page's scripts; nobody should mistake it for the one to hand out.
const isTestBuild = process.env.TANDEM_TEST === '1'

/** What the two browsers call by different names. */
const chromium = {
  // Why: runtime.getContexts, by which the one offscreen document is found, came with Chrome 116.
  minimum_chrome_version: '116',
  side_panel: { default_path: 'extension/panel/panel.html' },
  background: { service_worker: 'extension/background.ts', type: 'module' as const },
  permissions: ['storage', 'alarms', 'offscreen', 'sidePanel', 'notifications', 'scripting'],
}
const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'tandem@tandem.invalid',
      // Why: the word on data collection came with Firefox 140, on Android with 142.
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none' as const] },
    },
  },
  sidebar_action: { default_panel: 'extension/panel/panel.html', default_title: 'Tandem', default_icon: icons },
  background: { scripts: ['extension/background.ts'], type: 'module' as const },
  permissions: ['storage', 'alarms', 'notifications', 'scripting'],
}

export const manifestFor = (browser: 'chrome' | 'firefox') =>
  defineManifest({
    manifest_version: 3,
    name: isTestBuild ? 'Tandem (test build)' : 'Tandem in your training log',
    short_name: 'Tandem',
    version: about.version,
    description:
      'Shows what your coach and your playbook changed, inside the training log you already use. Reads only; no server.',
    icons,
    action: { default_title: 'Open Tandem', default_icon: icons },
    options_ui: { page: 'extension/options/options.html', open_in_tab: true },
    ...(browser === 'firefox' ? firefox : chromium),
    // Why every https address: the app stands where a club puts it. Only the one entered is asked for, on a click.
    optional_host_permissions: [
      ...hosts.map(({ match }) => match),
      localMatch,
      'http://127.0.0.1/*',
      'http://[::1]/*',
      'https://*/*',
    ],
  })
