import { examples as backLink } from '../back-link/examples.tsx'
import { examples as breadcrumbs } from '../breadcrumbs/examples.tsx'
import { examples as details } from '../details/examples.tsx'
import { examples as exitThisPage } from '../exit-this-page/examples.tsx'
import { examples as icon } from '../icon/examples.tsx'
import { examples as insetText } from '../inset-text/examples.tsx'
import { examples as notificationBanner } from '../notification-banner/examples.tsx'
import { examples as pagination } from '../pagination/examples.tsx'
import { examples as panel } from '../panel/examples.tsx'
import { examples as phaseBanner } from '../phase-banner/examples.tsx'
import { examples as serviceNavigation } from '../service-navigation/examples.tsx'
import { examples as skipLink } from '../skip-link/examples.tsx'
import { examples as summaryList } from '../summary-list/examples.tsx'
import { examples as table } from '../table/examples.tsx'
import { examples as tabs } from '../tabs/examples.tsx'
import { examples as tag } from '../tag/examples.tsx'
import { examples as taskList } from '../task-list/examples.tsx'
import { examples as warningText } from '../warning-text/examples.tsx'
import { examples as wordMark } from '../word-mark/examples.tsx'
import type { PartGroup } from './part.ts'

/** Parts of GOV.UK as they are, in our voice. */
export const furniture: PartGroup = {
  title: 'Furniture of a page',
  about: 'Parts of GOV.UK as they are, in our voice.',
  parts: {
    'back-link': backLink,
    breadcrumbs: breadcrumbs,
    details: details,
    'exit-this-page': exitThisPage,
    icon: icon,
    'inset-text': insetText,
    'notification-banner': notificationBanner,
    pagination: pagination,
    panel: panel,
    'phase-banner': phaseBanner,
    'service-navigation': serviceNavigation,
    'skip-link': skipLink,
    'summary-list': summaryList,
    table: table,
    tabs: tabs,
    tag: tag,
    'task-list': taskList,
    'warning-text': warningText,
    'word-mark': wordMark,
  },
}
