import './composer/composer';
import './connection/connection';
import './thread/thread';

export { AnswerElement } from './answer/answer';
export { ComposerElement } from './composer/composer';
export { define } from './define';
export * from './icons';
export { appLinks, documentLink, documentPath, type Links, linksContext } from './links';
export { PassimElement } from './passim-element';
export { ThreadElement } from './thread/thread';
