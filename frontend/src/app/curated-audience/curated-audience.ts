import { define } from '../../components';
import { CuratedAudienceElement } from './curated-audience.component';

export { CuratedAudienceElement };

define('passim-curated-audience', CuratedAudienceElement);

declare global {
  interface HTMLElementTagNameMap {
    'passim-curated-audience': CuratedAudienceElement;
  }
}
