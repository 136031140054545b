import { walkInBrowser } from './walk-in-browser.ts'

walkInBrowser('primary-federation')
