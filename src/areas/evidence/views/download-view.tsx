import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { WarningText } from '#ui/warning-text/warning-text.tsx'
import type { Item } from '../model/item.ts'
import { paths } from '../paths.ts'

export interface DownloadViewProps {
  readonly item: Item
  readonly caption: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Taking the original out of Kept: with a reason, which stays with the case. */
export function DownloadView({ item, caption, typed, errors }: DownloadViewProps) {
  return (
    <Page
      title="Download the original"
      caption={caption}
      errors={errors}
      back={paths.item.to(item.id)}
      lede="It leaves Kept as it came, unmarked. Your reason is written down, and everybody who handles the case can read it."
    >
      {item.file?.scan !== 'clean' && (
        <WarningText>It has not been scanned. Open it only on a computer that nothing depends on.</WarningText>
      )}
      <Form>
        <Textarea
          name="reason"
          label="Why do you need it?"
          labelSize="s"
          value={typed.reason}
          error={errors.reason}
          rows={3}
        />
        <Button>Download it</Button>
      </Form>
    </Page>
  )
}
