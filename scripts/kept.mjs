import './lib/check-node.mjs'
import { runKept } from './lib/run-kept.mjs'
import { launcher } from './lib/say.mjs'

// npm moves to the project's folder; a path that a person types is meant from where they stand.
const cwd = process.env.INIT_CWD ?? process.cwd()
await launcher(() => runKept(process.argv.slice(2), { cwd }))
