import { examples as alert } from '../alert/examples.tsx'
import { examples as barChart } from '../bar-chart/examples.tsx'
import { examples as board } from '../board/examples.tsx'
import { examples as clauseChip } from '../clause-chip/examples.tsx'
import { examples as dutyList } from '../duty-list/examples.tsx'
import { examples as figures } from '../figures/examples.tsx'
import { examples as nextStep } from '../next-step/examples.tsx'
import { examples as progress } from '../progress/examples.tsx'
import { examples as signingRow } from '../signing-row/examples.tsx'
import { examples as square } from '../square/examples.tsx'
import { examples as statePill } from '../state-pill/examples.tsx'
import { examples as totals } from '../totals/examples.tsx'
import { examples as verdict } from '../verdict/examples.tsx'
import type { PartGroup } from './part.ts'

/** How promises stand, and what somebody must do. */
export const standing: PartGroup = {
  title: 'Standing and work',
  about: 'How promises stand, and what somebody must do.',
  parts: {
    verdict,
    alert: alert,
    board: board,
    'clause-chip': clauseChip,
    'duty-list': dutyList,
    'bar-chart': barChart,
    figures: figures,
    'next-step': nextStep,
    progress: progress,
    'signing-row': signingRow,
    square: square,
    'state-pill': statePill,
    totals: totals,
  },
}
