import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding-inline: var(--passim-gutter, calc(var(--passim-space) * 6));
    scrollbar-gutter: var(--passim-scrollbar-gutter, stable both-edges);
  }

  ol,
  .notice {
    inline-size: min(100%, var(--passim-measure));
    margin-inline: auto;
  }

  ol {
    padding-block: calc(var(--passim-space) * 8);
  }

  li {
    padding-block: calc(var(--passim-space) * 8);
  }

  li + li {
    border-block-start: 1px solid var(--passim-rule);
  }

  li:first-child {
    padding-block-start: 0;
  }

  .notice {
    padding-block: calc(var(--passim-space) * 4);
    color: var(--passim-rubric);
  }

  .button.latest {
    position: absolute;
    inset-block-end: calc(var(--passim-space) * 3);
    inset-inline-start: 50%;
    translate: -50% 0;
    background: var(--passim-raised);
    box-shadow: 0 2px 10px var(--passim-shadow);
  }
`;
