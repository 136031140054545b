import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { KnownNames, NameInput } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

interface AddProps {
  readonly way: 'out' | 'in'
  readonly known: readonly string[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Noting that a pupil moves away, or came. */
export function AddView({ way, known, typed, errors }: AddProps) {
  const out = way === 'out'
  return (
    <Page
      title={out ? 'A pupil moves away' : 'A pupil joins'}
      errors={errors}
      back={{ href: paths.all.to(), text: 'Files of pupils who move' }}
    >
      <Form>
        <NameInput name="pupil" label="Which pupil?" value={typed.pupil} error={errors.pupil} />
        <KnownNames names={known} />
        <Input
          name="school"
          label={out ? 'To which school?' : 'From which school?'}
          labelSize="s"
          value={typed.school}
          error={errors.school}
        />
        <DateInput
          name="on"
          legend={out ? 'Last day here' : 'First day here'}
          legendSize="s"
          value={{ day: typed['on-day'], month: typed['on-month'], year: typed['on-year'] }}
          error={errors.on}
        />
        <Button preventDoubleClick>Note it</Button>
      </Form>
    </Page>
  )
}
