import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A program of the bench in a process of its own, which answers at an address of this machine. */
export interface Apart {
  readonly address: string
  /** What it has used at most, in MiB. */
  peak(): number
  close(): Promise<void>
}

/** Starts a program that writes its address as its first line, and waits for that line. */
export async function startApart(program: string, env: Readonly<Record<string, string>>): Promise<Apart> {
  const path = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString('utf8').trim()))
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
  })
  return {
    address,
    peak: () =>
      Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024),
    // It ends when nobody speaks to it any more: also when the bench itself was ended.
    close: async () => {
      child.stdin.end()
      await ended
    },
  }
}

/** In such a program: says where it answers, and stays until the bench lets go of it. */
export async function stayUntilLetGo(address: string, close: () => Promise<void>): Promise<void> {
  process.stdout.write(`${address}\n`)
  for await (const _ of process.stdin);
  await close()
}
