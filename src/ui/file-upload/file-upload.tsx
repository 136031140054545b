import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import { type Attributes, cx, said, type Words } from '../words.ts'

export interface FileUploadProps extends FieldProps {
  readonly multiple?: boolean | undefined
  /** File types that the browser offers, for instance `image/png,.pdf`. */
  readonly accept?: string | undefined
  readonly disabled?: boolean | undefined
  /** The markup of a drop area. Kept does not start its script: the button it makes is named badly. */
  readonly dropArea?: boolean | undefined
  readonly wrapperClass?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Files to hand in. Its form posts to an address that carries the token. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name
  return (
    <Field {...props}>
      {props.before}
      <DropArea {...props}>
        <input
          class={cx('govuk-file-upload', props.class, said(props.error) && 'govuk-file-upload--error')}
          id={id}
          name={props.name}
          type="file"
          accept={props.accept}
          disabled={props.disabled}
          multiple={props.multiple}
          aria-describedby={describedBy(id, props)}
          {...props.attributes}
        />
      </DropArea>
      {props.after}
    </Field>
  )
}

function DropArea({ dropArea, wrapperClass, wrapperAttributes, children }: FileUploadProps & { children: Words }) {
  if (!dropArea) return <>{children}</>
  return (
    <div class={cx('govuk-file-upload-wrapper', wrapperClass)} data-module="govuk-file-upload" {...wrapperAttributes}>
      {children}
    </div>
  )
}
