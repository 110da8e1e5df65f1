export { ChatController } from './chat-controller';
