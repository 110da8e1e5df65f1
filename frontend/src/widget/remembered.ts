/** Keeps the conversation while a person moves between the pages of a portal. Storage may be forbidden; then it does not. */
export class RememberedConversation {
  constructor(private readonly key: string) {}

  get id(): string | null {
    try {
      return sessionStorage.getItem(this.key);
    } catch {
      return null;
    }
  }

  set id(id: string | null) {
    try {
      if (id === null) {
        sessionStorage.removeItem(this.key);
      } else {
        sessionStorage.setItem(this.key, id);
      }
    } catch {
      return;
    }
  }
}
