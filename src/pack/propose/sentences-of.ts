const MOST = 4_000
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const UNFINISHED = /(?:\b(?:e\.g|i\.e|cf|approx|incl|para|art|fig|mr|mrs|ms|dr|rev|vs|p|pp)\.|\b\p{Lu}\.)\s*$/iu

/** The sentences of a paragraph. An abbreviation ends none, and what has no end is cut where it is too long for a clause. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const before = sentences.at(-1)
    const goesOn = before !== undefined && (UNFINISHED.test(before) || /^\s*\p{Ll}/u.test(segment))
    if (goesOn && before.length + segment.length <= MOST) sentences[sentences.length - 1] = before + segment
    else sentences.push(segment)
  }
  return sentences
    .flatMap(pieces)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function pieces(sentence: string): string[] {
  if (sentence.length <= MOST) return [sentence]
  const space = sentence.lastIndexOf(' ', MOST)
  // Never between the two halves of one character.
  const at = space > MOST / 2 ? space : MOST - (/[\ud800-\udbff]/.test(sentence.charAt(MOST - 1)) ? 1 : 0)
  return [sentence.slice(0, at), ...pieces(sentence.slice(at))]
}
