import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMailTransport, outboxOnly, sendMail } from './mail-transport.ts'

/** A mail server of a few lines that keeps what it hears and answers as it is told. */
let server: Server
let heard: string[]
let answers: Readonly<Record<string, string>>
beforeEach(async () => {
  heard = []
  answers = {}
  server = createServer(serve).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => server.close())

function serve(socket: Socket): void {
  let rest = ''
  let inData = false
  socket.write('220 here\r\n')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      heard.push(line)
      if (inData && line !== '.') continue
      inData = line === 'DATA'
      const verb = line.split(/[ :]/)[0] ?? ''
      socket.write(`${answers[verb] ?? (inData ? '354 go on' : '250 fine')}\r\n`)
    }
  })
}

// `mailroom` is a host of one word: nobody's address, and yet not one of those that are set aside.
function transport(credentials = '', host = '127.0.0.1') {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return createMailTransport({ smtpUrl: `smtp://${credentials}${host}:${port}`, from: 'Kept <kept@mailroom>' })
}
const mail = { to: 'amal@mailroom', subject: 'Please sign', text: 'Dear Zoë,\n\nplease sign.' }

describe('sendMail', () => {
  test('hands a message to the mail server, as text and as HTML', async () => {
    expect(await sendMail(transport(), mail)).toBe('sent')
    expect(heard).toContain('MAIL FROM:<kept@mailroom>')
    expect(heard.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<amal@mailroom>'])
    expect(heard).toContain('Subject: Please sign')
    expect(heard).toContain('Auto-Submitted: auto-generated')
    expect(heard.filter((line) => line.startsWith('Content-Type: text/'))).toHaveLength(2)
  })

  test('a subject cannot add a recipient or a header', async () => {
    await sendMail(transport(), { ...mail, subject: 'Hello\r\nBcc: other@mailroom\r\n\r\nbody' })
    expect(heard.filter((line) => line.startsWith('RCPT'))).toHaveLength(1)
    expect(heard.some((line) => line.startsWith('Bcc:'))).toBe(false)
  })

  test.each(['amal@mailroom, other@mailroom', 'Amal <amal@mailroom>', 'amal@x\r\nRCPT TO:<b@x>'])(
    'refuses %j as an address, and the mail server hears nothing',
    async (to) => {
      await expect(sendMail(transport(), { ...mail, to })).rejects.toMatchObject({ code: 'mail.address' })
      expect(heard).toEqual([])
    },
  )

  test('never sends to an invented address', async () => {
    expect(await sendMail(transport(), { ...mail, to: 'parent@family.example' })).toBe('kept')
    expect(heard).toEqual([])
  })

  test('keeps everything when there is no mail server', async () => {
    expect(createMailTransport({ smtpUrl: null, from: 'x' })).toBe(outboxOnly)
    expect(await sendMail(outboxOnly, mail)).toBe('kept')
  })

  test.each([
    ['550 no such amal@mailroom', true],
    ['450 amal@mailroom is busy', false],
  ])('a refusal “%s” says whether to try again, and never whom', async (answer, permanent) => {
    answers = { RCPT: answer }
    const refused = await sendMail(transport(), mail).catch((fault: unknown) => fault)
    expect(refused).toMatchObject({ name: 'MailRefused', permanent })
    expect(String(refused) + JSON.stringify(refused)).not.toContain('amal')
    expect(refused).not.toHaveProperty('cause')
  })

  test('a server that is not there is worth another try', async () => {
    const gone = transport()
    server.close()
    await once(server, 'close')
    await expect(sendMail(gone, mail)).rejects.toMatchObject({ name: 'MailRefused', permanent: false })
  })
})

describe('a password', () => {
  beforeEach(() => {
    answers = { EHLO: '250-here\r\n250 AUTH PLAIN', STARTTLS: '454 not today', AUTH: '235 welcome' }
  })

  test('is not sent to another machine without TLS', async () => {
    await expect(sendMail(transport('kept:pond@', '0.0.0.0'), mail)).rejects.toMatchObject({ name: 'MailRefused' })
    expect(heard).toContain('STARTTLS')
    expect(heard.some((line) => line.startsWith('AUTH'))).toBe(false)
  })

  test('is sent to a relay on this machine', async () => {
    expect(await sendMail(transport('kept:pond@'), mail)).toBe('sent')
    expect(heard.some((line) => line.startsWith('AUTH PLAIN'))).toBe(true)
  })
})
