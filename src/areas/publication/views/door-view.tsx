import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'

export interface DoorViewProps {
  readonly schools: readonly {
    readonly schoolId: string
    readonly name: string
    readonly open: boolean
    /** Null while a school among several has no address yet. */
    readonly address: string | null
  }[]
  readonly errors: Readonly<Record<string, string>>
}

/** Who may read the policy without signing in, school by school. */
export function DoorView({ schools, errors }: DoorViewProps) {
  return (
    <Page
      title="Who may read the policy"
      lede="An open page shows the text, what it comes to for pupils, parents, staff, governors and visitors, older versions and the PDF. It names nobody, and it shows no record and no standing."
      back={{ href: '/policy', text: 'Policy' }}
      errors={errors}
    >
      <Form>
        {schools.map((school) => (
          <>
            <Radios
              name={`page-${school.schoolId}`}
              legend={school.name}
              legendSize="m"
              value={school.open ? 'open' : 'shut'}
              error={errors[`page-${school.schoolId}`]}
              options={[
                { value: 'shut', text: 'Only those who sign in' },
                { value: 'open', text: 'Everybody, without signing in' },
              ]}
            />
            {school.open && school.address !== null && (
              <p class="govuk-body">
                Its address:{' '}
                <a class="govuk-link" href={school.address}>
                  {school.address}
                </a>
              </p>
            )}
          </>
        ))}
        <Button>Save</Button>
      </Form>
    </Page>
  )
}
