import type { UploadActionName } from '../../events';
import { isSettled } from '../../state';
import type { Uploads } from '../uploads/uploads';

/** Does it to one upload, or to all of the collection that it fits where no `id` is given. */
export function applyToUploads(
  uploads: Uploads,
  collectionId: string,
  action: UploadActionName,
  id: string | null,
): void {
  const chosen = uploads
    .ofCollection(collectionId)
    .filter((upload) => (id === null ? true : upload.id === id));
  for (const upload of chosen) {
    if (action === 'retry' && upload.phase.kind === 'failed') {
      uploads.retry(upload.id);
    } else if (action === 'cancel' && !isSettled(upload)) {
      uploads.cancel(upload.id);
    } else if (action === 'dismiss' && isSettled(upload)) {
      uploads.cancel(upload.id);
    }
  }
}
