import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .box {
    display: flex;
    align-items: flex-end;
    gap: calc(var(--passim-space) * 2);
    padding: calc(var(--passim-space) * 1.5);
    border: 1px solid var(--passim-edge);
    border-radius: calc(var(--passim-radius) * 1.5);
    background: var(--passim-raised);
  }

  .box:focus-within {
    outline: 2px solid var(--passim-accent);
    outline-offset: -1px;
    border-color: transparent;
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 40vh;
    padding: calc(var(--passim-space) * 1.75) calc(var(--passim-space) * 2);
    border: 0;
    outline: 0;
    background: none;
    font-size: max(16px, var(--passim-text-m));
    line-height: 1.4;
    resize: none;
  }

  /* The box around it shows the focus. */
  textarea:focus-visible {
    outline: none;
  }

  textarea::placeholder {
    color: var(--passim-ink-soft);
    opacity: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--passim-space) calc(var(--passim-space) * 3);
    padding: calc(var(--passim-space) * 1.5) calc(var(--passim-space) * 2) 0;
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  #hint {
    margin-inline-start: auto;
  }

  .problem {
    color: var(--passim-rubric);
  }

  @media (hover: none), (max-height: 24em) {
    .hint {
      display: none;
    }
  }
`;
