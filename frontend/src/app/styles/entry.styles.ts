import { css } from 'lit';

/** An entry of a list: its title, and a line of facts that breaks between facts, not within one. */
export const entry = css`
  .title {
    font: 400 var(--passim-text-l) / 1.35 var(--passim-serif);
    overflow-wrap: anywhere;
  }

  .title a {
    color: var(--passim-ink);
    text-decoration-color: var(--passim-edge);
  }

  .meta {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .meta > span {
    display: inline-block;
    max-inline-size: 100%;
  }

  .meta > span:not(:last-child)::after {
    content: '\\00a0·\\00a0';
    color: var(--passim-edge);
  }
`;
