export const maxTags = 20;
export const maxTagLength = 40;

/** As the server keeps a tag: lower-case, with single spaces. */
export function normalTag(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
