/** The list of ways in which code is broken on purpose, each a small lie that a test should notice. */
import { parseSync } from 'vite'

/** One lie: in a file, from one place to another, the text instead; `what` says it in a line. */
export type Mutant = {
  readonly id: number
  readonly file: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly instead: string
  readonly what: string
}
type Found = Pick<Mutant, 'start' | 'end' | 'instead'>
type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const compared: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>'],
  '<=': ['<', '>'],
  '>': ['>=', '<'],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
}
const called: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  max: 'min',
  min: 'max',
  floor: 'ceil',
  ceil: 'floor',
  find: 'findLast',
  at: 'slice',
}

const isText = (node: unknown): boolean =>
  isNode(node) && (node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string'))

/** The lies that can be told at one node. */
const liesAt = (node: Node, code: string): readonly Found[] => {
  const text = (part: unknown) => (isNode(part) ? code.slice(part.start, part.end) : '')
  const at = ({ start, end }: Node, instead: string): Found => ({ start, end, instead })
  const two = (operator: string) => `(${text(node.left)}) ${operator} (${text(node.right)})`
  switch (node.type) {
    case 'BinaryExpression': {
      const operator = String(node.operator)
      if (operator === '+') return isText(node.left) || isText(node.right) ? [] : [at(node, two('-'))]
      return (compared[operator] ?? []).map(other => at(node, two(other)))
    }
    case 'LogicalExpression':
      if (node.operator === '??') return [at(node, `(${text(node.left)})`)]
      return [at(node, two(node.operator === '&&' ? '||' : '&&'))]
    case 'IfStatement':
    case 'ConditionalExpression':
      return isNode(node.test) ? [at(node.test, 'true'), at(node.test, 'false')] : []
    case 'UnaryExpression':
      return node.operator === '!' ? [at(node, `(${text(node.argument)})`)] : []
    case 'Literal':
      if (typeof node.value === 'number') return [at(node, `(${text(node)} + 1)`)]
      return typeof node.value === 'boolean' ? [at(node, String(!node.value))] : []
    case 'CallExpression': {
      const { callee } = node
      if (!isNode(callee) || callee.type !== 'MemberExpression' || callee.computed === true) return []
      const name = text(callee.property)
      if (name === 'filter') return [at(node, `(${text(callee.object)})`)]
      const other = called[name]
      if (other === undefined || other === 'slice') return []
      const property = callee.property as Node
      return [at(node, code.slice(node.start, property.start) + other + code.slice(property.end, node.end))]
    }
    default:
      return []
  }
}

/** Names and types are no expressions, and an example is what the lie is held against. */
const isLeftOut = (node: Node, code: string): boolean =>
  node.type.startsWith('TS') ||
  node.type.startsWith('Import') ||
  (node.type === 'ExportNamedDeclaration' &&
    /^export const (examples|swaps)\b/.test(code.slice(node.start, node.start + 30)))

/** The declarations at the top that only the examples use: what is made up for them is no code of the product. */
const forExamples = (program: Node, code: string): ReadonlySet<Node> => {
  const body = (program.body as readonly Node[]).filter(one => !isLeftOut(one, code))
  const named = new Map(
    body.flatMap(one => {
      const [name] = one.type === 'VariableDeclaration' ? (one.declarations as readonly Node[]) : []
      const id = name?.id as { readonly name?: string } | undefined
      return id?.name === undefined ? [] : [[one, new RegExp(`\\b${id.name}\\b`)] as const]
    }),
  )
  const left = new Set<Node>()
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const [one, name] of named) {
      const isUsed = body.some(
        other => other !== one && !left.has(other) && name.test(code.slice(other.start, other.end)),
      )
      if (!isUsed) left.add(one)
    }
  }
  return left
}

/** Every lie that can be told in a file. */
export const mutantsIn = (file: string, code: string, firstId: number): readonly Mutant[] => {
  const found: Found[] = []
  const program = parseSync(file, code).program as unknown as Node
  const given = forExamples(program, code)
  const walk = (node: Node) => {
    if (isLeftOut(node, code) || given.has(node)) return
    found.push(...liesAt(node, code))
    for (const [field, value] of Object.entries(node)) {
      if (field === 'key' && node.computed !== true) continue
      if (field === 'typeAnnotation' || field === 'returnType' || field === 'typeArguments') continue
      for (const inside of Array.isArray(value) ? value : [value]) if (isNode(inside)) walk(inside)
    }
  }
  walk(program)
  return found.map((one, i) => ({
    ...one,
    id: firstId + i,
    file,
    line: code.slice(0, one.start).split('\n').length,
    what: `${code.slice(one.start, one.end)} → ${one.instead}`.replace(/\s+/g, ' ').slice(0, 160),
  }))
}

/** The code with every lie in it, each told only while its number is asked for. */
export const withLies = (code: string, mutants: readonly Mutant[]): string => {
  const opens = new Map<number, Mutant[]>()
  for (const mutant of mutants) opens.set(mutant.start, [...(opens.get(mutant.start) ?? []), mutant])
  const closes = new Map<number, number>()
  for (const { end } of mutants) closes.set(end, (closes.get(end) ?? 0) + 1)
  let text = ''
  for (let i = 0; i <= code.length; i++) {
    text += ')'.repeat(closes.get(i) ?? 0)
    // Why the longest first: what stands inside another is wrapped inside it.
    const here = (opens.get(i) ?? []).toSorted((a, b) => b.end - a.end)
    for (const { id, instead } of here) text += `(globalThis.lie(${id}) ? ${instead} : `
    text += code[i] ?? ''
  }
  return text
}
