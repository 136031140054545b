import { walkEveryWay } from './walk-every-way.ts'

walkEveryWay('primary-federation')
