const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', cy: 'Welsh', 'en-easy': 'easy words' }

/** A language of a pack as a person calls it. */
export const sayLanguage = (language: string): string => LANGUAGES[language] ?? language
