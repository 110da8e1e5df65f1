import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .done {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
    overflow-wrap: anywhere;
  }

  .done:not(:empty) {
    padding-block-start: calc(var(--passim-space) * 4);
  }

  .soft,
  .problem {
    padding-block-start: calc(var(--passim-space) * 5);
  }

  .soft {
    color: var(--passim-ink-soft);
  }

  .problem {
    color: var(--passim-rubric);
  }

  li {
    padding-block: calc(var(--passim-space) * 5);
    border-block-end: 1px solid var(--passim-rule);
  }

  ul + .button,
  .problem + .button {
    margin-block-start: calc(var(--passim-space) * 4);
  }
`;
