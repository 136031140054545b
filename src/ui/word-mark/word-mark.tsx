/** The word *kept* in strokes; the crossbar of its t is a tick. */
export function WordMark() {
  return (
    <svg
      viewBox="0 0 90 32"
      width="84"
      height="30"
      fill="none"
      stroke="currentColor"
      stroke-width="4"
      stroke-linecap="round"
      stroke-linejoin="round"
      role="img"
      aria-label="Kept"
    >
      <path d="M4 4v21M17 11 4 19.5M9.3 16 17.5 25" />
      <path d="M24 18h13.5a6.8 6.8 0 1 0-2.3 5.2" />
      <path d="M45 11.3V31M45 18a6.8 6.8 0 1 1 0 .1" />
      <path d="M70.5 4v15.5a5.5 5.5 0 0 0 5.5 5.5h1" />
      <path class="kept-mark__tick" d="M65.5 12.3l5 4.7L84 5" />
    </svg>
  )
}
