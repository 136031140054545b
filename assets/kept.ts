/** What pages gain when scripts are on. Everything works without it. */
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  Tabs,
} from 'govuk-frontend'
import { showStepNow } from './modules/charts.ts'
import { countChosenRows } from './modules/choose-rows.ts'
import { readAloud } from './modules/listen.ts'
import { showPrintButtons } from './modules/print-button.ts'
import { QuietRadios } from './modules/quiet-radios.ts'
import { closeTipsOnEscape } from './modules/tips.ts'

// govuk-frontend starts nothing without these two, and its styles hide what only scripts can show again.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const component of [
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  PasswordInput,
  QuietRadios,
  ServiceNavigation,
  SkipLink,
  Tabs,
]) {
  createAll(component)
}
// A second press of a slow button would send a form twice.
createAll(Button, { preventDoubleClick: true })

closeTipsOnEscape(document)
showStepNow(document)
readAloud(document, window)
countChosenRows(document)
showPrintButtons(document)
