import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  blockquote {
    font: 400 var(--passim-text-quote) / 1.42 var(--passim-serif);
    text-wrap: pretty;
    overflow-wrap: anywhere;
    hanging-punctuation: first;
  }

  :host([minor]) blockquote {
    font-size: var(--passim-text-l);
  }

  /* Kept out of the text, so that what is copied is what the document says. */
  p::before,
  p::after {
    color: var(--passim-ink-soft);
  }

  blockquote:lang(fr) {
    quotes: '«\\00a0' '\\00a0»';
  }

  blockquote p::before {
    content: open-quote;
    margin-inline-start: -0.42em;
  }

  blockquote p::after {
    content: close-quote;
  }

  strong {
    font-weight: 700;
    padding: 0.08em 0.06em;
    margin: 0 -0.03em;
    border-radius: 2px;
    background: var(--passim-marker);
    color: var(--passim-on-marker);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  .gone {
    color: var(--passim-ink-soft);
    font-style: italic;
  }
`;
