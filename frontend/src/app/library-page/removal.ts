import type { Terms } from '../../i18n';
import type { Collection, DocumentRecord } from '../../state';
import { titleOf } from '../document-row/document-row.component';

/** Something that a person wants to delete and has not confirmed yet. */
export type Removal =
  | { readonly kind: 'document'; readonly document: DocumentRecord }
  | { readonly kind: 'collection'; readonly collection: Collection };

export interface RemovalQuestion {
  readonly heading: string;
  readonly text: string;
}

export function removalQuestion(removal: Removal, { library }: Terms): RemovalQuestion {
  switch (removal.kind) {
    case 'document':
      return {
        heading: library.removeTitle,
        text: library.removeText(titleOf(removal.document)),
      };
    case 'collection': {
      const { name, documents } = removal.collection;
      return {
        heading: library.removeCollectionTitle,
        text: library.removeCollectionText(name, documents),
      };
    }
  }
}
