/** Registers an element once, also when two scripts of this kind meet on one page. */
export function define(tag: string, constructor: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) {
    customElements.define(tag, constructor);
  }
}
