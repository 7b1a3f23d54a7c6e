/** Serves the built app from this machine to this machine. */
import { createReadStream, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

export type ServeOptions = {
  /** The folder that is served. */
  readonly root: string
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  /** Answers made here instead of read from the folder, by path: `/config.json` → its JSON. */
  readonly answers?: Readonly<Record<string, unknown>>
}

export type Served = { readonly port: number; readonly url: string; close(): Promise<void> }

/**
 * Starts the server. Files with a content hash in their name may be kept for ever, everything else is asked for anew;
 * a path that is no file and looks like a page gets index.html, so that every route can be opened directly.
 */
export const serve = async ({ root, port, host = '127.0.0.1', answers = {} }: ServeOptions): Promise<Served> => {
  const folder = resolve(root)
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return end(response, 405, 'only reading is possible here')
    const path = pathOf(request)
    if (path === undefined) return end(response, 400, 'this is no path')
    if (Object.hasOwn(answers, path)) {
      // Why: the extension asks from another origin; there is nothing secret in the configuration.
      response.setHeader('access-control-allow-origin', '*')
      return end(response, 200, JSON.stringify(answers[path]), types['.json'])
    }
    const file = fileFor(folder, path)
    if (file === undefined) return end(response, 404, 'there is no such file')
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      // Why: a page cannot say this of itself; nobody may frame the app to steal a press.
      'content-security-policy': "frame-ancestors 'none'",
      'content-length': statSync(file).size,
    })
    if (request.method === 'HEAD') return response.end()
    return createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const taken = (server.address() as AddressInfo).port
  return {
    port: taken,
    url: `http://localhost:${taken}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The first port from `port` on where `start` succeeds, at most twenty tries. */
export const onNextFreePort = async <T>(port: number, start: (port: number) => Promise<T>): Promise<T> => {
  for (let tried = port; ; tried++)
    try {
      return await start(tried)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried - port >= 20) throw error
    }
}

const end = (response: ServerResponse, status: number, body: string, type = types['.txt']) =>
  response
    .writeHead(status, { 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
    .end(body)

const pathOf = (request: IncomingMessage): string | undefined => {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

const isHashed = (file: string) => /-[\w-]{8}\.\w+$/.test(file) && file.includes(`${sep}assets${sep}`)

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true

const fileFor = (folder: string, path: string): string | undefined => {
  const wanted = normalize(join(folder, path))
  if (path.includes('\0') || (wanted !== folder && !wanted.startsWith(folder + sep))) return undefined
  if (isFile(wanted)) return wanted
  const index = join(folder, 'index.html')
  return extname(path) === '' && isFile(index) ? index : undefined
}
