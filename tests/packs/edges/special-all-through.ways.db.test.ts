import { walkEveryWay } from './walk-every-way.ts'

walkEveryWay('special-all-through')
