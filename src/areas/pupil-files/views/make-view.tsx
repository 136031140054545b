import { sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Form } from '#ui/form/form.tsx'
import { PasswordInput } from '#ui/password-input/password-input.tsx'
import { paths } from '../paths.ts'
import type { FileProps } from './file-view.tsx'

/** Making the file: the paper to read first, then all of it as one archive. Of the evidence only what is chosen goes along. */
export function Make(props: FileProps) {
  const { file, errors } = props
  return (
    <Card title="Make the file" size="m">
      <p class="govuk-body">
        <a class="govuk-link" href={paths.pdf.to(file.id)}>
          Read it as a PDF first
        </a>
        : what was typed stands as it was typed. It can be printed and go on paper.
      </p>
      <Form action={paths.archive.to(file.id)}>
        <Along {...props} />
        <PasswordInput
          name="password"
          label="Password of the archive"
          labelSize="s"
          hint="Tell it by telephone, never in the same message. It is not kept here: if it is lost, make another archive."
          autocomplete="new-password"
          error={errors.password}
        />
        <Button variant="secondary">Make one locked archive</Button>
      </Form>
    </Card>
  )
}

function Along({ evidence, typed, now, zone }: FileProps) {
  const may = evidence.filter((one) => one.content !== null)
  const stay = evidence.filter((one) => one.content === null)
  return (
    <>
      {may.length > 0 && (
        <Checkboxes
          name="files"
          legend="Which files of the evidence go along?"
          legendSize="s"
          hint="None unless you choose it. Look at each first: another child may be seen or named in it."
          small
          options={may.map((one) => ({
            value: one.id,
            text: `${one.what}, ${sayInstant(one.taken, now, zone)}`,
            hint: (
              <a class="govuk-link" href={one.href}>
                Open {one.what}
              </a>
            ),
          }))}
          value={typed.files}
        />
      )}
      {stay.length > 0 && (
        <>
          <h3 class="govuk-heading-s">What stays behind</h3>
          <ul class="govuk-list">
            {stay.map((one) => (
              <li>
                {one.what}. {one.stays}.
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
