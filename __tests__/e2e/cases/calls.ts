/** Makes calls of the modules in a folder. */
export const callsIn =
  (folder: string) =>
  (module: string, inputs: object = {}): object => ({ source: `${folder}/${module}`, ...inputs });
