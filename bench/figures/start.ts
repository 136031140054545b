import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { projectRoot } from '#platform/database/project-root.ts'
import type { Figure } from '../support/figure.ts'
import { round } from '../support/figure.ts'

/** A second start from the command to the first page served, and the memory it peaks at. */
export async function startFigures(report: (line: string) => void): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-start-'))
  try {
    report('first start, with the sample')
    const first = await startOnce(folder)
    report('second start')
    const second = await startOnce(folder)
    return [
      {
        name: 'first start with the sample',
        unit: 's',
        value: first.seconds,
        limit: null,
        ratio: null,
        p50_ms: null,
        p99_ms: null,
        rss_mb: first.peak,
        note: 'from the command to the first page served; installed and built already',
      },
      {
        name: 'second start',
        unit: 's',
        value: second.seconds,
        limit: 3,
        ratio: round(second.seconds / 3),
        p50_ms: null,
        p99_ms: null,
        rss_mb: second.peak,
        note: 'from the command to the first page served; the limit is the promise of 3 s',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(`${folder}.key`, { force: true })
  }
}

async function startOnce(folder: string): Promise<{ seconds: number; peak: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const began = performance.now()
  const child = spawn(process.execPath, [join(projectRoot(), 'build/kept.mjs'), 'start'], {
    env: { ...process.env, KEPT_DATA: folder, KEPT_PORT: String(port) },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    for (let tries = 0; ; tries += 1) {
      const page = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null)
      if (page?.status === 200) break
      if (child.exitCode !== null || tries > 40_000) throw new Error('the program did not start')
      await wait(30)
    }
    const seconds = round((performance.now() - began) / 1000)
    return { seconds, peak: peakOf(child.pid ?? 0) }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

function peakOf(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}
