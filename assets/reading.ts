/** What a page gains that is only read, such as the public policy: nothing but the button that prints it. */
import { showPrintButtons } from './modules/print-button.ts'

showPrintButtons(document)
