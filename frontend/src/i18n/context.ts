import { createContext } from '@lit/context';
import type { Terms } from './terms';

/** The language of a page or widget, for every component below it. */
export const termsContext = createContext<Terms>(Symbol('passim-terms'));
