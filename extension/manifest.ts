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

export default defineManifest({
  manifest_version: 3,
  name: isTestBuild ? 'Tandem (test build)' : 'Tandem in your training log',
  short_name: 'Tandem',
  version: about.version,
  description:
    'Shows what your coach and your playbook changed, inside the training log you already use. Reads only; no server.',
  // Why: runtime.getContexts, by which the one offscreen document is found, came with Chrome 116.
  minimum_chrome_version: '116',
  icons,
  action: { default_title: 'Open Tandem', default_icon: icons },
  side_panel: { default_path: 'extension/panel/panel.html' },
  options_ui: { page: 'extension/options/options.html', open_in_tab: true },
  background: { service_worker: 'extension/background.ts', type: 'module' },
  permissions: ['storage', 'alarms', 'offscreen', 'sidePanel', 'notifications', 'scripting'],
  // Why every https address: the app stands where a club puts it. Only the one entered is asked for, on a click.
  optional_host_permissions: [
    ...hosts.map(({ match }) => match),
    localMatch,
    'http://127.0.0.1/*',
    'http://[::1]/*',
    'https://*/*',
  ],
})
