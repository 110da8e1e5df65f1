/** Where this script came from: the server to ask unless the element says otherwise. */
export const scriptServer: string = serverOf(document.currentScript);

function serverOf(current: HTMLOrSVGScriptElement | null): string {
  const script =
    current instanceof HTMLScriptElement && current.src !== ''
      ? current
      : document.querySelector<HTMLScriptElement>('script[src$="passim-chat.js"]');
  return script === null ? '' : new URL('.', script.src).href;
}
