import type { ComponentChild } from 'preact'

/** The pictures that children may choose by. Their colours are part of the drawing. */
const pictures = {
  unkind: (
    <>
      <path
        d="M24 8h70a12 12 0 0 1 12 12v20a12 12 0 0 1-12 12H60L44 66V52H24a12 12 0 0 1-12-12V20A12 12 0 0 1 24 8z"
        fill="#f9e2e4"
        stroke="#9d1c2f"
        stroke-width="4"
      />
      <path
        d="M36 20l14 20M50 20L36 40M66 20l14 20M80 20L66 40"
        stroke="#9d1c2f"
        stroke-width="5"
        stroke-linecap="round"
      />
      <Face x={88} y={80} skin="#e8b48a" hair="#4a2d1c" mouth="sad" />
    </>
  ),
  scary: (
    <>
      <rect x="8" y="10" width="82" height="60" rx="8" fill="#303f74" />
      <rect x="15" y="17" width="68" height="46" rx="3" fill="#e9ecf7" />
      <path d="M30 56c0-30 6-34 19-34s19 4 19 34l-6-5-6 5-7-5-7 5-6-5z" fill="#46599b" />
      <circle cx="43" cy="36" r="4" fill="#fff" />
      <circle cx="56" cy="36" r="4" fill="#fff" />
      <path d="M38 70h22v10H38z" fill="#303f74" />
      <Face x={96} y={82} skin="#8d5a3a" hair="#1c1512" mouth="open" />
    </>
  ),
  stranger: (
    <>
      <rect x="14" y="6" width="62" height="98" rx="10" fill="#12434e" />
      <rect x="20" y="16" width="50" height="76" rx="3" fill="#e4eff1" />
      <circle cx="45" cy="42" r="16" fill="#98a0a1" />
      <path d="M24 84c0-30 42-30 42 0z" fill="#98a0a1" />
      <path
        d="M40 38a5.5 5.5 0 1 1 7 6c-2 1-2 2-2 4M45 52v.5"
        stroke="#fff"
        stroke-width="4"
        fill="none"
        stroke-linecap="round"
      />
      <Face x={98} y={78} skin="#f3cfae" hair="#b5651d" mouth="open" />
    </>
  ),
  other: (
    <>
      <circle cx="42" cy="40" r="30" fill="#fff2d6" stroke="#8a5a00" stroke-width="4" />
      <circle cx="29" cy="40" r="5" fill="#8a5a00" />
      <circle cx="42" cy="40" r="5" fill="#8a5a00" />
      <circle cx="55" cy="40" r="5" fill="#8a5a00" />
      <circle cx="68" cy="70" r="6" fill="#fff2d6" stroke="#8a5a00" stroke-width="3" />
      <Face x={96} y={82} skin="#c98b5e" hair="#2c1a12" mouth="sad" />
    </>
  ),
  picture: (
    <>
      <rect x="10" y="14" width="80" height="62" rx="6" fill="#fff" stroke="#12434e" stroke-width="4" />
      <path d="M14 70l22-24 16 16 12-12 22 22z" fill="#9fc4a9" />
      <circle cx="66" cy="34" r="8" fill="#ffb938" />
      <Face x={96} y={82} skin="#e8b48a" hair="#1c1512" mouth="sad" />
    </>
  ),
  grownup: (
    <>
      <path d="M12 104c0-44 64-44 64 0z" fill="#687174" />
      <circle cx="44" cy="40" r="24" fill="#c9cfd0" />
      <Face x={98} y={82} skin="#c98b5e" hair="#4a2d1c" mouth="sad" />
    </>
  ),
  password: (
    <>
      <rect x="12" y="44" width="66" height="50" rx="8" fill="#ffb938" stroke="#8a5a00" stroke-width="4" />
      <path d="M28 44V30a17 17 0 0 1 34 0v14" fill="none" stroke="#8a5a00" stroke-width="6" />
      <circle cx="45" cy="66" r="6" fill="#8a5a00" />
      <path d="M45 68v12" stroke="#8a5a00" stroke-width="5" stroke-linecap="round" />
      <Face x={98} y={80} skin="#8d5a3a" hair="#2c1a12" mouth="open" />
    </>
  ),
  teacher: (
    <>
      <rect x="8" y="10" width="86" height="56" rx="5" fill="#2f5d4a" stroke="#8a5a00" stroke-width="4" />
      <path d="M22 28h40M22 42h28" stroke="#e4efe8" stroke-width="4" stroke-linecap="round" />
      <path d="M62 110c0-26 66-26 66 0z" fill="#46599b" />
      <Face x={95} y={66} skin="#c98b5e" hair="#2c1a12" mouth="smile" />
    </>
  ),
  head: (
    <>
      <path d="M10 100V46l36-26 36 26v54z" fill="#f3e3c8" stroke="#8a5a00" stroke-width="4" />
      <path d="M38 100V76h16v24z" fill="#8a5a00" />
      <path d="M22 56h12M58 56h12" stroke="#8a5a00" stroke-width="7" />
      <path d="M62 110c0-26 66-26 66 0z" fill="#12434e" />
      <Face x={95} y={66} skin="#f3cfae" hair="#7a7f80" mouth="smile" />
    </>
  ),
  online: (
    <>
      <rect x="6" y="16" width="80" height="56" rx="7" fill="#12434e" />
      <rect x="13" y="23" width="66" height="42" rx="3" fill="#e4eff1" />
      <path d="M28 44l10 10 20-22" fill="none" stroke="#22704a" stroke-width="7" stroke-linecap="round" />
      <path d="M62 110c0-26 66-26 66 0z" fill="#22704a" />
      <Face x={95} y={66} skin="#e8b48a" hair="#b5651d" mouth="smile" />
    </>
  ),
  helper: (
    <>
      <path
        d="M44 84C10 62 8 44 16 34s24-6 28 6c4-12 20-16 28-6s6 28-28 50z"
        fill="#f9e2e4"
        stroke="#9d1c2f"
        stroke-width="4"
      />
      <path d="M62 110c0-26 66-26 66 0z" fill="#5a3f77" />
      <Face x={95} y={66} skin="#8d5a3a" hair="#1c1512" mouth="smile" />
    </>
  ),
  anybody: (
    <>
      <path d="M2 110c0-26 56-26 56 0z" fill="#46599b" />
      <path d="M72 110c0-26 56-26 56 0z" fill="#22704a" />
      <Face x={32} y={68} skin="#f3cfae" hair="#4a2d1c" mouth="smile" />
      <Face x={98} y={68} skin="#8d5a3a" hair="#1c1512" mouth="smile" />
    </>
  ),
} satisfies Record<string, ComponentChild>

