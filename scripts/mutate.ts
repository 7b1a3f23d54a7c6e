/** Breaks the playbook and the drafts on purpose, one lie at a time, and prints which lies no test noticed. */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } },
})

if (values.help) {
  console.info(`npm run mutate [-- part-of-a-file's-name] [--share 0.25]

Every comparison, condition, number and call of core/playbook and core/proposals is changed, one at a time, and the
fast tests that pass through it are run. The score is the share of changes that a test noticed. Without a name all files
are tried, which takes half an hour; --share tries every so many, the same ones each time.`)
} else {
  const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'test/mutate/config.ts'], {
    stdio: 'inherit',
    env: { ...process.env, MUTATE_ONLY: positionals[0] ?? '', MUTATE_SHARE: values.share },
  })
  process.exitCode = status ?? 1
}
