import { describe, expect, test } from 'vitest'
import { Form } from '../form/form.tsx'
import { bareChrome, type Chrome, renderPage } from './chrome.ts'
import { initials } from './header.tsx'
import { Page } from './page.tsx'
import { SignOut } from './sign-out.tsx'

const chrome: Chrome = {
  ...bareChrome,
  organisation: 'Larkbeck Federation',
  school: 'Larkbeck School',
  person: { name: 'Priya Raman', post: 'safeguarding lead', href: '/you' },
  nav: [
    { href: '/duties', label: 'My duties', count: 7, active: true },
    { href: '/policy', label: 'Policy', count: 0, active: false },
  ],
  csrf: 'a-token',
  policyLine: 'Policy version 3',
  seal: { at: 'today at 14:31', short: '7f3a 91c0' },
  assets: { css: '/kept.css', js: '/kept.js' },
  reportHref: '/report',
  signOutHref: '/sign-out',
}

describe('Page', () => {
  test('is a whole document with title, language, styles and script', () => {
    const html = renderPage(<Page title="Close the case" />, chrome)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB"/)
    expect(html).toContain('<title>Close the case - Kept</title>')
    expect(html).toContain('<link rel="stylesheet" href="/kept.css"/>')
    expect(html).toContain('<script type="module" src="/kept.js"></script>')
  })

  test('draws its title as the one heading, unless the page has its own', () => {
    expect(renderPage(<Page title="Close the case" />, chrome).match(/<h1/g)).toHaveLength(1)
    expect(renderPage(<Page title="Close the case" heading={false} />, chrome)).not.toContain('<h1')
  })

  test('shows the person, the menu with what waits, the version and the seal', () => {
    const html = renderPage(<Page title="Duties" />, chrome)
    expect(html).toContain('Priya Raman, safeguarding lead')
    expect(html).toContain('7<span class="govuk-visually-hidden"> waiting</span>')
    expect(html.match(/kept-nav__count/g)).toHaveLength(1)
    expect(html.match(/aria-current="true"/g)).toHaveLength(1)
    expect(html).toContain('Policy version 3')
    expect(html).toContain('Sealed today at 14:31')
  })

  test('says in the title and in a summary what is wrong, with a link to each field', () => {
    const html = renderPage(<Page title="Seal" errors={{ bag: 'Write the number of the bag' }} />, chrome)
    expect(html).toContain('<title>Error: Seal - Kept</title>')
    expect(html).toContain('<a href="#bag">Write the number of the bag</a>')
  })

  test('shows what was just done', () => {
    expect(renderPage(<Page title="Duties" />, { ...chrome, flash: 'Saved' })).toContain(
      'govuk-notification-banner--success',
    )
  })

  test('tells no reporter’s page who is signed in', () => {
    for (const audience of ['public', 'middle', 'young', 'kiosk'] as const) {
      const html = renderPage(<Page title="Tell us" audience={audience} />, chrome)
      expect(html).not.toContain('Priya')
      expect(html).not.toContain('My duties')
      expect(html).not.toContain('a-token')
    }
  })

  test('keeps the way out in view', () => {
    const html = renderPage(<Page title="Tell us" audience="public" exit="https://weather.example" />, chrome)
    expect(html).toContain('href="https://weather.example"')
    expect(html).toContain('data-module="govuk-exit-this-page"')
  })

  test('escapes what people typed', () => {
    const html = renderPage(<Page title={'<script>alert("x")</script>'} lede={'</p><img src=x>'} />, chrome)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img')
  })
})

test('somebody who is signed in can sign out from a public page', () => {
  const html = renderPage(<Page title="Sign" audience="public" headerEnd={<SignOut />} />, chrome)
  expect(html).toContain('<form action="/sign-out" method="post"')
  expect(renderPage(<SignOut />, { ...chrome, signOutHref: null })).not.toContain('<form')
})

describe('Form', () => {
  test('posts with the token of the surroundings', () => {
    const html = renderPage(<Form action="/x">a</Form>, chrome)
    expect(html).toContain('<form action="/x" method="post" novalidate>')
    expect(html).toContain('<input type="hidden" name="_csrf" value="a-token"/>')
  })

  test('puts no token into an address or into a multipart body', () => {
    expect(renderPage(<Form method="get">a</Form>, chrome)).not.toContain('a-token')
    const upload = renderPage(<Form multipart>a</Form>, chrome)
    expect(upload).toContain('enctype="multipart/form-data"')
    expect(upload).not.toContain('a-token')
  })
})

test.each([
  ['Priya Raman', 'PR'],
  ['Anna Maria de Souza', 'AS'],
  ['Björk', 'B'],
  ['  ', ''],
  ['𝒜da Lovelace', '𝒜L'],
])('the initials of “%s” are “%s”', (name, expected) => expect(initials(name)).toBe(expected))
