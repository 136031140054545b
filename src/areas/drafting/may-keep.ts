export { keepsPolicy as mayKeepPolicy } from '#areas/policy/index.ts'
