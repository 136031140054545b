import { walkInBrowser } from './walk-in-browser.ts'

walkInBrowser('special-all-through')
