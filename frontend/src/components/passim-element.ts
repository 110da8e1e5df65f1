import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import { en, type Terms, termsContext } from '../i18n';

/** A component that speaks the language of the page or widget around it. */
export abstract class PassimElement extends LitElement {
  @consume({ context: termsContext, subscribe: true })
  @state()
  protected terms: Terms = en;
}
