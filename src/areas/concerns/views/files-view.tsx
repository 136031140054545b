import { sayInstant } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Section } from '#ui/layout/layout.tsx'
import type { ConcernAttachment } from '../lines.ts'
import { paths } from '../paths.ts'

const KINDS: Readonly<Record<string, string>> = {
  'image/jpeg': 'Picture',
  'image/png': 'Picture',
  'image/webp': 'Picture',
  'application/pdf': 'PDF',
  'text/plain': 'Words',
}

interface FilesProps {
  readonly concern: { readonly id: string }
  readonly files: readonly ConcernAttachment[]
  /** Whether they may be opened: a case that may be about indecent images shuts them. */
  readonly filesStand: 'open' | 'never' | 'not_yet' | 'locked'
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What the reporter sent: only the cleaned file is there, and each says what was taken out. */
export function Files({ concern, files, filesStand, now, zone }: FilesProps) {
  if (files.length === 0) return null
  const many = files.length > 1
  if (filesStand === 'not_yet')
    return (
      <Alert title={many ? `Their ${files.length} files wait` : 'Their file waits'}>
        Answer the open question of the case first: it may be about something that nobody may open or copy.
      </Alert>
    )
  if (filesStand !== 'open')
    return (
      <Alert voice="wall" title={many ? `Their ${files.length} files are locked` : 'Their file is locked'}>
        This may be about an indecent image of a child. Nobody can open or copy what they sent until the police say
        otherwise.
      </Alert>
    )
  return (
    <Section id="files" title="What they sent" size="m">
      <ul class="govuk-list">
        {files.map((file, at) => (
          <li>
            <a class="govuk-link" href={paths.file.to(concern.id, file.id)}>
              {KINDS[file.type] ?? 'File'} {at + 1}
            </a>
            , {Math.ceil(file.bytes / 1024)} kB, {sayInstant(file.at, now, zone)}
            <span class="kept-meta"> {file.says}</span>
          </li>
        ))}
      </ul>
      <p class="kept-meta">
        Each opening is written down. If it shows a child without clothes or anything sexual: close it, open nothing
        else, copy nothing, and tell the Designated Safeguarding Lead.
      </p>
    </Section>
  )
}
