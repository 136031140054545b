import { createRequire } from 'node:module'

/** A family that PDFs may be drawn with: its name for typst, and its files for regular and bold. */
export interface FontFamily {
  readonly name: string
  readonly regular: string
  readonly bold: string
}

const require = createRequire(import.meta.url)

const google = (name: string, folder: string, stem = name.replaceAll(' ', '')): FontFamily => ({
  name,
  regular: require.resolve(`@expo-google-fonts/${folder}/400Regular/${stem}_400Regular.ttf`),
  bold: require.resolve(`@expo-google-fonts/${folder}/700Bold/${stem}_700Bold.ttf`),
})

const noto = (script: string): FontFamily => google(`Noto Sans ${script}`, `noto-sans-${script.toLowerCase()}`)

// The package exports its entry only, so the files are found beside it.
const chinese = (weight: string): string =>
  require.resolve('@embedpdf/fonts-sc').replace(/dist[\\/].*$/, `fonts/NotoSansHans-${weight}.otf`)

/** Japanese letter shapes, asked first in a text with kana and after the Chinese ones in any other. */
export const japanese = google('BIZ UDPGothic', 'biz-udpgothic')

/** Every family, in the order in which a letter is looked for. They come with the program, never from the machine. */
export const families: readonly FontFamily[] = [
  google('Noto Sans', 'noto-sans'),
  // Each letter is one glyph in this Arabic: with dots drawn apart, its text cannot be copied or searched.
  google('Scheherazade New', 'scheherazade-new'),
  ...['Hebrew', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Malayalam'].map(noto),
  ...['Sinhala', 'Ethiopic', 'Georgian', 'Armenian', 'Thai'].map(noto),
  { name: 'Noto Sans S Chinese', regular: chinese('Regular'), bold: chinese('Bold') },
  japanese,
  google('NanumGothic', 'nanum-gothic'),
  google('Noto Emoji', 'noto-emoji'),
]
