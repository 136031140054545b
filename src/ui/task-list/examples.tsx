import type { Example } from '../example.ts'
import { TaskList } from './task-list.tsx'

/** What is to do before a policy is published. */
export const examples: readonly Example[] = [
  {
    name: 'Before publishing',
    node: (
      <TaskList
        idPrefix="before"
        items={[
          { title: 'Name who holds each post', href: '#task-list', status: 'Done' },
          {
            title: 'Enter the term dates',
            href: '#task-list',
            hint: 'Until then Monday to Friday counts',
            tag: 'To do',
          },
          {
            title: 'Publish',
            status: { says: 'Cannot start yet', class: 'govuk-task-list__status--cannot-start-yet' },
          },
        ]}
      />
    ),
  },
]
