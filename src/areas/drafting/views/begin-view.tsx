import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { paths } from '../paths.ts'

export interface BeginViewProps {
  /** The number of the version in force, if there is one. */
  readonly version: number | null
  readonly packs: readonly {
    readonly name: string
    readonly title: string
    readonly about: string
    readonly clauses: number
    readonly kept: number
    readonly has: string
  }[]
  readonly chosen?: string | undefined
  readonly errors?: Readonly<Record<string, string>>
}

/** Where a draft begins. */
export function BeginView({ version, packs, chosen, errors }: BeginViewProps) {
  return (
    <Page title="Begin a draft" back={{ href: paths.list.to(), text: 'Drafts' }} errors={errors}>
      <Form action={paths.begin.to()}>
        <Radios
          name="from"
          legend="What do you begin from?"
          legendSize="m"
          hint="Nothing changes for anybody until you publish it."
          value={chosen}
          error={errors?.from}
          options={[
            version !== null && {
              value: 'version',
              text: `The version in force (version ${version})`,
              hint: 'To change something in your own policy',
            },
            {
              value: 'document',
              text: 'Your school’s own document',
              hint: 'A Word, PDF, text or web file: it is cut into clauses, and you say what each of them is',
            },
            ...packs.map((pack) => ({
              value: `pack/${pack.name}`,
              text: <PackName {...pack} />,
              hint: <PackHint {...pack} />,
            })),
            { value: 'blank', text: 'A blank', hint: 'One clause and the least that a policy needs' },
            {
              value: 'file',
              text: 'A policy that was exported from Kept',
              hint: 'You bring in its file on the next page',
            },
          ]}
        />
        <Button preventDoubleClick>Go on</Button>
      </Form>
    </Page>
  )
}

type PackLine = BeginViewProps['packs'][number]

/** Five policies have nearly the same title: what tells them apart is for whom they were written. */
const PackName = ({ title, about }: PackLine) => (
  <>{about === '' ? title : about.replace(/^The policy of (an?) /, 'Written for $1 ').replace(/\.$/, '')}</>
)

const PackHint = ({ title, clauses, kept, has }: PackLine) => (
  <>
    “{title}”: {clauses} clauses, {kept === clauses ? 'all' : kept} of them kept by something. {has}.
  </>
)
