/** How files from other devices are told from those of a watch or an archive, before anything heavy is loaded. */

/** The second ending is for places that let only text through. */
export const isParcelName = (name: string): boolean => /\.tandem(\.txt)?$/i.test(name)

/** Whether a text that was pasted may be such a file. */
export const isParcelText = (text: string): boolean => text.trimStart().startsWith('tandem-parcel-')

export const sortFiles = (
  files: readonly File[],
): { readonly parcels: readonly File[]; readonly others: readonly File[] } => ({
  parcels: files.filter(({ name }) => isParcelName(name)),
  others: files.filter(({ name }) => !isParcelName(name)),
})
