export { ChatConnection, type ChatConnectionOptions } from './chat-connection';
export { CollectionWatch, isUnderway } from './collection-watch';
export { PassimApi } from './passim-api';
export { ProblemError } from './problem-error';
export { randomId } from './random-id';
export { TaskQueue } from './task-queue';
export { type Upload, uploadFile } from './upload';
export { linkUrl, serverBase, socketUrl } from './urls';
export type { Socket, SocketFactory } from './socket';
