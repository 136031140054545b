import './lib/check-node.mjs'
import { runKept } from './lib/run-kept.mjs'
import { launcher } from './lib/say.mjs'

await launcher(() => runKept(['serve', ...process.argv.slice(2)]))
