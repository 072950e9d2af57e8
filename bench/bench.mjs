// npm run bench -- [--build dist/chrome] [--against FOLDER] [--peer FOLDER] [--pairs 8]
// Prints what the guide costs as ratios to bare floors measured in the same run; writes bench/results.json and a chart.
// With --against, sets another build beside this one instead.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compareBuilds } from './compare.mjs'
import { makeExtensions } from './extensions.mjs'
import { makeLab } from './lab.mjs'
import { print, save } from './report.mjs'
import { measureAll } from './rows.mjs'

const { values: options } = parseArgs({
  options: {
    build: { type: 'string', default: 'dist/chrome' },
    against: { type: 'string' },
    peer: { type: 'string' },
    pairs: { type: 'string', default: '8' },
  },
})
const build = resolve(options.build)
const others = { peer: options.peer, against: options.against }
const { root, folders } = await makeExtensions(build, others)
const lab = await makeLab(root, folders, Number(options.pairs))

if (options.against) print(await compareBuilds(lab))
else {
  const rows = await measureAll(lab, build)
  print(rows)
  await save(rows)
}
await lab.close()
await rm(root, { recursive: true, force: true })
