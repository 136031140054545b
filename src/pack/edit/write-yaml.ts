import { Document, isCollection, isMap, isPair, isScalar, visit } from 'yaml'

const WIDTH = 110
const SHORT = 90

/** Plain JSON as YAML: short lists and maps on one line, long texts folded, as the packs of this program are written. */
export function writeYaml(value: unknown): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false })
  visit(document, {
    Collection: (_, node, path) => {
      // The outermost keys, and entries by id below them, stand on lines of their own.
      if (path.length < 4 || !isCollection(node)) return
      const text = JSON.stringify(node.toJS(document))
      if (text.length > SHORT || text.includes('\\n') || holdsMaps(node)) return
      node.flow = true
    },
    Scalar: (key, node) => {
      if (key === 'key') return
      if (!isScalar(node) || typeof node.value !== 'string') return
      if (READ_AS_ELSE.test(node.value) || BLANKS_ON_A_LINE.test(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return document.toString({ lineWidth: WIDTH, minContentWidth: 40 })
}

// Other readers of YAML take these words for true and false.
const READ_AS_ELSE = /^(y|n|yes|no|on|off)$/i
// A line of blanks alone would be taken for the indentation of its block.
const BLANKS_ON_A_LINE = /(?:^|[\r\n])[ \t]+(?:[\r\n]|$)/

// Steps, and other things by id, each on a line of its own.
const holdsMaps = (node: unknown): boolean =>
  isMap(node) && node.items.some((pair) => isPair(pair) && isMap(pair.value))
