/** Why this and not that. */
export {
  type ExplainedDraft,
  type Explanation,
  explain,
  type Fate,
  type FindingAnswer,
  type Silence,
} from './explain.ts'
export { explainInWords } from './words.ts'
