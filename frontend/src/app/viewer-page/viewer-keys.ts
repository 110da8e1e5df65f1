export type ViewerCommand = 'find' | 'nextCitation' | 'previousCitation' | 'zoomIn' | 'zoomOut';

const commands: Readonly<Record<string, ViewerCommand>> = {
  '/': 'find',
  n: 'nextCitation',
  ']': 'nextCitation',
  p: 'previousCitation',
  '[': 'previousCitation',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
};

/** What a key asks for, while the focus is in the viewer and not where people write. */
export function viewerCommand(event: KeyboardEvent): ViewerCommand | null {
  const [target] = event.composedPath();
  const writing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  return writing || modified || event.defaultPrevented || !Object.hasOwn(commands, event.key)
    ? null
    : (commands[event.key] ?? null);
}
