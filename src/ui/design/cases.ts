import { examples as card } from '../card/examples.tsx'
import { examples as caseHead } from '../case-head/examples.tsx'
import { examples as chronology } from '../chronology/examples.tsx'
import { examples as custody } from '../custody/examples.tsx'
import { examples as dataTable } from '../data-table/examples.tsx'
import { examples as emptyState } from '../empty-state/examples.tsx'
import { examples as flowChart } from '../flow-chart/examples.tsx'
import { examples as layout } from '../layout/examples.tsx'
import { examples as listPage } from '../list-page/examples.tsx'
import { examples as matrix } from '../matrix/examples.tsx'
import { examples as peopleList } from '../people-list/examples.tsx'
import { examples as scrollFrame } from '../scroll-frame/examples.tsx'
import { examples as tabLinks } from '../tab-links/examples.tsx'
import type { PartGroup } from './part.ts'

/** A case with its path, and long lists to work in. */
export const cases: PartGroup = {
  title: 'Cases and lists',
  about: 'A case with its path, and long lists to work in.',
  parts: {
    matrix,
    card: card,
    'case-head': caseHead,
    chronology: chronology,
    custody: custody,
    'data-table': dataTable,
    'list-page': listPage,
    'empty-state': emptyState,
    'flow-chart': flowChart,
    layout: layout,
    'people-list': peopleList,
    'scroll-frame': scrollFrame,
    'tab-links': tabLinks,
  },
}
