/** How many of how many, as a bar. The words stand beside it. */
export function Progress({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <svg class="kept-progress" viewBox={`0 0 ${Math.max(of, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.min(done, of)} height="1" />
    </svg>
  )
}
