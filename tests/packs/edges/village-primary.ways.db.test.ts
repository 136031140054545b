import { walkEveryWay } from './walk-every-way.ts'

walkEveryWay('village-primary')
