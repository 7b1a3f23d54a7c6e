/** The words that may join what a rule says: they claim nothing, count nothing, advise nothing and deny nothing. */

// Why a list of what may be said, not of what may not: nobody can list every number word, ailment, verb and name.
// Why not "over", "under", "about", "by", "from", "to": before a figure each of them changes what it says.
// Why not "this", "last", "said", "all": each of them is a claim about a week, a person or a whole.
const words = `
  a also an and are as at athlete been came comes count counted counts during figure figures follows for had has have
  here in is it its listed log logged mark marked measured noted of on put read reads record recorded runner seen show showed
  shown shows stand stands stood summary that the their them there they was week were what where which while with
`

export const glue: ReadonlySet<string> = new Set(words.split(/\s+/).filter(word => word !== ''))

/** Words about direction, by the direction in which they are true. */
export const directionWords = {
  up: ['up', 'more', 'higher', 'rising', 'from', 'than'],
  down: ['down', 'less', 'lower', 'falling', 'from', 'than'],
} as const
