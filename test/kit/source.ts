/** Reads the project's own files as the shape tests see them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Every TypeScript file under a room, with its path from the project's root. */
export const filesUnder = (room: string): readonly string[] =>
  existsSync(room)
    ? readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter(file => /\.tsx?$/.test(file))
        .map(file => join(room, file))
        .sort()
    : []

export const textOf = (file: string): string => readFileSync(file, 'utf8')

/**
 * The code of a file without comments and without the text inside quotes; what stands in `${…}` is code and stays.
 * A slash after an operator or an opening bracket begins a regular expression, which counts as quoted.
 */
export const codeOf = (text: string): string => {
  let code = ''
  let at = 0
  const skipQuoted = (end: string) => {
    for (at++; at < text.length && text[at] !== end; at++) if (text[at] === '\\') at++
    at++
  }
  const skipTemplate = () => {
    for (at++; at < text.length && text[at] !== '`'; at++) {
      if (text[at] === '\\') at++
      else if (text.startsWith('${', at)) {
        at += 2
        readUntil('}')
      }
    }
    at++
  }
  const readUntil = (end: string | undefined) => {
    for (let depth = 0; at < text.length; ) {
      const letter = text[at]!
      if (text.startsWith('//', at)) at = nextOf('\n')
      else if (text.startsWith('/*', at)) at = nextOf('*/') + 2
      else if (letter === '"' || letter === "'") skipQuoted(letter)
      else if (letter === '`') skipTemplate()
      else if (letter === '/' && /(^|[(,=:[!&|?{};>]|return)\s*$/.test(code.slice(-20))) skipRegex()
      else {
        if (letter === '{') depth++
        if (letter === '}' && end === '}' && depth-- === 0) return
        code += letter
        at++
      }
    }
  }
  const skipRegex = () => {
    let inClass = false
    for (at++; at < text.length && (inClass || text[at] !== '/'); at++) {
      if (text[at] === '\\') at++
      else if (text[at] === '[') inClass = true
      else if (text[at] === ']') inClass = false
    }
    at++
    code += '0'
  }
  const nextOf = (end: string) => {
    const found = text.indexOf(end, at)
    return found === -1 ? text.length : found
  }
  readUntil(undefined)
  return code
}

/** What a file imports: packages by name, our own files by their path from the root, without `?worker` and the like. */
export const importsOf = (file: string): readonly string[] => {
  const text = textOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const named = [
    ...text.matchAll(/(?:(?<!['"])\b(?:from|import)\s*\(?\s*|\bnew URL\(\s*(?=[^)]*import\.meta))'([^'\s]+)'/g),
  ].map(match => match[1]!)
  return named
    .map(name => name.replace(/\?.*$/, ''))
    .map(name => (name.startsWith('.') ? join(dirname(file), name) : packageOf(name)))
}

const packageOf = (name: string) =>
  name.startsWith('node:')
    ? 'node'
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')
