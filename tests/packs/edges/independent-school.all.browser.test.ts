import { walkInBrowser } from './walk-in-browser.ts'

walkInBrowser('independent-school')
