import type { Example } from '../example.ts'
import { FileUpload } from './file-upload.tsx'

/** Files to hand in. */
export const examples: readonly Example[] = [
  {
    name: 'Several files',
    node: (
      <FileUpload
        name="files"
        label="Screenshots"
        hint="Never a picture that may be indecent: describe it instead"
        multiple
      />
    ),
  },
  {
    name: 'With an error',
    node: <FileUpload name="register" label="People" error="Choose a CSV file" accept=".csv" />,
  },
]
