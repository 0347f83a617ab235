declare module "@citation-js/core" {
  export class Cite {
    constructor(text: string)
    readonly data: readonly {title?: string; URL?: string; issued?: {"date-parts": number[][]}}[]
  }
}
declare module "@citation-js/plugin-bibtex"
declare module "@citation-js/plugin-ris"
declare module "jsonld" {
  const jsonld: {flatten(document: object): Promise<unknown>; toRDF(document: object, options: {format: string}): Promise<string>}
  export default jsonld
}
