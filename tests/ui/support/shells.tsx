/** One page for each kind of reader, put together as areas do it. */
import type { VNode } from 'preact'
import { BigButton } from '#ui/big-button/big-button.tsx'
import { BoardSquares } from '#ui/board/board.tsx'
import { Button } from '#ui/button/button.tsx'
import { examples as caseHead } from '#ui/case-head/examples.tsx'
import { CharacterCount } from '#ui/character-count/character-count.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { examples as charts } from '#ui/flow-chart/examples.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { PickCards } from '#ui/pick-cards/pick-cards.tsx'
import { Radios } from '#ui/radios/radios.tsx'

const pictures = [
  { value: 'unkind', text: 'Somebody was unkind', picture: 'unkind' },
  { value: 'other', text: 'Something else', picture: 'other' },
] as const

const staff = (
  <Page title="Seal the device" back="/case" errors={{ on: 'Enter the day it was sealed' }}>
    <Form>
      <DateInput name="on" legend="When was it sealed?" error="Enter the day it was sealed" />
      <Button>Seal</Button>
    </Form>
  </Page>
)

const casePage = (
  <Page title="Unkind group chat" heading={false} band={caseHead[0]?.node}>
    <Layout sideLabel="Promises" side={<BoardSquares squares={[{ href: '/L-1', state: 'kept', says: 'L-1: kept' }]} />}>
      {charts[0]?.node}
    </Layout>
  </Page>
)

const older = (
  <Page title="Tell us about something online" audience="public" exit="https://weather.example/">
    <Form>
      <CharacterCount name="what" label="What happened?" labelSize="m" maxlength={20} />
      <Radios
        name="answer"
        legend="Do you want an answer?"
        legendSize="m"
        options={[
          { value: 'code', text: 'Yes, without my name' },
          { value: 'mail', text: 'Yes, by e-mail', conditional: <Input name="mail" label="E-mail address" /> },
        ]}
      />
      <BigButton>Send</BigButton>
    </Form>
  </Page>
)

const young = (
  <Page title="Tell a grown-up" audience="young" heading="What happened?">
    <Form>
      <PickCards age="young" name="what" legend="Choose one picture" legendHidden options={pictures} />
      <BigButton icon="arrow">Next</BigButton>
      <BigButton help icon="hand" href="/now">
        I need a grown-up now
      </BigButton>
    </Form>
  </Page>
)

const middle = (
  <Page title="Tell us what happened" audience="middle" exit="https://weather.example/">
    <PickCards name="what" legend="What is it about?" options={pictures} error="Choose one" />
  </Page>
)

const kiosk = (
  <Page title="Before you go online here" audience="kiosk">
    <Input name="name" label="Your name" labelSize="m" />
  </Page>
)

/** The pages by their address. */
export const shells: Readonly<Record<string, VNode>> = {
  '/staff': staff,
  '/case': casePage,
  '/older': older,
  '/young': young,
  '/middle': middle,
  '/kiosk': kiosk,
}
