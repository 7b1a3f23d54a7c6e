/** Hands a file to the platform's own share sheet: mail, messages, a device nearby. */

/** Whether there is such a sheet here, and whether it takes files of this kind. */
export const canShare = (file: File): boolean => navigator.canShare?.({ files: [file] }) ?? false

/** `cancelled` where the person closed the sheet; `refused` where the platform would not take the file. */
export const shareFile = async (file: File): Promise<'shared' | 'cancelled' | 'refused'> => {
  try {
    await navigator.share({ files: [file] })
    return 'shared'
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' ? 'cancelled' : 'refused'
  }
}
