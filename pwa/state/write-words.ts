/** What went wrong while something was written, and what to do next. */
import type { WriteError } from '../../core/plan/document.ts'

export const sayWrite = (error: WriteError): string => {
  switch (error.type) {
    case 'ReadOnly':
      return 'A newer version of Tandem wrote this; this one can only read it. Reload to get the new version.'
    case 'NoSuchEntry':
      return 'It is not there any more; somebody removed it meanwhile.'
    case 'AlreadyThere':
      return 'Something else is on file under that name already.'
    case 'NotAName':
      return 'It has no name that can be kept. Write it again.'
    case 'NotOfThisShape':
      return `It was not kept: ${error.expected} (${error.at.replace(/^\$\.?/, '') || 'the whole'}).`
  }
}