/** The names of the pictures. */
export type PictureName = keyof typeof pictures

/** One picture; the words stand beside or under it. */
export function Picture({ name }: { readonly name: PictureName }) {
  return (
    <svg viewBox="0 0 130 110" aria-hidden="true" focusable="false">
      {pictures[name]}
    </svg>
  )
}

interface FaceProps {
  readonly x: number
  readonly y: number
  readonly skin: string
  readonly hair: string
  readonly mouth: 'sad' | 'open' | 'smile'
}

function Face({ x, y, skin, hair, mouth }: FaceProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="26" fill={skin} />
      <path d="M-26-4a26 26 0 0 1 52 0q-15.6-14.3-26-10.4q-13 1.3-26 10.4z" fill={hair} />
      <circle cx="-9" cy="2" r="2.8" fill="#1c2629" />
      <circle cx="9" cy="2" r="2.8" fill="#1c2629" />
      {mouth === 'open' ? (
        <circle cy="13" r="4.5" fill="#1c2629" />
      ) : (
        <path
          d={mouth === 'sad' ? 'M-8 15q8-7 16 0' : 'M-8 11q8 7 16 0'}
          fill="none"
          stroke="#1c2629"
          stroke-width="2.5"
          stroke-linecap="round"
        />
      )}
    </g>
  )
}
