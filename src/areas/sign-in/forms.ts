import type { Form } from '#core/form.ts'
import { emptyForm, FormReader } from '#core/form.ts'
import { say } from '#core/messages/say.ts'

export interface CardFields {
  readonly classCode: string
  readonly cardCode: string
}

export interface PasswordFields {
  readonly login: string
  readonly password: string
}

export interface MailFields {
  readonly address: string
}

export interface LetterFields {
  readonly code: string
}

export const emptyCard = emptyForm<CardFields>({ classCode: '', cardCode: '' })
export const emptyPassword = emptyForm<PasswordFields>({ login: '', password: '' })
export const emptyMail = emptyForm<MailFields>({ address: '' })

/** A class code and a card code; the card's own is never shown again. */
export function readCard(body: unknown): Form<CardFields> {
  const reader = new FormReader(body)
  const classCode = reader.text('classCode', { required: say('en', 'sign_in.card.class.required'), max: 60 })
  const cardCode = reader.text('cardCode', { required: say('en', 'sign_in.card.own.required'), max: 60 })
  return reader.done({ classCode, cardCode })
}

/** An address and a password, which is taken exactly as it was typed. */
export function readPassword(body: { readonly password: string }): Form<PasswordFields> {
  const reader = new FormReader(body)
  const login = reader.text('login', { required: say('en', 'sign_in.password.address.required'), max: 320 })
  if (body.password === '') reader.fault('password', say('en', 'sign_in.password.password.required'))
  return reader.done({ login, password: body.password })
}

/** An address to send a link to. */
export function readMail(body: unknown): Form<MailFields> {
  const reader = new FormReader(body)
  const address = reader.text('address', { required: say('en', 'sign_in.mail.required'), max: 320 })
  if (address !== '' && !/^[^\s@]+@[^\s@]+$/.test(address)) reader.fault('address', say('en', 'sign_in.mail.malformed'))
  return reader.done({ address })
}

/** The code of a letter, as it is printed or in any other way of writing it. */
export function readLetter(body: unknown): Form<LetterFields> {
  const reader = new FormReader(body)
  const code = reader.text('code', { required: say('en', 'sign_in.letter.required'), max: 60 })
  return reader.done({ code })
}

/** The same form with one fault more. */
export const withFault = <V>(form: Form<V>, name: string, says: string): Form<V> => ({
  ...form,
  errors: { ...form.errors, [name]: says },
})
