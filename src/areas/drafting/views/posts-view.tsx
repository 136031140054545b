import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import type { PostKind, PostLine } from '../posts/post-lines.ts'
import { NameForm, type Search } from './name-form.tsx'

export interface PostsViewProps {
  readonly title: string
  readonly caption: string
  readonly back: { readonly href: string; readonly text: string }
  /** The address of this page, for its forms. */
  readonly action: string
  readonly posts: readonly PostLine[]
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly search: Search | null
  readonly fault?: string | undefined
}

/** Every post, group, body, relation and outside contact of a policy with whoever holds it. */
export function PostsView(props: PostsViewProps) {
  const missing = props.posts.filter((post) => post.missing !== null).length
  return (
    <Page
      title={props.title}
      caption={props.caption}
      back={props.back}
      lede={
        missing === 0
          ? 'Every post that the policy needs has a holder. One person may hold several, and several people one.'
          : `${missing === 1 ? 'One post has' : `${missing} posts have`} no holder. One person may hold several posts, and several people one.`
      }
      errors={props.fault === undefined ? undefined : { main: props.fault }}
    >
      {KINDS.map(({ kind, title, says }) => {
        const own = props.posts.filter((post) => post.kind === kind)
        return (
          own.length > 0 && (
            <Section id={`kind-${kind}`} title={title}>
              {says !== '' && <p class="govuk-body">{says}</p>}
              <div class="kept-sheet-rows">
                {own.map((post) => (
                  <PostRow {...props} post={post} />
                ))}
              </div>
            </Section>
          )
        )
      })}
    </Page>
  )
}

/** What it is, who holds it, and the ways to name and relieve; three columns on a desk. */
function PostRow({ post, action, schools, search }: PostsViewProps & { readonly post: PostLine }) {
  const own = search?.post === post.id ? search : null
  return (
    <article class="kept-post" id={`post-${post.id}`} aria-labelledby={`post-${post.id}-title`}>
      <div>
        <h3 class="govuk-heading-s" id={`post-${post.id}-title`}>
          {post.says}
        </h3>
        {post.notes.map((note) => (
          <p class="kept-meta">{note}</p>
        ))}
      </div>
      <div>
        {post.missing !== null && (
          <p>
            <Tag class="govuk-tag--yellow">
              {post.missing.length === 0 ? 'Nobody holds it' : `Nobody at ${post.missing.join(', ')}`}
            </Tag>
          </p>
        )}
        {post.holders.length > 0 && (
          <ul class="kept-list">
            {post.holders.map((holder) => (
              <li class="kept-post__holder">
                <span>
                  <b>{holder.name}</b>
                  {holder.school !== null && ` at ${holder.school}`}
                </span>
                <Relieve post={post} holder={holder} action={action} />
              </li>
            ))}
          </ul>
        )}
        {post.named && (
          <Details
            summary={
              <>
                {post.holders.length === 0 ? 'Name somebody' : 'Name somebody else as well'}
                <span class="govuk-visually-hidden">: {post.says}</span>
              </>
            }
            open={own !== null}
          >
            <NameForm post={post} action={action} schools={schools} search={own} />
          </Details>
        )}
      </div>
    </article>
  )
}

function Relieve({ post, holder, action }: { post: PostLine; holder: PostLine['holders'][number]; action: string }) {
  return (
    <Form action={action}>
      <input type="hidden" name="do" value="relieve" />
      <input type="hidden" name="post" value={post.id} />
      <input type="hidden" name="holder" value={holder.id} />
      <Button small variant="secondary">
        Relieve
        <span class="govuk-visually-hidden">
          {' '}
          {holder.name} of {post.says}
        </span>
      </Button>
    </Form>
  )
}

const KINDS: readonly { readonly kind: PostKind; readonly title: string; readonly says: string }[] = [
  { kind: 'post', title: 'Posts', says: '' },
  {
    kind: 'group',
    title: 'Groups',
    says: 'Whoever holds a post with a seat belongs to the group. Name others who sit in it.',
  },
  { kind: 'body', title: 'Bodies', says: 'They decide by resolution. Name whoever writes down what they decided.' },
  {
    kind: 'relation',
    title: 'Found for each case',
    says: 'Nobody is named here: Kept finds them from what it knows of people.',
  },
  {
    kind: 'outside',
    title: 'Outside the school',
    says: 'They are told and asked. How to reach them is set in the policy itself.',
  },
]
