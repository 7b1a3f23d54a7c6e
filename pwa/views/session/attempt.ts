/** Whether an action went well; the app has already said what was done, or why not. */
import type { Did } from '../../state/app.ts'

export const attempt = async (did: Did): Promise<boolean> => (await did) === null
