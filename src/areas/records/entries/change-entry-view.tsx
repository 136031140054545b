import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import type { FieldView } from '../forms/field-view.ts'
import { entryHome } from '../register-paths.ts'
import { PackFields } from '../views/pack-fields.tsx'

export interface ChangeEntryProps {
  readonly id: string
  readonly title: string
  readonly says: string
  /** Where it comes from, in words. */
  readonly source: string
  /** A policy brought it along. */
  readonly brought: boolean
  readonly fields: readonly FieldView[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Keeping an entry of a register up to date. */
export function ChangeEntryView({ id, title, says, source, brought, fields, typed, errors }: ChangeEntryProps) {
  return (
    <Page
      title={`Change: ${title}`}
      caption={says}
      errors={errors}
      back={{ href: entryHome.paths.show.to(id), text: title }}
      lede={
        brought
          ? `It comes from: ${source}. Once you change it, a later version of the policy leaves it as you have it.`
          : undefined
      }
    >
      <Form action={`${entryHome.paths.show.to(id)}/change`}>
        <PackFields fields={fields} typed={typed} errors={errors} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </Page>
  )
}
