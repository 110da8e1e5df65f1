/** The part of `WebSocket` that the connection uses, so that tests can stand in for it. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

export type SocketFactory = (url: string) => Socket;

export const webSocket: SocketFactory = (url) => {
  const socket = new WebSocket(url);
  const wrapped: Socket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) {
        socket.send(text);
      }
    },
    close: () => {
      socket.close();
    },
  };
  socket.onopen = () => wrapped.onopen?.();
  socket.onmessage = (event: MessageEvent<unknown>) => wrapped.onmessage?.({ data: event.data });
  socket.onclose = (event) => wrapped.onclose?.({ code: event.code });
  return wrapped;
};
