/** A document that belongs to the policy and where it is read. */
export interface AttachedLink {
  readonly title: string
  readonly href: string
}

/** The documents that the school attached to its policy. */
export function Attached({ documents }: { readonly documents: readonly AttachedLink[] }) {
  if (documents.length === 0) return null
  return (
    <section aria-labelledby="attached">
      <h2 class="govuk-heading-m" id="attached">
        Documents that belong to the policy
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {documents.map((one) => (
          <li>
            <a class="govuk-link" href={one.href}>
              {one.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
