import { sayFullDate } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Table } from '#ui/table/table.tsx'
import { paths } from '../paths.ts'

export interface ClassesProps {
  readonly classes: readonly {
    readonly classId: string
    readonly name: string
    readonly school: string
    readonly pupils: number
  }[]
}

/** The classes for which cards can be made. */
export function CardClassesView({ classes }: ClassesProps) {
  return (
    <Page title="Pupils’ cards" lede="With a card and the code of the class a pupil signs in. Choose a class.">
      <p class="govuk-body">
        For parents, staff and governors whom no mail reaches there are{' '}
        <a class="govuk-link" href={paths.letters.to()}>
          access letters
        </a>
        .
      </p>
      {classes.length === 0 ? (
        <p class="govuk-body">There are no classes yet: they come with a roster.</p>
      ) : (
        <Table
          caption="Classes"
          head={[{ says: 'Class' }, { says: 'School' }, { says: 'Pupils', numeric: true }]}
          rows={classes.map((one) => [
            {
              says: (
                <a class="govuk-link" href={paths.cardsOfClass.to(one.classId)}>
                  {one.name}
                </a>
              ),
            },
            { says: one.school },
            { says: String(one.pupils), numeric: true },
          ])}
        />
      )}
    </Page>
  )
}

export interface ClassCardsProps {
  readonly classId: string
  readonly name: string
  readonly classCode: string
  readonly pupils: readonly {
    readonly personId: string
    readonly name: string
    readonly card: { readonly cardId: string; readonly issuedOn: Temporal.PlainDate } | null
  }[]
  readonly error: string | null
}

/** One class: who has a card, new cards for those chosen, and an end to a lost one. */
export function ClassCardsView({ classId, name, classCode, pupils, error }: ClassCardsProps) {
  return (
    <Page
      title={`Cards of ${name}`}
      lede={`The code of this class is ${classCode}.`}
      back={{ href: paths.cards.to(), text: 'All classes' }}
      errors={error === null ? {} : { who: error }}
    >
      <p class="govuk-body">A new card ends the one that the pupil had. Its code is shown once, for printing.</p>
      {/* The forms of the rows cannot stand inside the table's own: each button names the form that it sends. */}
      <Form action={paths.cardsOfClass.to(classId)} id="issue">
        <Button>Make cards for those chosen</Button>
      </Form>
      <Form action={paths.revokeCard.to(classId)} id="revoke" />
      <table class="govuk-table" id="who">
        <caption class="govuk-table__caption govuk-visually-hidden">Pupils of {name}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Make a card for
            </th>
            <th scope="col" class="govuk-table__header">
              Card
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {pupils.map((pupil) => (
            <PupilRow {...pupil} />
          ))}
        </tbody>
      </table>
    </Page>
  )
}

function PupilRow({ personId, name, card }: ClassCardsProps['pupils'][number]) {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={`who-${personId}`}
              type="checkbox"
              name="who"
              value={personId}
              form="issue"
              checked={card === null}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`who-${personId}`}>
              {name}
            </label>
          </div>
        </div>
      </th>
      <td class="govuk-table__cell">
        {card === null ? (
          'None'
        ) : (
          <>
            since {sayFullDate(card.issuedOn)}{' '}
            <Button small variant="secondary" name="card" value={card.cardId} attributes={{ form: 'revoke' }}>
              It is lost<span class="govuk-visually-hidden">: stop the card of {name}</span>
            </Button>
          </>
        )}
      </td>
    </tr>
  )
}

export interface CardSheetProps {
  readonly classId: string
  readonly name: string
  readonly cards: readonly { readonly name: string; readonly classCode: string; readonly cardCode: string }[]
  readonly address: string
}

/** The sheet to print and cut: the only time that the codes are seen. */
export function CardSheetView({ classId, name, cards, address }: CardSheetProps) {
  return (
    <Page title={`Cards of ${name}`} lede="Print this page now: the codes are not shown again.">
      <p class="govuk-body kept-noprint">
        <a class="govuk-link" href={paths.cardsOfClass.to(classId)}>
          Back to the class
        </a>
      </p>
      <ul class="kept-cards">
        {cards.map((card) => (
          <li class="kept-cardlet">
            <b>{card.name}</b>
            <dl>
              <dt>Class</dt>
              <dd>{card.classCode}</dd>
              <dt>My code</dt>
              <dd>{card.cardCode}</dd>
            </dl>
            <p class="kept-meta">{address}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
