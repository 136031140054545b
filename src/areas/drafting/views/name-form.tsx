import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Select } from '#ui/select/select.tsx'

/** What was searched for, and who was found. */
export interface Search {
  readonly post: string
  readonly words: string
  readonly found: readonly { readonly id: string; readonly name: string; readonly says: string }[]
}

export interface NameFormProps {
  readonly post: { readonly id: string; readonly says: string }
  readonly action: string
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly search: Search | null
}

/** Names somebody for a post: type a name, then choose among those found. */
export function NameForm({ post, action, schools, search }: NameFormProps) {
  const id = `find-${post.id}`
  return (
    <>
      <Form action={`${action}#post-${post.id}`} method="get">
        <input type="hidden" name="post" value={post.id} />
        <Input name="words" id={id} label={`Name of the person for ${post.says}`} width={20} value={search?.words} />
        <Button small variant="secondary">
          Find
        </Button>
      </Form>
      {search !== null && search.found.length === 0 && (
        <p class="govuk-body">Nobody here has this name. Try fewer letters of it, or bring people in first.</p>
      )}
      {search !== null && search.found.length > 0 && (
        <Form action={action}>
          <input type="hidden" name="do" value="name" />
          <input type="hidden" name="post" value={post.id} />
          <Radios
            name="person"
            idPrefix={`${id}-person`}
            legend="Who is it?"
            legendSize="s"
            small
            {...(search.found.length === 1 ? { value: search.found[0]?.id } : {})}
            options={search.found.map((one) => ({ value: one.id, text: one.name, hint: one.says }))}
          />
          {schools.length > 1 && (
            <Select
              name="school"
              id={`${id}-school`}
              label="For which school?"
              options={[
                { value: '', text: 'Every school' },
                ...schools.map((school) => ({ value: school.id, text: school.name })),
              ]}
            />
          )}
          <Button small>Name this person</Button>
        </Form>
      )}
    </>
  )
}
