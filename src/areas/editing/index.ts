export { editingArea } from './editing-area.ts'
