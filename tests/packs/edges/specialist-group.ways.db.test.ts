import { walkEveryWay } from './walk-every-way.ts'

walkEveryWay('specialist-group')
