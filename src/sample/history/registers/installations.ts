import type { KnownWho, RegisterStory, StoryStep } from './register-story.ts'

const NETWORK: KnownWho = { post: 'network_manager' }
const SUPPORT: KnownWho = { post: 'ict_support' }

const install = (
  id: string,
  what: string,
  where: string,
  why: string,
  ago: number,
  by: KnownWho,
  steps: readonly StoryStep[],
): RegisterStory => ({
  id,
  kind: 'installation',
  title: what,
  when: { daysAgo: ago, at: '12:35' },
  by,
  fields: { install_what: what, install_where: where, install_why: why },
  steps,
})
const permit: StoryStep = { step: 'permit', by: NETWORK, answer: 'yes', after: 1 }
const authorise: StoryStep = { step: 'authorise', by: SUPPORT, answer: 'yes', after: 1 }
const installed = (licence: string): StoryStep => ({
  step: 'install',
  by: SUPPORT,
  fields: { fully_licensed: true, licence_where: licence, installed_on: { day: 0 } },
  after: 2,
})

/** Who asked to have what installed, and what came of it. */
export const INSTALLATIONS: readonly RegisterStory[] = [
  install('install 1', 'Symbol writer', 'Laptops of rooms 3 and 9', 'Pupils write with symbols.', 70, { staff: 4 }, [
    permit,
    authorise,
    installed('School licence, 30 seats'),
  ]),
  install('install 2', 'Eye-gaze camera driver', 'Tablet LB-3005', 'A pupil steers with the eyes.', 44, { staff: 6 }, [
    permit,
    authorise,
    installed('Comes with the device'),
  ]),
  install('install 3', 'A free video cutter', 'Laptop LB-2003', 'Films of the school play.', 30, { staff: 1 }, [
    {
      step: 'permit',
      by: NETWORK,
      answer: 'no',
      note: 'It shows adverts and sends data abroad. The camera has its own program.',
      after: 2,
    },
  ]),
  install(
    'install 4',
    'Timetable printer driver',
    'PC of the office',
    'The copier was replaced.',
    9,
    { post: 'school_office' },
    [permit, authorise],
  ),
  install('install 5', 'Braille display', 'Laptop LB-1012', 'A pupil joins in January.', 2, { staff: 9 }, []),
]
