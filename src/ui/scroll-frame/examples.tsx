import type { Example } from '../example.ts'
import { ScrollFrame } from './scroll-frame.tsx'

/** Something wide. */
export const examples: readonly Example[] = [
  {
    name: 'Something wide',
    node: (
      <ScrollFrame label="A wide table, scrolls sideways on a small screen">
        <table class="kept-matrix">
          <caption class="govuk-visually-hidden">Who may bring a phone</caption>
          <thead>
            <tr>
              <th scope="col">Personal phone</th>
              <th scope="col">Primary pupil</th>
              <th scope="col">Staff</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Bring it to school</th>
              <td class="kept-matrix__no">No</td>
              <td class="kept-matrix__yes">Yes</td>
            </tr>
          </tbody>
        </table>
      </ScrollFrame>
    ),
  },
]
