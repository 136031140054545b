import { walkInBrowser } from './walk-in-browser.ts'

walkInBrowser('specialist-group')
