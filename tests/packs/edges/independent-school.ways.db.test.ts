import { walkEveryWay } from './walk-every-way.ts'

walkEveryWay('independent-school')
