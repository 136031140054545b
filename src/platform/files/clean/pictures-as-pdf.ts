interface Picture {
  readonly jpeg: Buffer
  readonly width: number
  readonly height: number
}

/** A PDF with one picture on each page and nothing else in it: no title, no date, no maker. */
export function picturesAsPdf(pictures: readonly Picture[], scale: number): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (...pieces: (Buffer | string)[]) => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
      parts.push(bytes)
      length += bytes.length
    }
  }
  const object = (number: number, ...pieces: (Buffer | string)[]) => {
    offsets[number] = length
    add(`${number} 0 obj\n`, ...pieces, '\nendobj\n')
  }
  const pageOf = (at: number) => 3 + at * 3
  object(1, '<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pictures.map((_, at) => `${pageOf(at)} 0 R`).join(' ')
  object(2, `<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`)
  for (const [at, { jpeg, width, height }] of pictures.entries()) {
    const [page, [w, h]] = [pageOf(at), [width / scale, height / scale].map((side) => side.toFixed(2))]
    const drawing = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${page + 1} 0 R`,
      ` /Resources << /XObject << /P ${page + 2} 0 R >> >> >>`,
    )
    object(page + 1, `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`)
    object(
      page + 2,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB`,
      ` /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    )
  }
  const start = length
  const lines = Array.from(
    { length: offsets.length - 1 },
    (_, at) => `${String(offsets[at + 1]).padStart(10, '0')} 00000 n \n`,
  )
  add(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${lines.join('')}`)
  add(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}
