import './composer/composer';
import './connection/connection';
import './thread/thread';

export { AnswerElement } from './answer/answer';
export { type Bar, bars, barStyles } from './bars';
export { ComposerElement } from './composer/composer';
export { define } from './define';
export * from './icons';
export { appLinks, documentLink, documentPath, type Links, linksContext } from './links';
export { scopeText } from './exchange/scope-text';
export { PassimElement } from './passim-element';
export { type Source, sourceLink } from './source-link';
export { ThreadElement } from './thread/thread';
