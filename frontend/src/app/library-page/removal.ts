import type { Terms } from '../../i18n';
import { type Collection, type DocumentRecord, titleOf } from '../../state';

/** Something that a person wants to delete and has not confirmed yet. */
export type Removal =
  | { readonly kind: 'document'; readonly document: DocumentRecord; readonly older: number }
  | { readonly kind: 'collection'; readonly collection: Collection };

export interface RemovalQuestion {
  readonly heading: string;
  readonly text: string;
}

export function removalQuestion(removal: Removal, { library, shelf }: Terms): RemovalQuestion {
  switch (removal.kind) {
    case 'document': {
      const text = library.removeText(titleOf(removal.document));
      return {
        heading: library.removeTitle,
        text: removal.older === 0 ? text : `${text} ${shelf.removeOlder(removal.older)}`,
      };
    }
    case 'collection': {
      const { name, documents } = removal.collection;
      return {
        heading: library.removeCollectionTitle,
        text: library.removeCollectionText(name, documents),
      };
    }
  }
}
