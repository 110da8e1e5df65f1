import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
  }

  input,
  select {
    min-block-size: calc(var(--passim-space) * 9);
    border: 1px solid var(--passim-edge);
    border-radius: var(--passim-radius);
    background: var(--passim-raised);
    font-size: var(--passim-text-s);
  }

  input {
    flex: 1 1 14rem;
    min-inline-size: 0;
    padding: 0 calc(var(--passim-space) * 2.5);
  }

  input::placeholder {
    color: var(--passim-ink-soft);
    opacity: 1;
  }

  select {
    flex: 0 1 auto;
    min-inline-size: 0;
    max-inline-size: 12rem;
    padding: 0 calc(var(--passim-space) * 1.5);
    text-overflow: ellipsis;
  }

  .count {
    display: flex;
    align-items: center;
    flex-basis: 100%;
    gap: calc(var(--passim-space) * 2);
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  .count:not(:has(button)) {
    display: none;
  }

  @media (max-width: 40em) {
    input {
      flex-basis: 100%;
    }

    input,
    select {
      font-size: 16px;
    }

    select {
      flex: 1 1 0;
    }
  }
`;
