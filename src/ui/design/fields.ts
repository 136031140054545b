import { examples as bigButton } from '../big-button/examples.tsx'
import { examples as button } from '../button/examples.tsx'
import { examples as characterCount } from '../character-count/examples.tsx'
import { examples as checkboxes } from '../checkboxes/examples.tsx'
import { examples as dateInput } from '../date-input/examples.tsx'
import { examples as errorMessage } from '../error-message/examples.tsx'
import { examples as errorSummary } from '../error-summary/examples.tsx'
import { examples as fieldset } from '../fieldset/examples.tsx'
import { examples as fileUpload } from '../file-upload/examples.tsx'
import { examples as filterBar } from '../filter-bar/examples.tsx'
import { examples as form } from '../form/examples.tsx'
import { examples as hint } from '../hint/examples.tsx'
import { examples as input } from '../input/examples.tsx'
import { examples as label } from '../label/examples.tsx'
import { examples as listen } from '../listen/examples.tsx'
import { examples as nameInput } from '../name-input/examples.tsx'
import { examples as passwordInput } from '../password-input/examples.tsx'
import { examples as pickCards } from '../pick-cards/examples.tsx'
import { examples as radios } from '../radios/examples.tsx'
import { examples as select } from '../select/examples.tsx'
import { examples as textarea } from '../textarea/examples.tsx'
import { examples as yesNo } from '../yes-no/examples.tsx'
import type { PartGroup } from './part.ts'

/** Everything that is asked in a form. */
export const fields: PartGroup = {
  title: 'Fields',
  about: 'Everything that is asked in a form.',
  parts: {
    'big-button': bigButton,
    button: button,
    'character-count': characterCount,
    checkboxes: checkboxes,
    'date-input': dateInput,
    'error-message': errorMessage,
    'error-summary': errorSummary,
    fieldset: fieldset,
    'file-upload': fileUpload,
    'filter-bar': filterBar,
    form: form,
    hint: hint,
    input: input,
    label: label,
    'name-input': nameInput,
    'password-input': passwordInput,
    'pick-cards': pickCards,
    listen,
    radios: radios,
    select: select,
    textarea: textarea,
    'yes-no': yesNo,
  },
}
