import type { Example } from '../example.ts'
import { Card } from './card.tsx'

/** In the side column, with a link, on sand, and with nothing in it. */
export const examples: readonly Example[] = [
  {
    name: 'With a link at the end of its head',
    node: (
      <Card
        id="card-cases"
        title="Cases you hold"
        end={
          <a class="kept-link" href="#card">
            All 4
          </a>
        }
      >
        <ul class="kept-list kept-rows govuk-body-s">
          <li>
            <a class="kept-link" href="#card">
              <b>Unkind group chat, Year 8</b>
            </a>
            <br />
            <span class="kept-ref">INC-0147</span>, your step today
          </li>
          <li>
            <a class="kept-link" href="#card">
              <b>Name on a public page</b>
            </a>
            <br />
            <span class="kept-ref">INC-0150</span>, waiting for a parent
          </li>
        </ul>
      </Card>
    ),
  },
  {
    name: 'On sand',
    node: (
      <Card id="card-sand" sand size="m" title="So far">
        <p class="govuk-body">Two steps are done.</p>
      </Card>
    ),
  },
  {
    name: 'With nothing in it yet',
    node: (
      <Card
        id="card-quiet"
        size="m"
        title="Evidence"
        nothing="Nothing has been entered."
        end={
          <a class="kept-link" href="#card">
            Add an item
          </a>
        }
      />
    ),
  },
]
