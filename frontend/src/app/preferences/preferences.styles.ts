import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    align-items: center;
    gap: calc(var(--passim-space) * 2);
  }

  div {
    display: flex;
  }

  /* Where room is short, only the language to change to is offered. */
  @media (max-width: 30em) {
    :host {
      gap: 0;
    }

    .quiet[aria-pressed='true'] {
      display: none;
    }
  }

  .quiet {
    padding-inline: calc(var(--passim-space) * 1.5);
    font-size: var(--passim-text-xs);
    letter-spacing: 0.04em;
  }

  .quiet[aria-pressed='true'] {
    color: var(--passim-ink);
    font-weight: 650;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.4em;
    text-decoration-color: var(--passim-rubric);
  }
`;
