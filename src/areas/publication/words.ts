import type { Reader } from './readers.ts'

/** How a page calls its readers. */
export const READER_WORDS: Readonly<Record<Reader, string>> = {
  young: 'Pupils in Reception, Year 1 and Year 2',
  middle: 'Pupils in Years 3 to 6',
  older: 'Pupils in Year 7 and above',
  parent: 'Parents and carers',
  staff: 'Staff',
  governor: 'Governors',
  visitor: 'Visitors and volunteers',
}

/** The same within a sentence. */
export const readerWithin = (reader: Reader): string => {
  const words = READER_WORDS[reader]
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** What an agreement asks of a reader. */
export const WAY_WORDS = {
  agree: { usual: 'What you agree to', easy: 'Our rules' },
  choose: { usual: 'What you choose', easy: 'What you choose' },
  object: { usual: 'What you may say no to', easy: 'You can say no' },
  told: { usual: 'What we tell you', easy: 'What we tell you' },
} as const
