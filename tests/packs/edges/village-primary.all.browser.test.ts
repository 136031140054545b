import { walkInBrowser } from './walk-in-browser.ts'

walkInBrowser('village-primary')
